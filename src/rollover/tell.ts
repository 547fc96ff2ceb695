import { groupBy } from '../group.ts';
import type { RolledOver, Started } from './rollover.ts';

/** What a rollover comes to, in words for the officer who asked for it. */
export function rolloverText(done: RolledOver, written: boolean): string {
  const { review, report, promised, notes } = done;
  const lines: string[] = [];
  for (const started of [review, ...(report ? [report] : [])])
    lines.push(...startedLines(started, written), '');
  if (promised.length > 0) {
    lines.push('Actions carried under `promised`, to be brought up to date:');
    lines.push(...promised.map(({ id, status }) => `  ${id}: ${status}`), '');
  }
  if (!report) lines.push('No report rests on the review, so none was started.', '');
  for (const note of notes) lines.push(`Note: ${note}`, '');
  const names = [review, ...(report ? [report] : [])].map(({ id }) => id);
  lines.push(
    written
      ? `Next: fill in what waits, then run: npx scrutineer check ${[...new Set(names)].join(' ')}`
      : 'Nothing is written: this is a preview. Leave --preview out to write it.',
  );
  return `${lines.join('\n')}\n`;
}

function startedLines({ file, from, carried, moved, leftOut, waits }: Started, written: boolean): string[] {
  const titles = moved.filter(({ entry }) => !entry.startsWith('indicators'));
  const inEach = groupBy(waits, ({ entry }) => entry.split(' › ')[0] ?? '');
  return [
    `${written ? 'Started' : 'Would start'} ${file} from ${from}`,
    ...titles.map(({ entry, from: old, to }) => `  moved on   ${entry}: ${old} -> ${to}`),
    ...(carried.length > 0 ? [`  carried    ${carried.join(', ')}`] : []),
    ...(leftOut.length > 0 ? [`  left out   ${leftOut.join(', ')}`] : []),
    `  waits      ${places(waits.length)} to be supplied:`,
    ...[...inEach].map(([entry, found]) => {
      const [first, last] = [found[0]?.line ?? 1, found.at(-1)?.line ?? 1];
      const lines = first === last ? `line ${String(first)}` : `lines ${String(first)} to ${String(last)}`;
      return `             ${entry}, ${lines}${found.length === 1 ? '' : `: ${places(found.length)}`}`;
    }),
  ];
}

function places(count: number): string {
  return `${String(count)} ${count === 1 ? 'place' : 'places'}`;
}

/** The same for programs. */
export function rolloverJson({ review, report, promised, notes }: RolledOver, written: boolean): unknown {
  const plain = ({ id, file, from, carried, moved, leftOut, waits }: Started): Omit<Started, 'bytes'> => {
    return { id, file, from, carried, moved, leftOut, waits };
  };
  return { written, review: plain(review), report: report && plain(report), promised, notes };
}
