import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Framework } from '../records/framework.ts';
import { IndicatorValue } from '../records/indicators.ts';
import { isShare, readDate, readNumber, readText } from './cells.ts';
import { inEveryFigure, type Column, type Headers } from './headers.ts';
import { IndicatorNames } from './indicators.ts';
import { Row } from './row.ts';
import { importRules } from './rules.ts';
import { columnLetter, isBlank, type Table } from './table.ts';

/** One figure as the file gives it. */
export interface Figure {
  indicator: string;
  /** Only the entries that the file has cells for. */
  value: IndicatorValue;
  /** The row it stands in, as spreadsheets count. */
  row: number;
  /** The column with the figure, as spreadsheets name it. */
  column: string;
  place: Place;
}

/** What was taken from a file and what was not. */
export interface Figures {
  figures: Figure[];
  /** Rows without any figure: headings, remarks, periods to come. */
  without: number[];
  diagnostics: Diagnostic[];
}

/** Reads the figures below the headers. A row with anything refused in it gives none. */
export function readFigures(table: Table, headers: Headers, framework: Framework): Figures {
  const reader = new FigureReader(headers.columns, framework);
  table.rows.forEach((cells, i) => {
    if (i <= headers.row || headers.columns.every(({ index }) => isBlank(cells[index]))) return;
    reader.row(new Row(table.file, i + 1, cells, headers.columns, reader.read.diagnostics));
  });
  return reader.read;
}

/** A column that holds an entry of a figure, with the entry’s name in two parts. */
type EntryColumn = Column & { meaning: { sort: 'entry' } };

function isEntry(column: Column): column is EntryColumn {
  return column.meaning.sort === 'entry';
}

const localHeaders: Readonly<Record<string, string>> = {
  'local.value': 'Local value',
  'local.as_at': 'Local date',
  'local.source': 'Local source',
};

class FigureReader {
  readonly read: Figures = { figures: [], without: [], diagnostics: [] };
  readonly #wide: readonly (Column & { meaning: { sort: 'figures' } })[];
  readonly #entries: readonly EntryColumn[];
  readonly #framework: Framework;
  readonly #names: IndicatorNames;

  constructor(columns: readonly Column[], framework: Framework) {
    this.#wide = columns.filter(
      (c): c is Column & { meaning: { sort: 'figures' } } => c.meaning.sort === 'figures',
    );
    this.#entries = columns.filter(isEntry);
    this.#framework = framework;
    this.#names = new IndicatorNames(framework);
  }

  row(row: Row): void {
    const entries = row.filled(this.#entries).filter(isEntry);
    const wide = this.#wide.filter(({ index }) => !isBlank(row.cells[index]));
    const holdsFigures =
      this.#wide.length > 0 ? wide.length > 0 : entries.some(({ meaning }) => meaning.holds !== 'text');
    if (!holdsFigures) {
      this.read.without.push(row.number);
      return;
    }
    const before = this.read.diagnostics.length;
    const indicator = row.indicator(this.#names);
    if (this.#wide.length > 0) {
      const shared = entries.filter(({ meaning }) => inEveryFigure(meaning.path));
      for (const column of wide) {
        const value: EntryColumn = {
          ...column,
          meaning: { sort: 'entry', path: ['value'], holds: 'number' },
        };
        this.#figure(
          row,
          value,
          [value, ...shared],
          indicator,
          column.meaning.period,
          this.read.diagnostics.length,
        );
      }
      return;
    }
    const period = row.period();
    const value = this.#entries.find(({ meaning }) => meaning.path[0] === 'value');
    if (!value) return;
    if (!entries.includes(value))
      row.refuse(
        importRules.incomplete,
        value,
        'no figure stands here, and the row has others that belong to it.',
        'Write the figure, or empty the row’s other cells.',
      );
    this.#figure(row, value, entries, indicator, period, before);
  }

  /** @param before how much was refused before anything of this figure was read */
  #figure(
    row: Row,
    at: EntryColumn,
    columns: readonly EntryColumn[],
    indicator: string | undefined,
    period: string | undefined,
    before: number,
  ): void {
    const unit = indicator === undefined ? undefined : this.#framework.indicators?.[indicator]?.unit;
    const plain: Record<string, string | Record<string, string>> = {};
    for (const column of columns) {
      const read = this.#entry(row, column, unit);
      if (read === undefined) continue;
      const [name, inner] = column.meaning.path;
      const around = plain[name];
      if (inner === undefined) plain[name] = read;
      else plain[name] = { ...(typeof around === 'object' ? around : {}), [inner]: read };
    }
    if (indicator === undefined || period === undefined || this.read.diagnostics.length > before) return;
    const value = IndicatorValue().safeParse({ period, ...plain });
    if (!value.success) {
      this.#unfit(row, columns, value.error.issues);
      return;
    }
    this.#small(row, at, unit, value.data.value);
    this.read.figures.push({
      indicator,
      value: value.data,
      row: row.number,
      column: columnLetter(at.index),
      place: row.cells[at.index]?.place ?? row.place,
    });
  }

  /** What a cell gives to the record, or undefined where it is refused. */
  #entry(row: Row, column: EntryColumn, unit: string | undefined): string | undefined {
    const cell = row.cells[column.index];
    if (!cell) return undefined;
    const { holds, path } = column.meaning;
    const counted = path[0] === 'numerator' || path[0] === 'denominator';
    // Where the indicator is not known, nothing can be said against its unit.
    const own = counted ? undefined : (unit ?? (cell.text.endsWith('%') ? '%' : '£'));
    const read =
      holds === 'number' ? readNumber(cell, own) : holds === 'date' ? readDate(cell) : readText(cell);
    if ('plain' in read) return read.plain;
    const rules = { number: importRules.number, date: importRules.date, text: importRules.text };
    row.refuse(rules[holds], column, read.wrong, read.hint);
    return undefined;
  }

  /** What the schema of a figure says against cells, or against ones that are not there. */
  #unfit(
    row: Row,
    columns: readonly EntryColumn[],
    issues: readonly { path: PropertyKey[]; message: string }[],
  ): void {
    const missing: string[] = [];
    for (const { path, message } of issues) {
      const name = path.map(String).join('.');
      const [wrong = '', hint = ''] = message.split('\n');
      const column = columns.find(({ meaning }) => meaning.path.join('.') === name);
      if (column) row.refuse(importRules.text, column, wrong, hint);
      else missing.push(localHeaders[name] ?? name);
    }
    if (missing.length === 0) return;
    this.read.diagnostics.push(
      importRules.incomplete.at(
        row.place,
        `row ${String(row.number)}: the local figure has no ${missing.join(' and no ')}.`,
        'A local figure needs its value, its date and its source; fill in all three or none.',
      ),
    );
  }

  #small(row: Row, column: Column, unit: string | undefined, value: number): void {
    if (unit === undefined || !isShare(unit) || value <= 0 || value >= 1) return;
    const percent = String(Number((value * 100).toPrecision(15)));
    this.read.diagnostics.push(
      importRules.share.at(
        row.cells[column.index]?.place ?? row.place,
        `${row.cellName(column)}: the figure is read as ${String(value)}%, less than one in a hundred.`,
        `If ${percent}% is meant, write ${percent} or give the cell the format of a percentage.`,
      ),
    );
  }
}
