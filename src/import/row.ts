import type { Diagnostic, Place, Rule } from '../diagnostics/diagnostic.ts';
import { brokenCell, short } from './cells.ts';
import type { Column } from './headers.ts';
import type { IndicatorNames } from './indicators.ts';
import { readPeriod } from './periods.ts';
import { importRules } from './rules.ts';
import { columnLetter, isBlank, type Cell } from './table.ts';

/** One row of a table, able to say which indicator and which period it is about. */
export class Row {
  /** As spreadsheets count. */
  readonly number: number;
  readonly place: Place;
  readonly cells: readonly Cell[];
  readonly #columns: readonly Column[];
  readonly #diagnostics: Diagnostic[];

  /** @param diagnostics what is refused is added to these */
  constructor(
    file: string,
    number: number,
    cells: readonly Cell[],
    columns: readonly Column[],
    diagnostics: Diagnostic[],
  ) {
    const range = cells[0]?.place.range;
    this.number = number;
    this.place = range ? { file, range: { start: range.start, end: range.start } } : { file };
    this.cells = cells;
    this.#columns = columns;
    this.#diagnostics = diagnostics;
  }

  /** Those of some columns in which something stands. */
  filled(columns: readonly Column[]): Column[] {
    return columns.filter(({ index }) => !isBlank(this.cells[index]));
  }

  /** The indicator, found by any of the cells that name one. */
  indicator(names: IndicatorNames): string | undefined {
    const columns = this.filled(this.#columns.filter(({ meaning }) => meaning.sort === 'indicator'));
    const [first] = columns;
    if (!first) {
      const column = this.#columns.find(({ meaning }) => meaning.sort === 'indicator');
      if (column)
        this.refuse(
          importRules.indicator,
          column,
          'the row does not say which indicator it is about.',
          'Write the indicator in every row; merged cells count for their first row only.',
        );
      return undefined;
    }
    const found = columns.map((column) => names.find(this.cells[column.index]?.text ?? ''));
    // A code that is known is enough, whatever the name beside it: councils shorten names.
    const known = found.filter((ids) => ids.length > 0);
    const [common = []] = known;
    const shared = common.filter((id) => known.every((ids) => ids.includes(id)));
    const [only] = shared;
    if (only !== undefined && shared.length === 1) return only;
    const written = this.cells[first.index]?.text ?? '';
    const name = `\`${short(written)}\``;
    if (known.length === 0) {
      const broken = brokenCell(this.cells[first.index] ?? { text: '', place: this.place });
      this.refuse(
        importRules.indicator,
        first,
        broken?.wrong ?? `the framework has no indicator ${name}.`,
        broken?.hint ?? names.suggest(written),
      );
    } else if (shared.length > 1) {
      this.refuse(
        importRules.indicator,
        first,
        `${name} may be ${shared.map((id) => `\`${id}\``).join(' or ')}.`,
        'Write one of these instead.',
      );
    } else {
      this.refuse(
        importRules.indicator,
        first,
        `${name} and the cell beside it name two indicators.`,
        'Correct the one that is wrong.',
      );
    }
    return undefined;
  }

  /** The period, from its cell and the one with the quarter where there is one. */
  period(): string | undefined {
    const column = this.#columns.find(({ meaning }) => meaning.sort === 'period');
    const part = this.#columns.find(({ meaning }) => meaning.sort === 'part');
    if (!column) return undefined;
    const cell = this.cells[column.index];
    if (!cell || isBlank(cell)) {
      this.refuse(
        importRules.period,
        column,
        'the row does not say which period it is about.',
        'Write the period in every row: 2003/2004, or 2003/2004 Q1.',
      );
      return undefined;
    }
    if (cell.day !== undefined) {
      this.refuse(
        importRules.period,
        column,
        `\`${cell.text}\` is a day, not a period.`,
        'Workbooks turn what looks like a date into one: give the column the format Text and type the period again, as 2003/2004.',
      );
      return undefined;
    }
    const broken = brokenCell(cell);
    const read =
      broken ?? readPeriod([cell.text, partOf(part, part && this.cells[part.index])].join(' ').trim());
    if ('period' in read) return read.period;
    this.refuse(importRules.period, column, read.wrong, read.hint);
    return undefined;
  }

  /** Says what is wrong with a cell, and that its row gives no figure. */
  refuse(rule: Rule, column: Column, wrong: string, hint: string): void {
    const place = this.cells[column.index]?.place ?? this.place;
    const sentence = wrong.charAt(0).toLowerCase() + wrong.slice(1);
    this.#diagnostics.push(rule.at(place, `${this.cellName(column)}: ${sentence}`, hint));
  }

  /** A cell as the person who filled it in would point at it. */
  cellName(column: Column): string {
    return `row ${String(this.number)}, column ${columnLetter(column.index)} (${column.header})`;
  }
}

/** `Q1` from a cell with `1` under “Quarter”; nothing for the whole year. */
function partOf(column: Column | undefined, cell: Cell | undefined): string {
  const text = cell?.text ?? '';
  if (!column || /^(?:year|annual|full year|all|whole year|-)?$/i.test(text)) return '';
  return /^\d$/.test(text) ? `${/^h/i.test(column.header) ? 'H' : 'Q'}${text}` : text;
}
