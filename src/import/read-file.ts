import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Framework } from '../records/framework.ts';
import { readCsv } from './csv.ts';
import { columnsOf } from './headers.ts';
import { importRules } from './rules.ts';
import type { Table } from './table.ts';
import { readXlsx } from './xlsx.ts';

/** A table of figures is a few hundred kilobytes; what is larger is something else. */
const largestFile = 20_000_000;

/** A file of figures as read. */
export interface FileRead {
  table?: Table;
  /** Sheets among which to choose, where the one asked for is not there or none was named. */
  choose?: string[];
  /** The text of a CSV file, for showing the lines concerned. */
  text?: string;
  diagnostics: Diagnostic[];
}

/**
 * Reads a table of figures. What kind of file it is shows in its bytes, whatever its name says.
 * @param sheet the sheet of a workbook to read
 */
export async function readTable(
  file: string,
  bytes: Uint8Array,
  framework: Framework,
  sheet: string | undefined,
): Promise<FileRead> {
  const refuse = (message: string, hint: string): FileRead => ({
    diagnostics: [importRules.file.at({ file }, message, hint)],
  });
  if (bytes.length > largestFile)
    return refuse('The file has more than 20 MB.', 'Save the sheet with the figures as a file of its own.');
  if (begins(bytes, [0x50, 0x4b])) {
    const read = await readXlsx(file, bytes, sheet);
    if ('diagnostic' in read) return { diagnostics: [read.diagnostic] };
    return 'table' in read
      ? { table: read.table, diagnostics: [] }
      : { choose: read.choose, diagnostics: [] };
  }
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refuse(
      'The file is a workbook of an older kind, or one protected by a password.',
      'Save it as .xlsx without a password, or save the sheet as CSV.',
    );
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46]))
    return refuse('The file is a PDF.', 'Name a workbook (.xlsx) or a CSV file.');
  if (sheet !== undefined)
    return refuse('A CSV file has no sheets.', 'Leave --sheet out, or name a workbook (.xlsx).');
  const known = (row: string[]): number =>
    columnsOf(
      row.map((text) => ({ text, place: { file } })),
      framework,
    ).columns.length;
  return readCsv(file, bytes, known);
}

function begins(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, i) => bytes[i] === sign);
}
