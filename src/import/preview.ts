import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Framework } from '../records/framework.ts';
import type { Meaning } from './headers.ts';
import { entriesOf, type Change, type Plan } from './plan.ts';
import { columnLetter } from './table.ts';
import { digits } from './xlsx.ts';

/** What an import would do or has done, for people to read and as JSON. */
export interface Preview {
  /** The file of figures, as it was named. */
  from: string;
  sheet?: string;
  /** The record, relative to the project folder. */
  into: string;
  /** Each header and what it was taken for; not there for a column that is not used. */
  columns: { column: string; header: string; taken?: string }[];
  figures: {
    what: Change['what'];
    indicator: string;
    period: string;
    row: number;
    changes: PreviewEntry[];
  }[];
  counts: Record<Change['what'] | 'refused', number>;
  /** Rows below the headers that hold no figure. */
  rowsWithout: number[];
  written: boolean;
}

/** One entry of a figure: what stood there, where anything did, and what stands there afterwards. */
export interface PreviewEntry {
  entry: string;
  from?: number | string;
  to: number | string;
}

/** What a column was taken for, in words. */
export function takenFor(meaning: Meaning, framework: Framework): string {
  if (meaning.sort === 'indicator') return 'the indicator';
  if (meaning.sort === 'period') return 'the period';
  if (meaning.sort === 'part') return 'the part of the year';
  if (meaning.sort === 'figures') return `the figures of ${meaning.period}`;
  return wordsFor(meaning.path, framework);
}

function wordsFor(path: readonly string[], framework: Framework): string {
  const [name = '', inner = ''] = path;
  if (name === 'comparators') return `the average of ${framework.comparators?.[inner] ?? inner}`;
  const words: Readonly<Record<string, string>> = {
    value: 'the figure',
    as_at: 'the day the figure stood at',
    'local.value': 'the local figure',
    'local.as_at': 'the day of the local figure',
    'local.source': 'the source of the local figure',
  };
  return words[path.join('.')] ?? `the ${name}`;
}

/** The figures of a plan as the preview shows them. */
export function previewOf(plan: Plan): Preview['figures'] {
  return plan.map(({ what, indicator, period, row, entries, value }) => ({
    what,
    indicator,
    period,
    row,
    changes:
      what === 'unchanged'
        ? entriesOf(value).flatMap(([entry, to]) => (entry === 'value' ? [{ entry, to }] : []))
        : entries.map(({ path, from, to }) => ({
            entry: path.join('.'),
            ...(from === undefined ? {} : { from }),
            to,
          })),
  }));
}

/** The preview as a person reads it in a terminal. */
export function previewText(preview: Preview, refused: readonly Diagnostic[]): string {
  const sheet = preview.sheet === undefined ? '' : `, sheet ${preview.sheet}`;
  const lines = [`${preview.from}${sheet} into ${preview.into}`];
  if (preview.columns.length > 0) lines.push('', 'Columns');
  lines.push(
    ...table(preview.columns.map(({ column, header, taken }) => [column, header, taken ?? 'not used'])),
  );
  lines.push('', 'Figures');
  const rows = preview.figures.map(({ what, indicator, period, changes }) => [
    what,
    indicator,
    period,
    changes.map((c) => entryText(c, what)).join('; '),
  ]);
  for (const { message } of refused)
    rows.push(['refused', /^row \d+(?:, column [A-Z]+ \([^)]*\))?/.exec(message)?.[0] ?? message]);
  lines.push(...(rows.length === 0 ? ['  none'] : table(rows)));
  if (preview.rowsWithout.length > 0) {
    const many = preview.rowsWithout.length > 1;
    lines.push('', `Without a figure: ${many ? 'rows' : 'row'} ${listed(preview.rowsWithout)}.`);
  }
  const { added, changed, unchanged } = preview.counts;
  lines.push(
    '',
    `${String(added)} added, ${String(changed)} changed, ${String(unchanged)} unchanged, ${String(preview.counts.refused)} refused.`,
  );
  return `${lines.join('\n')}\n`;
}

function entryText({ entry, from, to }: PreviewEntry, what: Change['what']): string {
  const name = entry.replace('.', ' ').replace('comparators ', '').replace('_', ' ');
  if (entry === 'value' && from === undefined) return shown(to);
  if (from !== undefined) return `${name} ${shown(from)} -> ${shown(to)}`;
  return `${name} ${shown(to)}${what === 'changed' ? ' (new)' : ''}`;
}

function shown(value: number | string): string {
  return typeof value === 'number' ? digits(value) : value;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  // A row of two cells is one without columns, as refusals are.
  for (const row of rows.filter((r) => r.length > 2))
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  widths[0] = Math.max(widths[0] ?? 0, ...rows.map((row) => row[0]?.length ?? 0));
  return rows.map((row) =>
    `  ${row.map((cell, i) => cell.padEnd(i === row.length - 1 ? 0 : (widths[i] ?? 0))).join('  ')}`.trimEnd(),
  );
}

/** `3, 5 to 8 and 11` */
function listed(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  const words = runs.map(([a, b]) => (a === b ? String(a) : `${String(a)} to ${String(b)}`));
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : (words[0] ?? '');
}

/** The letter over a column and its header, as previews show them. */
export function columnName(index: number, header: string): { column: string; header: string } {
  return { column: columnLetter(index), header };
}
