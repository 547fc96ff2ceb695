import type { Paper } from '../compose/paper.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import { countPages } from '../print/count.ts';
import type { HtmlDocument } from '../render/document.ts';
import { linesOf } from './lines.ts';
import { draftStamp } from './stamp.ts';

export { printedDraft } from './printed.ts';

type Print = (document: HtmlDocument) => Promise<Result<Uint8Array>>;

/**
 * Prints what is laid behind the pages of a printed draft: as `Finishing.behind`.
 * @param draft the draft as it was laid out
 * @param pdf the draft as it was printed
 */
export async function behindDraft(
  draft: HtmlDocument,
  pdf: Uint8Array,
  print: Print,
): Promise<Result<Uint8Array>> {
  return print(draftStamp(draft, await linesOf(pdf)));
}

/**
 * How many sides a draft will have once it is cleared: what only a draft shows makes no paper longer than its style's limit,
 * and the one that is cleared has contents with page numbers where its draft had.
 */
export async function clearedSides(
  draft: Paper,
  render: (paper: Paper) => Result<HtmlDocument>,
  print: Print,
): Promise<number | undefined> {
  const cleared = { ...draft };
  delete cleared.draft;
  const { value } = render(cleared);
  const printed = value && (await print(value)).value;
  return printed && countPages(printed);
}
