import type { PDFContext, PDFDict } from '@cantoo/pdf-lib';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { markDecoration } from './artifacts.ts';
import { checkFonts, checkHidden, checkTree } from './check.ts';
import { replaceContent } from './content.ts';
import { placeFigures } from './figures.ts';
import { completeRows } from './grid.ts';
import { takeHints } from './hints.ts';
import { nameBullets } from './labels.ts';
import { mendLinks } from './links.ts';
import { pageRefs, readPages, type Page } from './pages.ts';
import { decorationsOf } from './reading.ts';
import { untagged } from './rules.ts';
import { shapeTree } from './shape.ts';
import { ShownContent } from './shown.ts';
import { readTree, type Tag } from './tree.ts';
import { separateWords } from './words.ts';

/** A file whose pages are mended, and the tree that is to be written for them. */
export interface Mended {
  /** Absent where the file has no tags. */
  document: Tag | undefined;
  pages: Page[];
  shown: ShownContent;
  diagnostics: Diagnostic[];
}

/**
 * Marks all that is drawn as read or as decoration, shapes the tags, and mends the links.
 * @param first the number of the first page
 * @throws Error where the file is damaged
 */
export function mendContent(context: PDFContext, catalog: PDFDict, language: string, first = 1): Mended {
  const leaves = pageRefs(context, catalog);
  const content = readPages(context, leaves, first);
  const { pages } = content;
  const shown = new ShownContent(pages);
  const roots = readTree(context, catalog, leaves, first);
  if (roots === undefined || roots.length === 0) {
    const hint = 'Print it with tags on, in a browser that can: Chrome or Edge of this year.';
    const message = 'The PDF has no tags at all, so a screen reader has no order to read it in.';
    return { document: undefined, pages, shown, diagnostics: [untagged.at(undefined, message, hint)] };
  }
  const { decorations, lost } = decorationsOf(roots, pages, shown);
  const document = shapeTree(takeHints(roots, language));
  completeRows(document);
  nameBullets(document, shown);
  placeFigures(context, document, shown);
  const insertions = separateWords(document, shown);
  for (const page of pages) {
    for (const layer of page.layers) {
      const bytes = markDecoration(page, layer, decorations.get(page.number), insertions.get(layer));
      if (bytes !== layer.bytes) replaceContent(context, page, layer, bytes);
    }
  }
  const diagnostics = [
    ...checkTree(document, shown),
    ...checkHidden(content, lost),
    ...checkFonts(content),
    ...mendLinks(context, document, pages, shown),
  ];
  return { document, pages, shown, diagnostics };
}
