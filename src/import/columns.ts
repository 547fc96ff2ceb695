import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, nearest } from '../diagnostics/suggest.ts';
import type { Framework } from '../records/framework.ts';
import { columnsOf, findHeaders, headerNames, inEveryFigure, type Column, type Headers } from './headers.ts';
import { readPeriod } from './periods.ts';
import { importRules } from './rules.ts';
import { columnLetter, isBlank, type Cell, type Table } from './table.ts';

/** Finds what each column holds, and says what keeps a file from being understood. */
export function understandColumns(
  table: Table,
  framework: Framework,
): { headers?: Headers; diagnostics: Diagnostic[] } {
  const headers = findHeaders(table.rows, framework);
  if (!headers) return { diagnostics: [noHeaders(table, framework)] };
  const cells = table.rows[headers.row] ?? [];
  const clashes = clashesIn(table, cells, headers.columns);
  if (clashes.length > 0) return { headers, diagnostics: clashes };
  const kept = usable(headers);
  const dropped = headers.columns.filter((c) => !kept.columns.includes(c));
  return {
    headers: kept,
    diagnostics: [
      ...dropped.map(({ index, header }) =>
        importRules.unused.at(
          placeOf(table, cells, index),
          `Column ${columnLetter(index)} (${header}) is not used: nobody could tell which period it belongs to.`,
          'Give the figures one row for each period, with a column for the period.',
        ),
      ),
      ...headers.others.flatMap(({ index, header }) => {
        const hint = nearlyKnown(header, framework);
        if (hint === undefined) return [];
        return [
          importRules.unused.at(
            placeOf(table, cells, index),
            `Column ${columnLetter(index)} (${header}) is not used.`,
            hint,
          ),
        ];
      }),
    ],
  };
}

/** In a table with a column for each period, only what holds for all of them can be taken besides. */
function usable(headers: Headers): Headers {
  if (!headers.columns.some(({ meaning }) => meaning.sort === 'figures')) return headers;
  const columns = headers.columns.filter(
    ({ meaning }) => meaning.sort !== 'entry' || inEveryFigure(meaning.path),
  );
  return { ...headers, columns };
}

function clashesIn(table: Table, cells: readonly Cell[], columns: readonly Column[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const first = new Map<string, Column>();
  const wide = columns.find(({ meaning }) => meaning.sort === 'figures');
  const long = columns.find(({ meaning }) => meaning.sort === 'period' || meaning.sort === 'part');
  if (wide && long)
    found.push(
      importRules.columns.at(
        placeOf(table, cells, long.index),
        `Column ${columnLetter(long.index)} (${long.header}) says the period of each row, and column ${columnLetter(wide.index)} (${wide.header}) is for one period.`,
        'Either give each figure a row of its own with its period, or give each period a column.',
      ),
    );
  for (const column of columns) {
    // A code and a name may both say which indicator it is.
    if (column.meaning.sort === 'indicator') continue;
    const key = JSON.stringify(column.meaning);
    const earlier = first.get(key);
    if (!earlier) first.set(key, column);
    else
      found.push(
        importRules.columns.at(
          placeOf(table, cells, column.index),
          `Columns ${columnLetter(earlier.index)} (${earlier.header}) and ${columnLetter(column.index)} (${column.header}) are taken for the same thing.`,
          'Delete one of them, or call it something else.',
        ),
      );
  }
  return found;
}

function noHeaders(table: Table, framework: Framework): Diagnostic {
  const best = table.rows
    .slice(0, 30)
    .map((cells, row) => ({ row, cells, ...columnsOf(cells, framework) }))
    .reduce<{ row: number; cells: Cell[]; columns: Column[]; others: Headers['others'] } | undefined>(
      (a, b) => (b.columns.length > (a?.columns.length ?? 0) ? b : a),
      undefined,
    );
  const form =
    'The first row of the table needs Indicator, Period and Value, or Indicator and a column for each period: 2022/23.';
  if (!best) {
    const headers = table.rows.find((row) => row.some((cell) => !isBlank(cell))) ?? [];
    const near = headers.flatMap((cell) => (isBlank(cell) ? [] : (nearlyKnown(cell.text, framework) ?? [])));
    return importRules.columns.at(
      { file: table.file },
      'No row holds headers that say what the columns are.',
      near[0] ?? form,
    );
  }
  const has = (sort: string): boolean => best.columns.some(({ meaning }) => meaning.sort === sort);
  const value = best.columns.some(({ meaning }) => meaning.sort === 'entry' && meaning.path[0] === 'value');
  const missing = [
    ...(has('indicator') ? [] : ['Indicator']),
    ...(has('period') || has('part') || has('figures') ? [] : ['Period']),
    ...(value || has('figures') ? [] : ['Value']),
  ];
  const near = best.others.flatMap(({ header }) => nearlyKnown(header, framework) ?? []);
  return importRules.columns.at(
    placeOf(table, best.cells, best.columns[0]?.index ?? 0),
    `The headers in row ${String(best.row + 1)} have no ${missing.join(' and no ')}.`,
    near[0] === undefined ? form : `${near[0]} ${form}`,
  );
}

/** What was most likely meant by a header that says nothing known. */
function nearlyKnown(header: string, framework: Framework): string | undefined {
  const period = readPeriod(header);
  if ('hint' in period && /^(?:FY ?)?\d{2,4}(?:[/-]\d{2,4})?$/i.test(header))
    return `\`${header}\` is not a period. ${period.hint}`;
  const names = [...headerNames, ...Object.values(framework.comparators ?? {})];
  return nearest(header, names) === undefined ? undefined : didYouMean(header, names);
}

function placeOf(table: Table, cells: readonly Cell[], index: number): { file: string } {
  return cells[index]?.place ?? { file: table.file };
}
