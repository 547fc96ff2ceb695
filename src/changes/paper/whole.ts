import { plainText } from '../../compose/markdown.ts';
import type { Inline } from '../../compose/inline.ts';
import type { Block, Cell, Figure, Paragraph, Section, Table } from '../../compose/paper.ts';

/** Blocks that are new or gone as a whole, as a marked copy shows them. */

export function asInserted(content: readonly Inline[]): Inline[] {
  return content.length === 0 ? [] : [{ kind: 'inserted', content: [...content] }];
}

export function asDeleted(content: readonly Inline[]): Inline[] {
  return content.length === 0 ? [] : [{ kind: 'deleted', content: withoutLinks(content) }];
}

/** What is gone leads nowhere: its references are words. */
function withoutLinks(content: readonly Inline[]): Inline[] {
  return content.map((inline): Inline => {
    if (inline.kind === 'reference') return { kind: 'text', text: inline.text };
    return 'content' in inline ? { ...inline, content: withoutLinks(inline.content) } : inline;
  });
}

/** A block that is new or gone, with all its words marked. What is gone has neither number nor heading. */
export function markBlock(block: Block, as: 'inserted' | 'deleted'): Block {
  const mark = as === 'inserted' ? asInserted : asDeleted;
  const gone = as === 'deleted';
  const id = gone ? `gone/${block.id}` : block.id;
  const anchor = 'anchor' in block ? (gone ? `gone--${block.anchor}` : block.anchor) : '';
  const inside = (blocks: readonly Block[]): Block[] => blocks.map((inner) => markBlock(inner, as));
  switch (block.kind) {
    case 'paragraph':
      return gone ? goneParagraph(block, inside(block.blocks)) : addedParagraph(block, inside(block.blocks));
    case 'list':
      return {
        ...block,
        id,
        items: block.items.map((item) => ({
          ...item,
          ...(gone ? { id: `gone/${item.id}` } : {}),
          content: mark(item.content),
          blocks: inside(item.blocks),
        })),
      };
    case 'box':
      return { ...block, id, blocks: inside(block.blocks) };
    case 'table':
      return {
        ...block,
        id,
        anchor,
        caption: mark(block.caption),
        rows: block.rows.map((row) => markRow(row, as)),
      };
    case 'figure':
      // A picture cannot be struck through; its words can.
      return gone ? goneFigure(block) : { ...block, caption: mark(block.caption) };
  }
}

function addedParagraph(block: Paragraph, blocks: Block[]): Paragraph {
  return {
    ...block,
    ...(block.title ? { title: asInserted(block.title) } : {}),
    ...(block.content ? { content: asInserted(block.content) } : {}),
    blocks,
  };
}

function goneParagraph(block: Paragraph, blocks: Block[]): Paragraph {
  const { number, title, content = [] } = block;
  const lead = [
    ...(number === undefined || number === '' ? [] : [number]),
    ...(title ? [plainText(title)] : []),
  ];
  const words: Inline[] = [
    ...(lead.length === 0
      ? []
      : [{ kind: 'text' as const, text: `${lead.join(' ')}${content.length > 0 ? ' ' : ''}` }]),
    ...content,
  ];
  return {
    kind: 'paragraph',
    ...{ id: `gone/${block.id}`, anchor: `gone--${block.anchor}`, level: block.level, short: block.short },
    content: asDeleted(words),
    blocks,
  };
}

function goneFigure({ id, anchor, label, caption }: Figure): Paragraph {
  return note(`gone/${id}`, `gone--${anchor}`, asDeleted([{ kind: 'text', text: `${label}: ` }, ...caption]));
}

/** A row of a table that is new or gone. */
export function markRow(row: Table['rows'][number], as: 'inserted' | 'deleted'): Table['rows'][number] {
  const mark = as === 'inserted' ? asInserted : asDeleted;
  return {
    id: as === 'deleted' ? `gone/${row.id}` : row.id,
    head: mark(row.head),
    cells: row.cells.map((cell): Cell =>
      cell.kind === 'words'
        ? { ...cell, content: mark(cell.content) }
        : as === 'inserted'
          ? cell
          : { kind: 'words', content: asDeleted([{ kind: 'text', text: cellText(cell) }]), align: 'start' },
    ),
  };
}

/** A paragraph that only the marked copy has. */
export function note(id: string, anchor: string, content: Inline[]): Paragraph {
  return { kind: 'paragraph', id, anchor, level: 6, content, short: false, blocks: [] };
}

/** The heading of a section that is gone. */
export function titleGone(section: Section): Paragraph {
  const content: Inline[] = [{ kind: 'strong', content: section.heading }];
  return note(`gone/${section.id}`, `gone--${section.anchor}`, asDeleted(content));
}

/** What a cell says: of a scale, the step that is judged. */
export function cellText(cell: Cell): string {
  if (cell.kind === 'words') return plainText(cell.content);
  return cell.steps
    .filter(({ mark }) => mark !== undefined)
    .map(({ word, mark }) => `${word} (${mark ?? ''})`)
    .join(', ');
}

/** All the words of a block. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return [
        ...(block.title ? [plainText(block.title)] : []),
        ...(block.content ? [plainText(block.content)] : []),
        ...block.blocks.map(blockText),
      ].join(' ');
    case 'list':
      return block.items
        .map((item) => [plainText(item.content), ...item.blocks.map(blockText)].join(' '))
        .join('; ');
    case 'box':
      return block.blocks.map(blockText).join(' ');
    case 'table':
      return [
        plainText(block.caption),
        ...block.rows.map((row) => [plainText(row.head), ...row.cells.map(cellText)].join(', ')),
      ].join('; ');
    case 'figure':
      return plainText(block.caption);
  }
}
