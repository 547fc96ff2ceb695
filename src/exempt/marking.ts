import type { Flow } from '../compose/markdown.ts';
import type { Inline } from '../compose/inline.ts';
import type { Paragraph } from '../compose/paper.ts';
import { anchorOf, fromFlow, isShort } from '../compose/flow.ts';
import type { Exempt } from '../records/exempt.ts';
import type { Prose } from '../records/prose.ts';
import { kindsInWords, paragraphsInWords } from './schedule-12a.ts';

/**
 * How papers say that something is exempt. In the public version words stand in its place; in the restricted one words
 * stand before it and behind it, so that a reader who hears it knows where it begins and ends.
 */

/** What stands in the place of a paragraph in the public version. */
function withheldWords({ paragraphs }: Exempt): string {
  return `This paragraph is exempt from publication under ${paragraphsInWords(paragraphs)} of Part 1 of Schedule 12A to the Local Government Act 1972 (${kindsInWords(paragraphs)}). It is in the restricted papers.`;
}

/** The same inside a sentence or a cell. */
export function withheldInShort({ paragraphs }: Exempt): string {
  return `[exempt from publication under ${paragraphsInWords(paragraphs)} of Part 1 of Schedule 12A; in the restricted papers]`;
}

/** What stands before an exempt passage in the restricted version. */
function shownBefore({ paragraphs }: Exempt): string {
  return `[Exempt: ${paragraphsInWords(paragraphs)} of Part 1 of Schedule 12A to the Local Government Act 1972 (${kindsInWords(paragraphs)})]`;
}

/** The same inside a sentence or a cell. */
function shownInShort({ paragraphs }: Exempt): string {
  return `[Exempt: ${paragraphsInWords(paragraphs)} of Part 1 of Schedule 12A]`;
}

const end = '[End of exempt information]';

/** What marks the restricted version of a paper as a whole. @param whole why the whole report is exempt, where it is */
export function restrictedWords(whole: Exempt | undefined): string {
  return whole
    ? `Not for publication: the whole report is exempt under ${paragraphsInWords(whole.paragraphs)} of Part 1 of Schedule 12A to the Local Government Act 1972 (${kindsInWords(whole.paragraphs)}).`
    : 'Not for publication: this version holds exempt information.';
}

function strong(text: string): Inline {
  return { kind: 'strong', content: [{ kind: 'text', text }] };
}

function plain(text: string): Inline {
  return { kind: 'text', text };
}

/** What the public version says in place of exempt prose. */
export function withheldFlow(exempt: Exempt): Flow[] {
  return [{ kind: 'paragraph', content: [plain(withheldWords(exempt))] }];
}

/** Exempt prose inside a sentence, a cell or an entry of a list. @param said its words, where this version has them */
export function exemptInline({ exempt, withheld }: Prose, said: readonly Inline[]): Inline[] {
  if (!exempt) return [...said];
  if (withheld) return [plain(withheldInShort(exempt))];
  return [strong(shownInShort(exempt)), plain(' '), ...said, plain(' '), strong(end)];
}

/** A text that is no prose, marked in the same way: the title of an appendix. */
export function exemptText(exempt: Exempt | undefined, text: string | undefined): string {
  if (!exempt) return text ?? '';
  return text === undefined ? withheldInShort(exempt) : `${shownInShort(exempt)} ${text} ${end}`;
}

/**
 * Exempt prose as a paragraph. Whatever stands in it, it has one number: the public version, which has one paragraph in
 * its place, is numbered alike.
 */
export function exemptParagraph(
  prose: Prose,
  exempt: Exempt,
  flow: readonly Flow[],
  id: string,
  first: Pick<Paragraph, 'level' | 'number' | 'title'>,
): Paragraph[] {
  if (prose.withheld) return fromFlow(flow, id, first).map((p) => ({ ...p, exempt: 'withheld' }));
  const inner = fromFlow(flow, `${id}/exempt`, { level: first.level });
  const closing = `${id}/exempt/end`;
  const content = [strong(shownBefore(exempt))];
  return [
    {
      kind: 'paragraph',
      id,
      anchor: anchorOf(id),
      ...first,
      content,
      short: isShort(content),
      blocks: [
        ...inner,
        {
          kind: 'paragraph',
          id: closing,
          anchor: anchorOf(closing),
          level: first.level,
          content: [strong(end)],
          short: true,
          blocks: [],
        },
      ],
      exempt: 'shown',
    },
  ];
}
