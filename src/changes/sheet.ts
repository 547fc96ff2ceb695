import type { Block, Paper, Section, Table } from '../compose/paper.ts';
import { countInWords } from '../compose/words.ts';
import { inlines, paragraph, section, table, type Words } from '../statement/blocks.ts';
import type { Change } from './change.ts';
import type { Comparison } from './compare.ts';
import { placesInWords, renumberedInWords } from './words.ts';

/** What the files of a change sheet are called, after the paper. */
export const sheetEnding = '-changes';

/** The changes that members can see in the paper, the most important first. */
export function shownChanges({ changes }: Comparison): Change[] {
  return changes.changes.filter(({ where }) => where.length > 0);
}

/**
 * One page for members: what has changed in a paper, each change in a sentence, and where to find it.
 * @param most how many of the changes stand on it; the rest are counted
 */
export function sheetPaper(comparison: Comparison, most: number): Paper {
  const { earlier, now, changes } = comparison;
  const { paper } = now;
  const shown = shownChanges(comparison);
  const told = shown.slice(0, most);
  const blocks: Block[] = [paragraph('about', aboutWords(comparison, shown.length))];
  if (told.length > 0) blocks.push(changesTable(earlier.heading, told, shown.length));
  for (const [i, words] of restWords(
    shown.length - told.length,
    changes.changes.length - shown.length,
  ).entries())
    blocks.push(paragraph(`rest-${String(i + 1)}`, words));
  const renumbered = renumberedInWords(changes.renumbered);
  if (renumbered !== undefined) blocks.push(paragraph('renumbered', renumbered));
  const sections: Section[] = [section('changes', 'The changes', blocks)];
  return {
    ...paper,
    id: `${paper.id}${sheetEnding}`,
    title: `What has changed since ${earlier.heading}`,
    shortTitle: `Changes: ${paper.shortTitle}`,
    reportOf: `In the report: ${paper.title}`,
    contents: sections.map(({ anchor, heading }) => ({ anchor, text: heading })),
    tables: [],
    figures: [],
    paged: false,
    // It has no contents, however long.
    sides: 1_000,
    sections,
  };
}

function aboutWords({ earlier, now }: Comparison, count: number): Words {
  const { paper } = now;
  const meeting = paper.date === undefined ? '' : ` on ${paper.date.replaceAll(' ', '\u00a0')}`;
  const where = `This sheet belongs to the report named above, which goes before ${paper.body}${meeting}.`;
  if (count === 0) return `${where} Nothing that it says has changed since ${earlier.heading}.`;
  return count === 1
    ? `${where} One thing has changed since ${earlier.heading}.`
    : `${where} ${upper(countInWords(count))} things have changed since ${earlier.heading}; the most important stand first.`;
}

function changesTable(heading: string, told: readonly Change[], all: number): Table {
  const rows = told.map((change): [string, string] => [
    plainSentence(change),
    upper(placesInWords(change.where)),
  ]);
  const caption =
    told.length < all
      ? `The ${countInWords(told.length)} most important changes`
      : `Changes since ${heading}`;
  const made = table(
    'list',
    1,
    caption,
    [{ heading: 'What has changed' }, { heading: 'Where to find it' }],
    rows,
  );
  return { ...made, caption: inlines(caption) };
}

/** What is not on the sheet, in a sentence each. */
function restWords(left: number, unseen: number): string[] {
  return [
    ...(left === 0
      ? []
      : [
          `${upper(countInWords(left))} more ${left === 1 ? 'change is' : 'changes are'} not on this page. The marked copy of the paper shows every change; the clerk of the meeting can give it to you.`,
        ]),
    ...(unseen === 0
      ? []
      : [
          `${upper(countInWords(unseen))} other ${unseen === 1 ? 'change is' : 'changes are'} to the records behind the paper and ${unseen === 1 ? 'changes' : 'change'} nothing that it says.`,
        ]),
  ];
}

/** A change as somebody says it: without the arrow. */
export function plainSentence({ sentence }: Change): string {
  return `${sentence.replaceAll(' → ', ' is now ')}.`.replace(/([.!?…]["”’]?)\.$/, '$1');
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
