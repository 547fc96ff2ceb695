import { plainText } from '../../compose/markdown.ts';
import type { Inline } from '../../compose/inline.ts';
import type { Cell, Figure, Paragraph, Table } from '../../compose/paper.ts';
import { align, inOrder } from '../align.ts';
import { compareInlines } from './inlines.ts';
import { asDeleted, asInserted, cellText, markRow, note } from './whole.ts';

/** What a table or a figure says of a difference in it. */
export interface Told {
  what: 'added' | 'removed' | 'reworded';
  id: string;
  row?: string;
  column?: string;
  before: string;
  after: string;
}

type Row = Table['rows'][number];
type Column = Table['columns'][number];

/** Compares two tables: caption, columns, rows, cells. What cannot be marked in place is said in a note below. */
export function compareTables(x: Table, y: Table): { table: Table; told: Told[]; notes: Paragraph[] } {
  const told: Told[] = [];
  const caption = compareInlines(x.caption, y.caption);
  if (caption.changed)
    told.push({ what: 'reworded', id: y.id, before: caption.before, after: caption.after });
  const columns = align(x.columns, y.columns, {
    nameOf: ({ heading }) => heading,
    wordsOf: ({ heading }) => heading,
    alike: 2,
  });
  // As many columns as before are the same columns, whatever stands over them.
  const earlierOf = (to: number): number | undefined =>
    x.columns.length === y.columns.length ? to : columns.pairs.find((p) => p.to === to)?.from;
  const heads = y.columns.flatMap(({ heading }, to): Told[] => {
    const before = x.columns[earlierOf(to) ?? -1]?.heading ?? '';
    return before === heading
      ? []
      : [
          {
            what: before === '' ? 'added' : 'reworded',
            id: y.id,
            row: 'column heading',
            before,
            after: heading,
          },
        ];
  });
  const lost = x.columns.length === y.columns.length ? [] : columns.gone;
  for (const from of lost)
    heads.push({
      what: 'removed',
      id: y.id,
      row: 'column heading',
      before: x.columns[from]?.heading ?? '',
      after: '',
    });
  told.push(...heads);
  const rows = mergeRows(x.rows, y.rows, told, (before, after) =>
    compareRow(before, after, y.columns, earlierOf, told),
  );
  const notes = heads.map((head, i) =>
    note(`${y.id}/heading-${String(i + 1)}`, `${y.anchor}--heading-${String(i + 1)}`, [
      { kind: 'text', text: `Column heading of ${y.label.toLowerCase()}: ` },
      ...asDeleted(textOf(head.before)),
      ...asInserted(textOf(head.after)),
    ]),
  );
  return { table: { ...y, caption: caption.content, rows, short: false }, told, notes };
}

function mergeRows(
  a: readonly Row[],
  b: readonly Row[],
  told: Told[],
  compare: (x: Row, y: Row) => Row,
): Row[] {
  const lastPart = ({ id }: Row): string => id.split('/').at(-1) ?? id;
  const found = align(a, b, {
    nameOf: (row) => (/^\d+$/.test(lastPart(row)) ? undefined : lastPart(row)),
    wordsOf: rowText,
    alike: 0.5,
  });
  const kept = inOrder(found.pairs);
  const pairs = found.pairs.filter(({ to }) => kept.has(to));
  const made: Row[] = [];
  let next = 0;
  const goneUpTo = (end: number): void => {
    for (; next < end; next++) {
      const x = a[next];
      if (!x || pairs.some(({ from }) => from === next)) continue;
      told.push({ what: 'removed', id: x.id, row: plainText(x.head), before: rowText(x), after: '' });
      made.push(markRow(x, 'deleted'));
    }
  };
  b.forEach((y, to) => {
    const pair = pairs.find((p) => p.to === to);
    const x = pair && a[pair.from];
    if (!x) {
      told.push({ what: 'added', id: y.id, row: plainText(y.head), before: '', after: rowText(y) });
      made.push(markRow(y, 'inserted'));
      return;
    }
    goneUpTo(pair.from);
    next = pair.from + 1;
    made.push(compare(x, y));
  });
  goneUpTo(a.length);
  return made;
}

function compareRow(
  x: Row,
  y: Row,
  columns: readonly Column[],
  earlierOf: (to: number) => number | undefined,
  told: Told[],
): Row {
  const name = plainText(y.head);
  const head = compareInlines(x.head, y.head);
  if (head.changed)
    told.push({ what: 'reworded', id: y.id, row: name, before: head.before, after: head.after });
  const cells = y.cells.map((cell, i): Cell => {
    const column = columns[i + 1]?.heading ?? '';
    // The first column is the head of the row.
    const before = x.cells[(earlierOf(i + 1) ?? 0) - 1];
    const [was, is] = [before ? cellText(before) : '', cellText(cell)];
    if (cell.kind === 'scale' || before?.kind === 'scale') {
      if (was !== is) told.push({ what: 'reworded', id: y.id, row: name, column, before: was, after: is });
      return cell;
    }
    const compared = compareInlines(before?.content ?? [], cell.content);
    if (compared.changed)
      told.push({ what: 'reworded', id: y.id, row: name, column, before: was, after: is });
    return { ...cell, content: compared.content };
  });
  return { ...y, head: head.content, cells };
}

function rowText(row: Row): string {
  return [plainText(row.head), ...row.cells.map(cellText)].join(', ');
}

/** Compares two figures by their findings and their data. The picture is the later one; a note says what moved in it. */
export function compareFigures(x: Figure, y: Figure): { figure: Figure; told: Told[]; notes: Paragraph[] } {
  const told: Told[] = [];
  const caption = compareInlines(x.caption, y.caption);
  if (caption.changed)
    told.push({ what: 'reworded', id: y.id, before: caption.before, after: caption.after });
  const moved: Inline[][] = [];
  if (JSON.stringify(x.chart) !== JSON.stringify(y.chart)) {
    const [a, b] = [asTable(x), asTable(y)];
    const data = compareTables(a, b).told.filter(
      ({ id }) => id !== y.id || a.columns.length !== b.columns.length,
    );
    const seen =
      data.length > 0
        ? data
        : [{ what: 'reworded' as const, id: y.id, before: 'drawn otherwise', after: 'drawn anew' }];
    told.push(...seen.map((one) => ({ ...one, id: y.id })));
    for (const { row, column, before, after } of data)
      moved.push([
        { kind: 'text', text: `${[row, column].filter((w) => w !== undefined && w !== '').join(', ')}: ` },
        ...asDeleted(textOf(before)),
        ...asInserted(textOf(after)),
      ]);
  }
  const notes =
    moved.length === 0
      ? []
      : [
          note(`${y.id}/redrawn`, `${y.anchor}--redrawn`, [
            { kind: 'text', text: `${y.label} is drawn anew. ` },
            ...moved.flatMap((part, i): Inline[] => [...(i === 0 ? [] : textOf('; ')), ...part]),
          ]),
        ];
  return { figure: { ...y, caption: caption.content }, told, notes };
}

/** The data of a figure in the form of a table. */
function asTable({ id, anchor, label, table }: Figure): Table {
  return {
    kind: 'table',
    ...{ id, anchor, label, caption: [], short: false, columns: table.columns },
    rows: table.rows.map((row) => ({
      id: row.id,
      head: textOf(row.head),
      cells: row.cells.map(({ text, align: side }) => ({
        kind: 'words',
        content: textOf(text),
        align: side,
      })),
    })),
  };
}

function textOf(text: string): Inline[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}
