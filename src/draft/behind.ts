import type { Result } from '../diagnostics/diagnostic.ts';
import type { HtmlDocument } from '../render/document.ts';
import { linesOf } from './lines.ts';
import { draftStamp } from './stamp.ts';

/** What marks a draft that somebody prints from its HTML. In its PDF the watermark is laid behind the pages. */
const withoutWatermark = `
html { background: none; }
.watermark { display: none; }`;

/** A draft as it is printed for its PDF: nothing of it hides what is laid behind it. */
export function printedDraft(document: HtmlDocument): HtmlDocument {
  return { ...document, pageCss: `${document.pageCss}${withoutWatermark}` };
}

/**
 * Prints what is laid behind the pages of a printed draft: as `Finishing.behind`.
 * @param draft the draft as it was laid out
 * @param pdf the draft as it was printed
 */
export async function behindDraft(
  draft: HtmlDocument,
  pdf: Uint8Array,
  print: (document: HtmlDocument) => Promise<Result<Uint8Array>>,
): Promise<Result<Uint8Array>> {
  return print(draftStamp(draft, await linesOf(pdf)));
}
