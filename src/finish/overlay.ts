import { PDFArray, PDFDict, PDFStream, type PDFContext, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { markDecoration, type Decoration } from './artifacts.ts';
import { checkFonts } from './check.ts';
import { contentStream, replaceContent } from './content.ts';
import { leftOpen } from './left-open.ts';
import { bytesOf, dictionaryAt, itemsOf, lookup, named } from './objects.ts';
import { pageRefs, readPages, type Page } from './pages.ts';
import { readBeside } from './read.ts';
import { inherited, sheetOf } from './sheet.ts';
import { readTree, type Kid } from './tree.ts';

/**
 * Lays each page of a PDF that Chromium printed over the page of the same place: page numbers, a
 * watermark, numbers of lines. Whatever it draws becomes decoration, which no screen reader says, and of
 * its tags nothing is kept. An element that has one of the languages `x-header`, `x-footer` and
 * `x-watermark` (`<div lang="en-GB-x-footer">`) becomes decoration of that kind, any other one
 * decoration of the page as such (ISO 32000-1, 14.8.2.2.2).
 *
 * A page laid over is as large as the one below is seen to be, in points, turned as that is shown. What
 * is a little larger or smaller is stretched to fit.
 *
 * @param place `behind` lays them behind the pages: then nothing of them covers a word, and what the pages
 * fill covers them
 * @returns what is wrong with its fonts
 * @throws Error where the PDF cannot be read or has another number of pages
 */
export async function layOver(
  context: PDFContext,
  pages: readonly PDFRef[],
  over: Uint8Array,
  place: 'over' | 'behind' = 'over',
): Promise<Diagnostic[]> {
  const catalog = context.lookup((await readBeside(context, over)).Root, PDFDict);
  const leaves = pageRefs(context, catalog);
  if (leaves.length !== pages.length)
    throw new Error(`there are ${leaves.length} pages to lay over ${pages.length}`);
  const content = readPages(context, leaves);
  const kinds = kindsOf(readTree(context, catalog, leaves) ?? []);
  const start = context.register(contentStream(context.obj({}), Buffer.from('q\n')));
  content.pages.forEach((page, index) => {
    const below = pages[index];
    if (!below) return;
    const node = context.lookup(below, PDFDict);
    const drawing = formOn(context, node, page, kinds.get(page.number));
    if (drawing === undefined) return;
    if (place === 'over') addContent(context, node, start, drawing);
    else addBefore(context, node, drawing);
  });
  return checkFonts(content);
}

type Kinds = Map<number, Decoration>;

/** What kind of decoration each piece of marked content is, by page. */
function kindsOf(roots: readonly Kid[]): Map<number, Kinds> {
  const kinds = new Map<number, Kinds>();
  const walk = (kid: Kid, around: Decoration): void => {
    if (kid.kind === 'tag') {
      const [, named] = /-x-(header|footer|watermark)$/.exec(kid.language ?? '') ?? [];
      const kind = named === 'header' || named === 'footer' || named === 'watermark' ? named : around;
      for (const inner of kid.kids) walk(inner, kind);
    } else if (kid.kind === 'piece') {
      const ofPage = kinds.get(kid.page) ?? new Map<number, Decoration>();
      kinds.set(kid.page, ofPage.set(kid.id, around));
    }
  };
  for (const root of roots) walk(root, 'repeated');
  return kinds;
}

/** Makes a form of a page that is laid over another one, and gives the instructions that draw it there. */
function formOn(
  context: PDFContext,
  below: PDFDict,
  page: Page,
  kinds: Kinds = new Map(),
): string | undefined {
  const marked = new Map(
    page.layers.flatMap(({ marks }) => marks.map(({ id }) => [id, kinds.get(id) ?? 'repeated'] as const)),
  );
  let drawn: Uint8Array = new Uint8Array();
  for (const layer of page.layers) {
    const bytes = markDecoration(page, layer, marked);
    if (layer.form) replaceContent(context, page, layer, bytes);
    else drawn = bytes;
  }
  if (page.layers.every(({ drawings }) => drawings.length === 0)) return undefined;
  const [own, target] = [sheetOf(context, page.node), sheetOf(context, below)];
  const box = [0, 0, own.width, own.height];
  const resources = inherited(context, page.node, 'Resources') ?? context.obj({});
  const group = page.node.get(named('Group'));
  const dictionary = context.obj({
    ...{ Type: 'XObject', Subtype: 'Form', BBox: box, Resources: resources },
    ...(group ? { Group: group } : {}),
  });
  const name = addForm(context, below, context.register(contentStream(dictionary, drawn)));
  const [a, b, c, d, e, f] = target.matrix;
  const [wide, high] = [target.width / own.width, target.height / own.height];
  const matrix = [a * wide, b * wide, c * high, d * high, e, f].map(inShort).join(' ');
  return `/Artifact <</Type /Pagination>> BDC\nq ${matrix} cm /${name} Do Q\nEMC\n`;
}

/** Puts a form among the resources of a page, which may share them with others. */
function addForm(context: PDFContext, page: PDFDict, form: PDFRef): string {
  const resources = copyOf(context, lookup(context, inherited(context, page, 'Resources')));
  const forms = copyOf(context, dictionaryAt(context, resources, 'XObject'));
  let name = 'Over';
  for (let n = 2; forms.has(named(name)); n++) name = `Over${n}`;
  forms.set(named(name), form);
  resources.set(named('XObject'), forms);
  page.set(named('Resources'), resources);
  return name;
}

function copyOf(context: PDFContext, dictionary: PDFObject | undefined): PDFDict {
  return PDFDict.fromMapWithContext(
    new Map(dictionary instanceof PDFDict ? dictionary.entries() : []),
    context,
  );
}

/** What comes first is behind everything else. */
function addBefore(context: PDFContext, page: PDFDict, drawing: string): void {
  const contents = PDFArray.withContext(context);
  contents.push(context.register(contentStream(context.obj({}), Buffer.from(drawing, 'latin1'))));
  for (const part of itemsOf(context, page.get(named('Contents')))) contents.push(part);
  page.set(named('Contents'), contents);
}

/** What the page draws leaves nothing behind that would move or colour what comes over it. */
function addContent(context: PDFContext, page: PDFDict, start: PDFRef, drawing: string): void {
  const parts = itemsOf(context, page.get(named('Contents'))).filter(
    (part) => lookup(context, part) instanceof PDFStream,
  );
  const before = Buffer.concat(
    parts.flatMap((part) => [bytesOf(context, part) ?? Buffer.alloc(0), Buffer.from('\n')]),
  );
  const { missing, closing } = leftOpen(before);
  const contents = PDFArray.withContext(context);
  for (let n = 0; n <= missing; n++) contents.push(start);
  for (const part of parts) contents.push(part);
  const end = Buffer.from(`\n${closing}Q\n${drawing}`, 'latin1');
  contents.push(context.register(contentStream(context.obj({}), end)));
  page.set(named('Contents'), contents);
}

/** A number with as many places as can be seen; never in the form `1e-7`, which PDF does not know. */
function inShort(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}
