import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { date } from '../records/date-fields.ts';
import { isCalendarDate } from '../records/dates.ts';
import { number } from '../records/fields.ts';
import type { Cell } from './table.ts';
import { digits } from './xlsx.ts';

/** A cell read as what its column holds: the text a record would have, or what is wrong and what to do. */
export type CellRead = { plain: string } | { wrong: string; hint: string };

/** What an indicator’s unit says of how its figures may be written. */
export function isShare(unit: string): boolean {
  return /^(?:%|per ?cent|percentage)/i.test(unit.trim());
}

/**
 * A figure. Where the unit is %, `38%` and a workbook’s 0.38 shown as 38% are 38.
 * @param unit the indicator’s unit, for figures that are measured in it
 */
export function readNumber(cell: Cell, unit: string | undefined): CellRead {
  const broken = brokenCell(cell);
  if (broken) return broken;
  const share = unit !== undefined && isShare(unit);
  const percentage = {
    wrong: `\`${cell.text}\` is a percentage${unit === undefined ? '' : `, and the unit is ${unit}`}.`,
    hint:
      unit === undefined
        ? 'Write how many there were.'
        : 'Write the figure in its unit, or correct the unit in the framework.',
  };
  if (cell.number !== undefined) {
    if (cell.percent !== true) return { plain: digits(cell.number) };
    return share ? { plain: digits(cell.number * 100) } : percentage;
  }
  if (cell.day !== undefined)
    return {
      wrong: `\`${cell.text}\` is a day, not a number.`,
      hint: 'Give the cell the format of a number.',
    };
  let text = cell.text.replace(/^[−–]/, '-').replace(/^(-?)\./, '$10.');
  if (text.endsWith('%')) {
    if (!share) return percentage;
    text = text.slice(0, -1).trim();
  }
  if (unit?.includes('£')) text = text.replace(/^(-?)£ ?/, '$1');
  const read = number().safeParse(text);
  if (read.success) return { plain: digits(read.data) };
  return {
    wrong: `\`${short(cell.text)}\` is not a number.`,
    hint: /^-?\d+,\d{1,2}$/.test(text)
      ? `Write a point before the decimals: ${text.replace(',', '.')}.`
      : 'Write digits only, or leave the cell empty where there is no figure.',
  };
}

/** A day. `31/03/2004` and `31 March 2004` are taken; what can be read as two days is refused. */
export function readDate(cell: Cell): CellRead {
  const broken = brokenCell(cell);
  if (broken) return broken;
  const written = cell.day ?? dayIn(cell.text);
  const read = date().safeParse(written);
  if (read.success) return { plain: read.data };
  const [wrong = '', hint = ''] = (read.error.issues[0]?.message ?? '').split('\n');
  return { wrong, hint };
}

/** One line of text. */
export function readText(cell: Cell): CellRead {
  return brokenCell(cell) ?? { plain: cell.text };
}

/** What is wrong with a cell in which the workbook itself shows no value. */
export function brokenCell(cell: Cell): { wrong: string; hint: string } | undefined {
  if (cell.broken === 'error')
    return {
      wrong: `\`${cell.text}\` is an error of the workbook.`,
      hint: 'Mend the formula there, or empty the cell.',
    };
  if (cell.broken === 'not-worked-out')
    return {
      wrong: `the formula \`${short(cell.text)}\` has not been worked out.`,
      hint: 'Open the workbook, let it work its formulas out, save it and import it again.',
    };
  return undefined;
}

/** A day in a British form as YYYY-MM-DD, where it can be read in one way only; else as it is. */
function dayIn(text: string): string {
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (numbers) {
    const [, day = '', month = '', year = ''] = numbers;
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return (Number(day) > 12 || day === month) && isCalendarDate(iso) ? iso : text;
  }
  for (const form of ['d MMMM yyyy', 'd MMM yyyy', 'd-MMM-yyyy']) {
    const day = parse(text.replace(/^(\d{1,2})(?:st|nd|rd|th)\b/, '$1'), form, new Date(2000, 0, 1));
    if (isValid(day)) return format(day, 'yyyy-MM-dd');
  }
  return text;
}

/** A cell’s text, cut where it would fill the message. */
export function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
