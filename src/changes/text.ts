import { kindWords, type Change } from './change.ts';
import type { Comparison } from './compare.ts';
import type { PaperDifference } from './paper/merge.ts';
import { placesInWords, renumberedInWords } from './words.ts';

/** Changes as a person reads them in a terminal, in groups. Without colours, so that it can be put into a file or a mail. */
export function changesText({ earlier, changes, setting, made }: Comparison): string {
  const { called } = earlier;
  const lines: string[] = [];
  if (changes.changes.length === 0) {
    lines.push(`Nothing has changed in the data of ${made.report} since ${called}.`);
  } else {
    lines.push(`What has changed in ${made.report} since ${called}`);
    const groups = new Map<Change['kind'], Change[]>();
    for (const change of changes.changes)
      groups.set(change.kind, [...(groups.get(change.kind) ?? []), change]);
    for (const [kind, group] of groups) {
      lines.push('', kindWords[kind]);
      for (const { sentence, where } of group) {
        lines.push(`  ${plain(sentence)}`);
        const places = placesInWords(where);
        lines.push(`      ${places === '' ? 'not shown in the paper' : plain(`shown in ${places}`)}`);
      }
    }
  }
  if (changes.paper.length > 0) {
    lines.push('', 'In the paper');
    for (const difference of changes.paper) lines.push(`  ${plain(differenceInWords(difference))}`);
  }
  const renumbered = renumberedInWords(changes.renumbered);
  if (renumbered !== undefined) lines.push('', renumbered);
  if (setting.length > 0) {
    lines.push('', 'Not a change of the data');
    lines.push(...setting.map((sentence) => `  ${sentence}`));
  }
  return `${lines.join('\n')}\n`;
}

/** "paragraph 10.3: “36%” → “38%”". */
export function differenceInWords({ what, where, row, column, before, after }: PaperDifference): string {
  const place = [where.words, ...[row, column].filter((part) => part !== undefined && part !== '')].join(
    ', ',
  );
  const quote = (text: string): string => `“${inShort(text)}”`;
  if (what === 'added') return `${place}: added ${quote(after)}`;
  if (what === 'removed')
    return `${place}${where.anchor === undefined ? ' of the earlier paper' : ''}: taken out ${quote(before)}`;
  if (before === '') return `${place}: ${quote(after)} put in`;
  if (after === '') return `${place}: ${quote(before)} taken out`;
  return `${place}: ${quote(before)} → ${quote(after)}`;
}

const longest = 160;

function inShort(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
