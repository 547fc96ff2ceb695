import type { Inline } from '../compose/inline.ts';
import type { Block, Paper, Section } from '../compose/paper.ts';
import type { Comparison } from './compare.ts';
import { note } from './paper/whole.ts';

/** What the files of a marked copy are called, after the paper. */
export const markedEnding = '-marked';

/** The paper as it is now, with what was put in and taken out marked in it. No record travels with it: it is not the paper. */
export function markedPaper({ earlier, before, changes, made }: Comparison): Paper {
  const { marked, paper } = changes;
  const [first, ...rest] = marked.sections;
  const head = paper.filter(({ where }) => where.kind === 'front');
  const text = (words: string): Inline => ({ kind: 'text', text: words });
  const lines: Block[] = [
    note('marked/about', 'marked--about', [
      text(
        `This is a marked copy, not the paper itself. It shows what has changed since ${earlier.heading}. Words that were put in are `,
      ),
      { kind: 'inserted', content: [text('underlined')] },
      text(', words that were taken out are '),
      { kind: 'deleted', content: [text('struck through')] },
      text(', and a bar stands at the edge of the page beside each.'),
      ...(changes.paper.length === 0 ? [text(' Nothing has changed.')] : []),
    ]),
    ...head.map(({ id, before: was, after: is }, i) =>
      note(`marked/head-${String(i + 1)}`, `marked--head-${String(i + 1)}`, [
        text(`${lineWords[id] ?? 'At the head of the paper'}: `),
        ...(was === '' ? [] : [{ kind: 'deleted' as const, content: [text(was)] }]),
        ...(is === '' ? [] : [{ kind: 'inserted' as const, content: [text(is)] }]),
      ]),
    ),
  ];
  const box: Block = { kind: 'box', id: 'marked/box', blocks: lines };
  const sections: Section[] = first ? [{ ...first, blocks: [box, ...first.blocks] }, ...rest] : [];
  return {
    ...marked,
    id: `${before.paper.id}${markedEnding}`,
    title: `${marked.title} (changes marked)`,
    shortTitle: `Marked copy: ${marked.shortTitle}`,
    ...(made.paper?.draft ? { draft: made.paper.draft } : {}),
    sections,
  };
}

const lineWords: Readonly<Record<string, string>> = {
  'front/title': 'Title',
  'front/body': 'Body',
  'front/date': 'Date of the meeting',
  'front/item': 'Item',
  'front/report of': 'Whose report',
  'front/short title': 'Short title',
  'front/council': 'Council',
};
