import {
  decodePDFRawStream,
  PDFBool,
  PDFDict,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { Place, Result } from '../../diagnostics/diagnostic.ts';
import { bytesOf, dictionaryAt, itemsOf, lookup, named, nameOf, textOf } from '../../finish/objects.ts';
import { pageRefs } from '../../finish/pages.ts';
import { readBeside } from '../../finish/read.ts';
import { inherited, sheetOf } from '../../finish/sheet.ts';
import { piecesIn, readTree } from '../../finish/tree.ts';
import { PDFContext as Context } from '@cantoo/pdf-lib';
import { foreignBroken, foreignEncrypted, foreignUntagged } from './rules.ts';

/** What there is to know about a PDF from elsewhere. */
export interface Foreign {
  /** In points, as they are shown. */
  pages: { width: number; height: number }[];
  /** Whether a screen reader is told what is on the pages and in which order. */
  tagged: boolean;
  /** Whether there can be a word on its pages: without a font they are pictures. */
  worded: boolean;
  title: string | undefined;
  /** BCP 47, e.g. `en-GB`. */
  language: string | undefined;
  /** What it holds apart from its pages; of this, only what a form shows goes into a pack. */
  forms: boolean;
  scripts: boolean;
  attachments: boolean;
}

/** What a diagnostic calls a file and where it points. */
export interface ForeignFile {
  name: string;
  place?: Place | undefined;
  /** The part of the pack. */
  id?: string;
}

/** Looks a file over, for the sheet that names it and before it is bound. Never rejects. */
export async function inspectForeign(pdf: Uint8Array, file: ForeignFile): Promise<Result<Foreign>> {
  if (isEncrypted(pdf)) return { value: undefined, diagnostics: [encrypted(file)] };
  try {
    const context = Context.create();
    const { Root, Info } = await readBeside(context, pdf);
    const catalog = context.lookup(Root, PDFDict);
    const found = describeForeign(context, catalog, pageRefs(context, catalog));
    const info = lookup(context, Info);
    const title = info instanceof PDFDict ? textOf(context, info.get(named('Title'))) : undefined;
    return { value: { ...found, title }, diagnostics: found.tagged ? [] : [untagged(file)] };
  } catch (error) {
    return { value: undefined, diagnostics: [broken(file, error)] };
  }
}

/** @throws Error where a page cannot be read */
export function describeForeign(
  context: PDFContext,
  catalog: PDFDict,
  leaves: readonly PDFRef[],
): Omit<Foreign, 'title'> {
  if (leaves.length === 0) throw new Error('there is no page in it');
  const names = dictionaryAt(context, catalog, 'Names');
  const form = dictionaryAt(context, catalog, 'AcroForm');
  const opening = dictionaryAt(context, catalog, 'OpenAction');
  return {
    pages: leaves.map((leaf) => {
      const page = context.lookup(leaf, PDFDict);
      readContent(context, page);
      const { width, height } = sheetOf(context, page);
      return { width, height };
    }),
    tagged: isTagged(context, catalog, leaves),
    worded: leaves.some((leaf) =>
      hasFont(context, inherited(context, context.lookup(leaf, PDFDict), 'Resources')),
    ),
    language: textOf(context, catalog.get(named('Lang'))),
    forms: itemsOf(context, form?.get(named('Fields'))).length > 0,
    scripts:
      dictionaryAt(context, names, 'JavaScript') !== undefined ||
      nameOf(context, opening?.get(named('S'))) === 'JavaScript' ||
      catalog.has(named('AA')),
    attachments: dictionaryAt(context, names, 'EmbeddedFiles') !== undefined,
  };
}

/** The file says that it is tagged (ISO 32000-1, 14.7.1), and something on its pages is. */
function isTagged(context: PDFContext, catalog: PDFDict, leaves: readonly PDFRef[]): boolean {
  const marked = lookup(context, dictionaryAt(context, catalog, 'MarkInfo')?.get(named('Marked')));
  return marked === PDFBool.True && piecesIn(readTree(context, catalog, leaves) ?? []).length > 0;
}

/** Text is shown with a font of the page, or of a form that is drawn on it (ISO 32000-1, 7.8.3). */
function hasFont(context: PDFContext, resources: PDFObject | undefined, depth = 0): boolean {
  const found = lookup(context, resources);
  if (!(found instanceof PDFDict)) return false;
  if ((dictionaryAt(context, found, 'Font')?.keys().length ?? 0) > 0) return true;
  if (depth >= deepest) return false;
  const drawn = dictionaryAt(context, found, 'XObject');
  return (drawn?.values() ?? []).some((object) => {
    const stream = lookup(context, object);
    return stream instanceof PDFRawStream && hasFont(context, stream.dict.get(named('Resources')), depth + 1);
  });
}

/** Forms in forms: further down nobody looks, as a form may draw itself. */
const deepest = 4;

/** @throws Error where the page's content is damaged */
function readContent(context: PDFContext, page: PDFDict): void {
  for (const part of itemsOf(context, page.get(named('Contents')))) {
    try {
      bytesOf(context, part);
    } catch (error) {
      // Slower, and reads what is only badly closed.
      const stream = lookup(context, part);
      if (!(stream instanceof PDFRawStream)) throw error;
      if (decodePDFRawStream(stream).decode().length === 0) throw error;
    }
  }
}

/** The trailer leads to how the file is locked (ISO 32000-1, 7.6.1); the rest of it cannot be read then. */
export function isEncrypted(pdf: Uint8Array): boolean {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text);
}

const about = ({ id }: ForeignFile) => (id === undefined ? {} : { report: id });

export function encrypted(file: ForeignFile) {
  const message = `${file.name} is protected with a password or against changes.`;
  const hint = 'Ask its author for a copy without protection.';
  return { ...foreignEncrypted.at(file.place, message, hint), ...about(file) };
}

export function broken(file: ForeignFile, error: unknown) {
  const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  const message = `${file.name} cannot be read as a PDF: ${reason.replace(/\.$/, '')}.`;
  const hint = 'Open it in another program and save it once more, or ask its author for another copy.';
  return { ...foreignBroken.at(file.place, message, hint), ...about(file) };
}

export function untagged(file: ForeignFile) {
  const message = `${file.name} has no tags, so a screen reader is not told what is on its pages.`;
  const hint =
    'Ask its author for an accessible version. Until there is one, say on the agenda whom to ask for another format.';
  return { ...foreignUntagged.at(file.place, message, hint), ...about(file) };
}
