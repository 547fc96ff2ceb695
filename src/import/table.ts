import type { Place } from '../diagnostics/diagnostic.ts';

/** One cell of a file of figures, whichever kind of file it comes from. */
export interface Cell {
  /** As a person sees it, without white space around it; empty where nothing stands. */
  text: string;
  /** The number, where the file itself says that it is one. */
  number?: number;
  /** Whether the number is shown as a percentage: 0.38 as 38%. */
  percent?: boolean;
  /** The day as YYYY-MM-DD, where the file itself says that it is one. */
  day?: string;
  /** Why nothing can be taken from it: an error of the workbook, or a formula nobody has worked out. */
  broken?: 'error' | 'not-worked-out';
  place: Place;
}

/** A file of figures as rows and columns. Row 1 is the first item. */
export interface Table {
  file: string;
  /** The sheet's name, where the file has sheets. */
  sheet?: string;
  rows: Cell[][];
}

/** The letter over a column, as spreadsheets count: A for the first, AA for the twenty-seventh. */
export function columnLetter(index: number): string {
  const before = Math.floor(index / 26);
  return `${before > 0 ? columnLetter(before - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** Text on one line, without white space around it. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
}

/** Whether nothing stands in a cell. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.text === '' && cell.broken === undefined);
}
