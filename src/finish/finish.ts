import { PDFDict } from '@cantoo/pdf-lib';
import { stops, type Result } from '../diagnostics/diagnostic.ts';
import { writeAbout } from './about.ts';
import { renameBookmarks } from './bookmarks.ts';
import type { Finishing } from './finishing.ts';
import { mendContent } from './mend.ts';
import { named } from './objects.ts';
import { layOver } from './overlay.ts';
import { pageRefs } from './pages.ts';
import { readPdf } from './read.ts';
import { damaged } from './rules.ts';
import { save } from './save.ts';
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
    const { document, pages, shown, diagnostics } = mendContent(context, catalog, finishing.language);
    if (document) writeTree(context, catalog, document, pages, shown);
    const { stamps, behind } = finishing;
    if (behind) diagnostics.push(...(await layOver(context, pageRefs(context, catalog), behind, 'behind')));
    if (stamps) diagnostics.push(...(await layOver(context, pageRefs(context, catalog), stamps)));
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
