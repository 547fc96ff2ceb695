import type { Paper } from '../compose/paper.ts';
import { withPages } from '../compose/pages.ts';
import { printedDraft } from '../draft/printed.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import type { HtmlDocument } from '../render/document.ts';
import type { Known, Part } from './settle.ts';

/** The pages of a pack are counted through all its papers, and their numbers are laid over them: none has its own. */
const withoutNumber = '@page { @bottom-right { content: none; } }';

/** Lays a paper out as it stands in a pack. */
export function forPack({ value, diagnostics }: Result<HtmlDocument>): Result<HtmlDocument> {
  const document = value && { ...value, pageCss: `${value.pageCss}\n${withoutNumber}` };
  return { value: document, diagnostics };
}

/**
 * A paper of ours as a part of a pack. One that is longer than its style's limit has page numbers in its contents and
 * behind its references: those of the pack.
 *
 * @param prefix what stands before each of the pack's page numbers
 */
export function ownPart(
  name: string,
  paper: Paper,
  render: (paper: Paper) => Result<HtmlDocument>,
  prefix: string,
): Part {
  let plain: Result<HtmlDocument> | undefined;
  const laidOut = (laid: Paper): Result<HtmlDocument> => {
    const { value, diagnostics } = forPack(render(laid));
    return { value: value && paper.draft ? printedDraft(value) : value, diagnostics };
  };
  return {
    name,
    kind: 'own',
    date: new Date(`${paper.dated}T00:00:00Z`),
    layOut: ({ count, own }: Known) =>
      count > paper.sides ? laidOut(withPages(paper, own, prefix)) : (plain ??= laidOut(paper)),
  };
}
