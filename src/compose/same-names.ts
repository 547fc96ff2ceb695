import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import type { Block, Section } from './paper.ts';

const twice = rule('paper/same-name-twice', 'error', 'A reference to it could lead to either of the two.');

/** Two parts of one paper that go by the same name. @param file the outline that named them */
export function sameNames(sections: readonly Section[], file: string): Diagnostic[] {
  const seen = new Set<string>();
  const found: Diagnostic[] = [];
  const meet = (id: string): void => {
    if (seen.has(id)) {
      found.push(
        twice.at(
          { file },
          `Two parts of the paper are both called \`${id}\`.`,
          'Give sections, blocks and the entries of a list names of their own.',
        ),
      );
    }
    seen.add(id);
  };
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      meet(block.id);
      if (block.kind === 'list') {
        for (const item of block.items) {
          meet(item.id);
          walk(item.blocks);
        }
      } else if (block.kind !== 'table' && block.kind !== 'figure') walk(block.blocks);
    }
  };
  for (const section of sections) {
    meet(section.id);
    walk(section.blocks);
  }
  return found;
}
