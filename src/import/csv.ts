import { CsvError, parse } from 'csv-parse/sync';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { importRules } from './rules.ts';
import { oneLine, type Cell, type Table } from './table.ts';

/** What separates cells, in the order in which they are tried. */
const delimiters = [',', ';', '\t'] as const;

interface Read {
  table?: Table;
  /** The text of the file, for showing the lines concerned. */
  text?: string;
  diagnostics: Diagnostic[];
}

/**
 * Reads a file of values separated by commas, semicolons or tabs.
 * @param recognised how many headers a row holds, which tells what separates the cells
 */
export function readCsv(file: string, bytes: Uint8Array, recognised: (row: string[]) => number): Read {
  const { text, diagnostics } = decode(file, bytes);
  // A workbook program may say in the first line what separates the cells.
  const told = /^sep=(.)\r?\n/i.exec(text);
  let best: { rows: Cell[][]; score: number } | undefined;
  let failed: Diagnostic | undefined;
  for (const delimiter of told?.[1] === undefined ? delimiters : [told[1]]) {
    const read = rowsOf(file, text, delimiter);
    if (!Array.isArray(read)) {
      failed ??= read;
      continue;
    }
    const score = Math.max(
      0,
      ...read.slice(0, 30).map((row) => recognised(row.map((cell) => cell.text)) * 1000 + row.length),
    );
    if (!best || score > best.score) best = { rows: read, score };
  }
  if (best) return { table: { file, rows: best.rows }, text, diagnostics };
  return { text, diagnostics: failed ? [...diagnostics, failed] : diagnostics };
}

function decode(file: string, bytes: Uint8Array): { text: string; diagnostics: Diagnostic[] } {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), diagnostics: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    const text = fromWindows(bytes);
    const odd = /[^\n]*[\u0080-\uffff][^\n]*/.exec(text);
    const line = text.slice(0, odd?.index ?? 0).split('\n').length;
    const place = { file, range: { start: { line, column: 1 }, end: { line, column: 1 } } };
    return {
      text,
      diagnostics: [
        importRules.encoding.at(
          place,
          'The file is not saved as UTF-8; it was read in the older encoding of Windows.',
          'Look at letters such as £ and é in the preview. To be sure, save the file as “CSV UTF-8”.',
        ),
      ],
    };
  }
}

/** The signs of Windows-1252 from 0x80 to 0x9f. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text in Windows-1252. Node 20 takes it for Latin-1, in which these signs are not letters at all. */
function fromWindows(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replaceAll(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

function rowsOf(file: string, text: string, delimiter: string): Cell[][] | Diagnostic {
  const rows: Cell[][] = [];
  const lines = text.split('\n');
  // The line on which a row begins: a cell in quotation marks may run over several.
  let line = 1;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (record: string[]) => {
        const starts = cellStarts(lines[line - 1] ?? '', delimiter);
        rows.push(
          record.map((written, i) => {
            const column = (starts[i] ?? 0) + 1;
            const start = { line, column };
            const end = { line, column: column + (written.includes('\n') ? 0 : written.length) };
            return { text: oneLine(written), place: { file, range: { start, end } } };
          }),
        );
        line += record.join('').split('\n').length;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const range = { start: { line, column: 1 }, end: { line, column: 1 } };
    return importRules.file.at(
      { file, range },
      `Row ${String(rows.length + 1)} cannot be read: a quotation mark is opened and not closed, or stands in the middle of a cell.`,
      'Put quotation marks round the whole cell and write those inside it twice, or save the file again from the workbook.',
    );
  }
  return rows.map((row) => (row.length === 1 && row[0]?.text === '' ? [] : row));
}

/** Where each cell begins in a line. */
function cellStarts(line: string, delimiter: string): number[] {
  const starts = [0];
  let quoted = false;
  for (const [i, sign] of line.split('').entries()) {
    if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) starts.push(i + 1);
  }
  return starts;
}
