import { PDFArray, PDFName, PDFNumber, PDFString, type PDFObject } from '@cantoo/pdf-lib';
import { named } from './objects.ts';
import { tag, tagsIn, type Tag } from './tree.ts';

/**
 * Puts empty cells back. Chromium has no tag for a cell that shows nothing, and without one the cells
 * behind it would be heard under the wrong header (ISO 32000-1, 14.8.4.3.4). Which column a cell stands
 * in is told by the headers that it names.
 */
export function completeRows(document: Tag): void {
  for (const table of tagsIn([document])) {
    if (table.type !== 'Table') continue;
    const rows = tagsIn(table.kids)
      .filter(({ type }) => type === 'TR')
      .map((row) => ({ row, cells: cellsOf(row) }));
    rows.forEach(({ cells }, index) => {
      cells.forEach((cell) => giveScope(cell, index));
    });
    const spansRows = rows.some(({ cells }) => cells.some((cell) => span(cell, 'RowSpan') > 1));
    const width = Math.max(0, ...rows.map(({ cells }) => widthOf(cells)));
    const full = rows.filter(({ cells }) => widthOf(cells) === width);
    // With cells over several rows a short row is no sign of a missing cell.
    if (spansRows || full.length === rows.length) continue;
    const columns = columnsOf(full.map(({ cells }) => cells));
    for (const { row, cells } of rows) if (widthOf(cells) < width) complete(row, cells, columns, width);
  }
}

/** Column headers by identifier, as rows without gaps place them: as a header, and over the cells that name it. */
function columnsOf(rows: readonly (readonly Tag[])[]): Map<string, number> {
  const columns = new Map<string, number>();
  const note = (id: string, column: number) => columns.set(id, Math.min(column, columns.get(id) ?? column));
  for (const cells of rows) {
    let column = 0;
    for (const cell of cells) {
      if (cell.id !== undefined && scopeOf(cell) === 'Column') note(cell.id, column);
      for (const id of headersOf(cell)) note(id, column);
      column += span(cell, 'ColSpan');
    }
  }
  return columns;
}

function complete(
  row: Tag,
  cells: readonly Tag[],
  columns: ReadonlyMap<string, number>,
  width: number,
): void {
  const placed: Tag[] = [];
  let missing = width - widthOf(cells);
  let column = 0;
  for (const cell of cells) {
    const own = cell.id === undefined || scopeOf(cell) !== 'Column' ? [] : [cell.id];
    // A row's header names nothing, and so does not move; the others stand under a header.
    const known = [...own, ...headersOf(cell)].map((id) => columns.get(id)).filter((at) => at !== undefined);
    const place = scopeOf(cell) === 'Row' ? column : Math.max(column, ...known);
    for (; column < place && missing > 0; column++, missing--) placed.push(tag('TD', []));
    placed.push(cell);
    column += span(cell, 'ColSpan');
  }
  for (; missing > 0; missing--) placed.push(tag('TD', []));
  row.kids = placed;
}

/** A header cell says what it is the header of (ISO 14289-1, 7.5): those of the first row of their columns. */
function giveScope(cell: Tag, row: number): void {
  if (cell.type !== 'TH' || scopeOf(cell) !== undefined) return;
  const values = cell.attributes.get('Table') ?? new Map<string, PDFObject>();
  cell.attributes.set('Table', values.set('Scope', named(row === 0 ? 'Column' : 'Row')));
}

function cellsOf({ kids }: Tag): Tag[] {
  return kids.filter((kid) => kid.kind === 'tag').filter(({ type }) => type === 'TD' || type === 'TH');
}

function widthOf(cells: readonly Tag[]): number {
  return cells.reduce((sum, cell) => sum + span(cell, 'ColSpan'), 0);
}

function span(cell: Tag, key: 'ColSpan' | 'RowSpan'): number {
  const value = cell.attributes.get('Table')?.get(key);
  return value instanceof PDFNumber ? value.asNumber() : 1;
}

function scopeOf(cell: Tag): string | undefined {
  const scope = cell.attributes.get('Table')?.get('Scope');
  return scope instanceof PDFName ? scope.decodeText() : undefined;
}

function headersOf(cell: Tag): string[] {
  const headers = cell.attributes.get('Table')?.get('Headers');
  const ids = headers instanceof PDFArray ? headers.asArray() : [];
  return ids.filter((id) => id instanceof PDFString).map((id) => id.decodeText());
}
