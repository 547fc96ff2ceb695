import { PDFDict, type PDFContext } from '@cantoo/pdf-lib';
import { stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import { writeAbout } from './about.ts';
import { markDecoration } from './artifacts.ts';
import { renameBookmarks } from './bookmarks.ts';
import { checkFonts, checkHidden, checkTree } from './check.ts';
import { replaceContent } from './content.ts';
import { placeFigures } from './figures.ts';
import type { Finishing } from './finishing.ts';
import { completeRows } from './grid.ts';
import { takeHints } from './hints.ts';
import { nameBullets } from './labels.ts';
import { mendLinks } from './links.ts';
import { named } from './objects.ts';
import { layOver } from './overlay.ts';
import { pageRefs, readPages } from './pages.ts';
import { readPdf } from './read.ts';
import { decorationsOf } from './reading.ts';
import { damaged, untagged } from './rules.ts';
import { save } from './save.ts';
import { shapeTree } from './shape.ts';
import { ShownContent } from './shown.ts';
import { readTree } from './tree.ts';
import { separateWords } from './words.ts';
import { writeTree } from './write-tree.ts';

export type { Attachment, Finishing } from './finishing.ts';

/**
 * Makes a PDF that Chromium printed one that a screen reader reads in order and that an archive can
 * keep: PDF/UA-1 (ISO 14289-1) and PDF/A-3a or 2a (ISO 19005-3 and -2) in the same file. The same
 * paper gives the same bytes, whichever browser of one version printed it and when.
 *
 * Where only the author can mend what is missing, there is no value, and the diagnostics say what to
 * do: nothing is claimed that is not so.
 */
export async function finishPdf(pdf: Uint8Array, finishing: Finishing): Promise<Result<Uint8Array>> {
  try {
    const context = await readPdf(pdf);
    const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
    const diagnostics = mendContent(context, catalog, finishing.language);
    if (finishing.stamps)
      diagnostics.push(...(await layOver(context, pageRefs(context, catalog), finishing.stamps)));
    if (finishing.claim && stops(diagnostics)) return { value: undefined, diagnostics };
    writeAbout(context, catalog, finishing);
    if (finishing.headings && catalog.has(named('Outlines')))
      renameBookmarks(context, catalog, finishing.headings);
    return { value: save(context), diagnostics: finishing.claim ? diagnostics : [] };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    const message = `The printed PDF could not be read: ${reason}.`;
    return { value: undefined, diagnostics: [damaged.at(undefined, message, 'Print the paper once more.')] };
  }
}

function mendContent(context: PDFContext, catalog: PDFDict, language: string): Diagnostic[] {
  const leaves = pageRefs(context, catalog);
  const content = readPages(context, leaves);
  const roots = readTree(context, catalog, leaves);
  if (roots === undefined || roots.length === 0) {
    const hint = 'Print it with tags on, in a browser that can: Chrome or Edge of this year.';
    return [
      untagged.at(
        undefined,
        'The PDF has no tags at all, so a screen reader has no order to read it in.',
        hint,
      ),
    ];
  }
  const shown = new ShownContent(content.pages);
  const { decorations, lost } = decorationsOf(roots, content.pages, shown);
  const document = shapeTree(takeHints(roots, language));
  completeRows(document);
  nameBullets(document, shown);
  placeFigures(context, document, shown);
  const insertions = separateWords(document, shown);
  for (const page of content.pages) {
    for (const layer of page.layers) {
      const bytes = markDecoration(page, layer, decorations.get(page.number), insertions.get(layer));
      if (bytes !== layer.bytes) replaceContent(context, page, layer, bytes);
    }
  }
  const diagnostics = [
    ...checkTree(document, shown),
    ...checkHidden(content, lost),
    ...checkFonts(content),
    ...mendLinks(context, document, content.pages, shown),
  ];
  writeTree(context, catalog, document, content.pages, shown);
  return diagnostics;
}
