import { plainText } from '../../compose/markdown.ts';
import type { Block, Paper } from '../../compose/paper.ts';

/** Where something stands in a paper, as members look for it. */
export interface Where {
  kind: 'front' | 'section' | 'paragraph' | 'table' | 'figure';
  /** "paragraph 9.3", "table 4", "figure 2", "the heading of the paper". */
  words: string;
  /** The id that a link leads to; absent for what stands in the earlier paper only. */
  anchor?: string;
  /** Its page in print, where that is known. */
  page?: number;
}

/** The place of every section, block, list entry and row of a paper, by its identity. */
export type Places = ReadonlyMap<string, Where>;

/** What stands above the first section. */
export const front: Where = { kind: 'front', words: 'the head of the paper' };

export function placesOf(paper: Paper): Places {
  const found = new Map<string, Where>();
  const walk = (blocks: readonly Block[], around: Where): void => {
    for (const block of blocks) {
      switch (block.kind) {
        case 'paragraph': {
          const own = paragraphPlace(block, around);
          found.set(block.id, own);
          walk(block.blocks, own);
          break;
        }
        case 'list':
          found.set(block.id, around);
          for (const item of block.items) {
            found.set(item.id, around);
            walk(item.blocks, around);
          }
          break;
        case 'table':
        case 'figure': {
          const words = block.label.toLowerCase();
          const own: Where = { kind: block.kind, words, anchor: block.anchor };
          found.set(block.id, own);
          for (const { id } of block.kind === 'table' ? block.rows : block.table.rows) found.set(id, own);
          break;
        }
        case 'box':
          found.set(block.id, around);
          walk(block.blocks, around);
          break;
      }
    }
  };
  for (const section of paper.sections) {
    const own: Where = { kind: 'section', words: `“${plainText(section.heading)}”`, anchor: section.anchor };
    found.set(section.id, own);
    walk(section.blocks, own);
  }
  return found;
}

/** A paragraph without a number is found by its title, or by what it stands in. */
function paragraphPlace(block: Extract<Block, { kind: 'paragraph' }>, around: Where): Where {
  const { number, title, anchor } = block;
  if (number !== undefined && number !== '')
    return { kind: 'paragraph', words: `paragraph ${number}`, anchor };
  if (title && around.kind === 'section')
    return { kind: 'paragraph', words: `“${plainText(title)}”`, anchor };
  return around;
}
