import { PDFDict } from '@cantoo/pdf-lib';
import { pageRefs, readPages, type Page } from '../finish/pages.ts';
import { readPdf } from '../finish/read.ts';
import { sheetOf } from '../finish/sheet.ts';
import { piecesIn, readTree, tagsIn, type Tag } from '../finish/tree.ts';

/** A printed page and the lines of text on it. */
export interface PrintedPage {
  /** In points. */
  width: number;
  height: number;
  /** Where lines stand: points from the top of the page to each baseline, downwards. */
  baselines: number[];
}

/** Words that are there for the ear only are printed too small to be seen. */
const smallest = 4;

/**
 * Finds the lines of a paper that Chromium printed. What is tagged counts: not what stands in the margins, and not the
 * words in a picture. What stands at one height is one line, whether in one cell or in several.
 * @throws Error where the PDF cannot be read
 */
export async function linesOf(pdf: Uint8Array): Promise<PrintedPage[]> {
  const context = await readPdf(pdf);
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  const leaves = pageRefs(context, catalog);
  const inPictures = picturesIn(readTree(context, catalog, leaves) ?? []);
  return readPages(context, leaves).pages.map((page) => {
    const { width, height } = sheetOf(context, page.node);
    return { width, height, baselines: baselinesOf(page, height, inPictures) };
  });
}

/** The marked content of pictures, which have words in their place, as `page/number`. */
function picturesIn(roots: readonly Tag[]): Set<string> {
  const pictures = tagsIn(roots).filter(
    ({ type, alternative }) => type === 'Figure' && alternative !== undefined,
  );
  return new Set(piecesIn(pictures).map(({ page, id }) => `${page}/${id}`));
}

function baselinesOf(page: Page, height: number, inPictures: ReadonlySet<string>): number[] {
  const found = page.layers
    .flatMap(({ drawings }) => drawings)
    .flatMap(({ kind, belongs, line, text }) => {
      const counts = kind === 'text' && typeof belongs === 'number' && text.trim() !== '';
      if (!counts || !line || line.size < smallest || inPictures.has(`${page.number}/${belongs}`)) return [];
      return [{ top: height - line.start.y, size: line.size }];
    })
    .sort((a, b) => a.top - b.top);
  const lines: { top: number; size: number }[] = [];
  for (const one of found) {
    const last = lines.at(-1);
    // A number in a frame, or beside larger letters, stands a little higher or lower than its line.
    if (last && one.top - last.top < 0.6 * Math.max(last.size, one.size)) continue;
    lines.push(one);
  }
  return lines.map(({ top }) => top);
}
