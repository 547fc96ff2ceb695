import { createRequire } from 'node:module';
import type { Cell as WorkbookCell, CellValue, Sheet } from 'hucre';
import { importRules } from './rules.ts';
import { oneLine, type Cell, type Table } from './table.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** A workbook as read: its sheet, or the names among which to choose, or what is wrong. */
export type Workbook =
  { table: Table } | { choose: string[]; asked: string | undefined } | { diagnostic: Diagnostic };

/**
 * Reads one sheet of a workbook. Formulas count by the value that was last worked out.
 * @param sheet its name; may be left out where only one sheet has anything in it
 */
export async function readXlsx(
  file: string,
  bytes: Uint8Array,
  sheet: string | undefined,
): Promise<Workbook> {
  const { readXlsx: read } = workbookReader();
  let sheets: Sheet[];
  try {
    ({ sheets } = await read(bytes, { readStyles: true, dateSystem: 'auto' }));
  } catch (error) {
    // Whatever the reader stumbles over stands in the file.
    const locked = error instanceof Error && error.name === 'EncryptedFileError';
    return {
      diagnostic: importRules.file.at(
        { file },
        locked
          ? 'The workbook is protected by a password.'
          : 'The workbook cannot be read; it may be damaged.',
        locked
          ? 'Save a copy without the password, or save the sheet as CSV.'
          : 'Open it and save it again as .xlsx, or save the sheet as CSV.',
      ),
    };
  }
  const plain = (name: string): string => oneLine(name).toLowerCase();
  const filled = sheets.filter((s) => !s.hidden && !s.veryHidden && s.rows.some((row) => row.some(holds)));
  const wanted =
    sheet === undefined
      ? filled.length === 1
        ? filled[0]
        : undefined
      : sheets.find((s) => plain(s.name) === plain(sheet));
  if (!wanted) {
    if (filled.length > 0 || sheet !== undefined)
      return { choose: (filled.length > 0 ? filled : sheets).map((s) => s.name), asked: sheet };
    return {
      diagnostic: importRules.file.at({ file }, 'The workbook is empty.', 'Check that it is the right file.'),
    };
  }
  const rows = wanted.rows.map((row, r) =>
    row.map((value, c) => cellOf(file, value, wanted.cells?.get(`${String(r)},${String(c)}`))),
  );
  return { table: { file, sheet: wanted.name, rows } };
}

/**
 * The reader of workbooks. It is loaded from its package, and for workbooks only: a quarter of the whole program,
 * it would hold up the start of every command from inside it.
 */
function workbookReader(): typeof import('hucre/xlsx') {
  // What a name is loaded as is not known to the compiler; it is the module of that name.
  return createRequire(import.meta.url)('hucre/xlsx') as typeof import('hucre/xlsx');
}

function holds(value: CellValue): boolean {
  return value !== null && value !== '';
}

function cellOf(file: string, value: CellValue, known: WorkbookCell | undefined): Cell {
  const place = { file };
  if (known?.type === 'error')
    return { text: typeof value === 'string' ? value : '#N/A', broken: 'error', place };
  if (known?.formula !== undefined && value === null)
    return { text: `=${known.formula}`, broken: 'not-worked-out', place };
  if (value instanceof Date) {
    const day = value.toISOString().slice(0, 10);
    return { text: day, day, place };
  }
  if (typeof value === 'number') {
    const percent = isPercent(known?.style?.numFmt);
    const shown = percent ? `${digits(value * 100)}%` : digits(value);
    return { text: shown, number: value, percent, place };
  }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', place };
  return { text: oneLine(value ?? ''), place };
}

/** Whether a number format shows percentages: a per cent sign outside quoted words. */
function isPercent(format: string | undefined): boolean {
  return format?.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '').includes('%') ?? false;
}

/**
 * A number in digits, never with an exponent. Workbooks hold fifteen digits; what comes after them is noise
 * of the computer’s arithmetic: 7.000000000000001.
 */
export function digits(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const written = String(rounded);
  if (!written.includes('e')) return written;
  return rounded.toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 20 });
}
