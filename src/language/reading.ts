import { plainText } from '../compose/markdown.ts';
import type { Inline } from '../compose/inline.ts';
import type { Block, Paper } from '../compose/paper.ts';
import type { Path } from '../records/source.ts';

/** A run of words that a reader meets in one piece. */
export interface Unit {
  content: readonly Inline[];
  text: string;
  heading: boolean;
  /** The section or block that it belongs to; absent for what stands above the first. */
  id?: string;
  /** Where the wording stands in the outline of that block. */
  key: Path;
}

/** Everything that a paper says, in the order in which it is read. */
export function unitsOf(paper: Paper): Unit[] {
  const units: Unit[] = [];
  const add = (content: readonly Inline[] | undefined, heading: boolean, key: Path, id?: string): void => {
    if (content)
      units.push({ content, text: plainText(content), heading, key, ...(id === undefined ? {} : { id }) });
  };
  const plain = (text: string): Inline[] => [{ kind: 'text', text }];
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      switch (block.kind) {
        case 'paragraph':
          add(block.title, true, ['title'], block.id);
          add(block.content, false, ['text'], block.id);
          walk(block.blocks);
          break;
        case 'list':
          for (const item of block.items) {
            add(item.content, false, ['list', 'text'], item.id);
            walk(item.blocks);
          }
          break;
        case 'table':
          add(block.caption, true, ['table', 'caption'], block.id);
          block.columns.forEach(({ heading }, i) =>
            add(
              plain(heading),
              true,
              i === 0 ? ['table', 'head', 'heading'] : ['table', 'columns', i - 1, 'heading'],
              block.id,
            ),
          );
          for (const row of block.rows) {
            add(row.head, true, ['table', 'head', 'text'], row.id);
            row.cells.forEach((cell, i) => {
              if (cell.kind === 'words') add(cell.content, false, ['table', 'columns', i, 'text'], row.id);
            });
          }
          break;
        case 'figure':
          add(block.caption, true, ['figure', 'caption'], block.id);
          break;
        case 'box':
          walk(block.blocks);
          break;
      }
    }
  };
  add(plain(paper.body), true, []);
  add(plain(paper.title), true, []);
  if (paper.shortTitle !== paper.title) add(plain(paper.shortTitle), true, []);
  add(plain(paper.reportOf), true, ['report_of']);
  for (const section of paper.sections) {
    add(section.heading, true, ['heading'], section.id);
    walk(section.blocks);
  }
  return units;
}
