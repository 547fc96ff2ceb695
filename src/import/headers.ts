import type { Framework } from '../records/framework.ts';
import { readPeriod } from './periods.ts';
import { isBlank, type Cell } from './table.ts';

/** What a column is taken for. */
export type Meaning =
  | { sort: 'indicator' }
  | { sort: 'period' }
  | { sort: 'part' }
  /** One entry of a figure: `value`, `local.as_at`, `comparators.england`. */
  | { sort: 'entry'; path: readonly [string] | readonly [string, string]; holds: 'number' | 'date' | 'text' }
  /** The figures of one period, in a table that has a column for each. */
  | { sort: 'figures'; period: string };

export interface Column {
  index: number;
  header: string;
  meaning: Meaning;
}

const entry = (path: [string] | [string, string], holds: 'number' | 'date' | 'text'): Meaning => ({
  sort: 'entry',
  path,
  holds,
});

/** The words that head a column, without spaces and capitals. */
const words: readonly [names: string, meaning: Meaning][] = [
  [
    'indicator indicators indicatorcode indicatorname indicatorid indicatorref code name measure measurename measurecode measureid pi picode piref id ref reference performanceindicator',
    { sort: 'indicator' },
  ],
  ['period periods year financialyear reportingperiod timeperiod', { sort: 'period' }],
  ['quarter half part', { sort: 'part' }],
  ['value values figure figures result results outturn actual performance score', entry(['value'], 'number')],
  ['numerator num', entry(['numerator'], 'number')],
  ['denominator denom', entry(['denominator'], 'number')],
  ['target targets targetvalue', entry(['target'], 'number')],
  ['asat asatdate dateasat date dateoffigure figuredate', entry(['as_at'], 'date')],
  ['source sources datasource', entry(['source'], 'text')],
  ['note notes comment comments commentary remark remarks', entry(['note'], 'text')],
  ['local localvalue localfigure localresult', entry(['local', 'value'], 'number')],
  ['localdate localasat localasatdate', entry(['local', 'as_at'], 'date')],
  ['localsource localdatasource', entry(['local', 'source'], 'text')],
];

const meanings = new Map(
  words.flatMap(([names, meaning]) => names.split(' ').map((n) => [n, meaning] as const)),
);

/** Headers by the words an officer would look for, to suggest the nearest. */
export const headerNames = [
  'Indicator',
  'Period',
  'Quarter',
  'Value',
  'Numerator',
  'Denominator',
  'Target',
  'As at',
  'Source',
  'Note',
  'Local value',
  'Local date',
  'Local source',
];

/** Letters and digits alone. */
export function plainWords(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}%]/gu, '');
}

/** What a header says its column holds; undefined where it says nothing known. */
export function meaningOf(header: string, framework: Framework): Meaning | undefined {
  const plain = plainWords(header);
  if (plain === '') return undefined;
  const known = meanings.get(plain);
  if (known) return known;
  for (const [id, name] of Object.entries(framework.comparators ?? {})) {
    const own = [plainWords(id), plainWords(name)];
    const bare = plain.replace(/^(?:averagefor|averageof|average)|(?:average|avg|mean)$/g, '');
    if (own.includes(plain) || own.includes(bare)) return entry(['comparators', id], 'number');
  }
  const read = readPeriod(header);
  return 'period' in read ? { sort: 'figures', period: read.period } : undefined;
}

/** The row that holds the headers, and what its columns are; undefined where no row does. */
export interface Headers {
  /** From 0. */
  row: number;
  columns: Column[];
  /** Headers that say nothing known. */
  others: { index: number; header: string }[];
}

/** How far down the headers may stand: titles and remarks come above them. */
const headersWithin = 30;

/** Finds the first row with a column for the indicator and figures by period. */
export function findHeaders(rows: readonly Cell[][], framework: Framework): Headers | undefined {
  for (const [row, cells] of rows.slice(0, headersWithin).entries()) {
    const found = columnsOf(cells, framework);
    const has = (sort: Meaning['sort']): boolean => found.columns.some((c) => c.meaning.sort === sort);
    const long =
      (has('period') || has('part')) &&
      found.columns.some((c) => c.meaning.sort === 'entry' && c.meaning.path[0] === 'value');
    if (has('indicator') && (long || has('figures'))) return { row, ...found };
  }
  return undefined;
}

/** What each cell of a row would be as a header. */
export function columnsOf(cells: readonly Cell[], framework: Framework): Omit<Headers, 'row'> {
  const columns: Column[] = [];
  const others: Headers['others'] = [];
  cells.forEach((cell, index) => {
    if (isBlank(cell)) return;
    const meaning = meaningOf(cell.text, framework);
    if (meaning) columns.push({ index, header: cell.text, meaning });
    else others.push({ index, header: cell.text });
  });
  // A column headed “Quarter” alone says the whole period.
  const part = columns.find((c) => c.meaning.sort === 'part');
  if (part && !columns.some((c) => c.meaning.sort === 'period' || c.meaning.sort === 'figures'))
    part.meaning = { sort: 'period' };
  return { columns, others };
}

/** In a table with a column for each period, what else stands in a row belongs to one period only, but for the source. */
export function inEveryFigure(path: readonly string[]): boolean {
  return path[0] === 'source';
}
