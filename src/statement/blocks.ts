import type { Inline } from '../compose/inline.ts';
import type { Block, Cell, Section, Table } from '../compose/paper.ts';

/** Short names for making the parts of a Paper tree by hand. */

/** Words as they stand, or words with links among them. */
export type Words = string | readonly Inline[];

export function inlines(words: Words): Inline[] {
  return typeof words === 'string' ? [{ kind: 'text', text: words }] : [...words];
}

/** A link to a web address. */
export function link(href: string, words: string): Inline {
  return { kind: 'link', href, content: inlines(words) };
}

/** A paragraph without a number. */
export function paragraph(id: string, words: Words, blocks: Block[] = []): Block {
  return {
    kind: 'paragraph',
    ...{ id, anchor: id, level: 3, content: inlines(words), blocks },
    short: plainLength(words) < 300,
  };
}

/** A bullet list. Its items are named by their place in it. */
export function list(id: string, items: readonly Words[]): Block {
  return {
    kind: 'list',
    ...{ id, ordered: false },
    items: items.map((words, i) => ({ id: `${id}-${String(i + 1)}`, content: inlines(words), blocks: [] })),
  };
}

/** A column of a table: figures stand at the right. */
export interface Column {
  heading: string;
  figures?: boolean;
}

/** A table of words: the first column names the row. */
export function table(
  id: string,
  number: number,
  caption: string,
  columns: readonly [Column, ...Column[]],
  rows: readonly (readonly [string, ...string[]])[],
): Table {
  const align = (column: Column | undefined): 'start' | 'end' => (column?.figures === true ? 'end' : 'start');
  return {
    kind: 'table',
    ...{ id, anchor: id, label: `Table ${String(number)}`, caption: inlines(caption) },
    short: rows.length < 12,
    columns: columns.map((column) => ({ heading: column.heading, align: align(column) })),
    rows: rows.map(([head, ...cells], i) => ({
      id: `${id}-${String(i + 1)}`,
      head: inlines(head),
      cells: cells.map((cell, at): Cell => {
        return { kind: 'words', content: inlines(cell), align: align(columns[at + 1]) };
      }),
    })),
  };
}

export function section(id: string, heading: string, blocks: Block[]): Section {
  return { kind: 'section', ...{ id, anchor: id, newPage: false, heading: inlines(heading), blocks } };
}

function plainLength(words: Words): number {
  return inlines(words).reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length : 20), 0);
}
