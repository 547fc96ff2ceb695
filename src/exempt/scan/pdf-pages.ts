import { PDFDict, PDFStream, type PDFContext } from '@cantoo/pdf-lib';
import { bytesOf, dictionaryAt, itemsOf, named, nameOf } from '../../finish/objects.ts';
import { isList, isName, isText, type Operand } from '../../finish/operands.ts';
import { FontShelf, noCharacter, type PageFonts } from '../../finish/page-fonts.ts';
import { pageRefs, readPages } from '../../finish/pages.ts';
import { operations } from '../../finish/tokens.ts';
import { wordsOf } from '../../finish/words.ts';
import type { Surface } from './surface.ts';

/** What the pages of a PDF say: as a reader sees it, and letter by letter as it is drawn, seen or not. */
export function* textOfPages(context: PDFContext): Generator<Surface> {
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  const leaves = pageRefs(context, catalog);
  for (const page of readPages(context, leaves).pages) {
    const drawings = page.layers.flatMap((layer) => layer.drawings);
    yield { where: `on page ${String(page.number)}`, text: wordsOf(drawings), readable: true };
  }
  const shelf = new FontShelf(context);
  for (const [i, leaf] of leaves.entries()) {
    const node = context.lookup(leaf, PDFDict);
    const parts = itemsOf(context, node.get(named('Contents'))).map((part) => bytesOf(context, part));
    const bytes = Buffer.concat(parts.flatMap((part) => (part ? [part, Buffer.from('\n')] : [])));
    yield* drawnText(`on page ${String(i + 1)}`, bytes, shelf.of(resourcesOf(context, node)));
  }
  // Forms and the appearances of notes, on whatever page they are, or on none.
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream) || nameOf(context, object.dict.get(named('Subtype'))) !== 'Form')
      continue;
    const bytes = bytesOf(context, object) ?? new Uint8Array();
    yield* drawnText(
      'in a form that pages may draw',
      bytes,
      shelf.of(dictionaryAt(context, object.dict, 'Resources')),
    );
  }
}

function resourcesOf(context: PDFContext, node: PDFDict): PDFDict | undefined {
  for (let holder: PDFDict | undefined = node; holder; holder = dictionaryAt(context, holder, 'Parent')) {
    const resources = dictionaryAt(context, holder, 'Resources');
    if (resources) return resources;
  }
  return undefined;
}

/** Operators that go to another line or place, where a word may end. */
const moves = new Set(['T*', 'Tm', 'BT', "'", '"']);

/** The text that a content stream draws, in its order; with and without a space wherever it moves on. */
function* drawnText(where: string, bytes: Uint8Array, fonts: PageFonts): Generator<Surface> {
  const [read, codes]: [string[], string[]] = [[], []];
  let font: ReturnType<PageFonts>;
  const show = (operand: Operand | undefined): void => {
    if (isText(operand)) {
      read.push(font?.read(operand.bytes, false).text.replaceAll(noCharacter, '') ?? '');
      codes.push(operand.bytes);
    } else if (isList(operand)) {
      // A wide gap in a line is a space to whoever reads it.
      for (const item of operand) {
        if (typeof item === 'number' && item < -180) read.push(' ');
        else show(item);
      }
    }
  };
  for (const { operator, operands } of operations(bytes)) {
    if (moves.has(operator) || ((operator === 'Td' || operator === 'TD') && operands[1] !== 0))
      read.push('\u0001');
    if (operator === 'Tf' && isName(operands[0])) font = fonts(operands[0].name);
    else if (operator === 'Tj' || operator === 'TJ' || operator === "'") show(operands[0]);
    else if (operator === '"') show(operands[2]);
  }
  const text = read.join('');
  yield { where, text: text.replaceAll('\u0001', ' '), readable: true };
  yield { where, text: text.replaceAll('\u0001', ''), readable: true };
  yield { where, text: codes.join(''), readable: true };
}
