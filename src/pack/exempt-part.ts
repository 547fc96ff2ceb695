import { isDeepStrictEqual } from 'node:util';
import { figuresOf, tablesOf } from '../compose/pages.ts';
import type { Inline } from '../compose/inline.ts';
import type { Block, Paper, Section } from '../compose/paper.ts';
import { mapInlines } from '../compose/refer.ts';

/**
 * What the restricted version of a paper says and the public one does not, on its own: the paragraphs, rows and items
 * that differ between the two, under the headings and numbers that they have in both.
 *
 * @returns nothing where the two say the same
 */
export function exemptPart(open: Paper, restricted: Paper): Paper | undefined {
  const sections = restricted.sections.flatMap((section): Section[] => {
    const beside = open.sections.find(({ id }) => id === section.id);
    const blocks = differing(section.blocks, beside?.blocks ?? []);
    return blocks.length === 0 ? [] : [{ ...section, newPage: false, blocks }];
  });
  if (sections.length === 0) return undefined;
  const here = anchorsIn(sections);
  // What a reference leads to may stand in the public paper alone: there it is words.
  const alone = (content: readonly Inline[]): Inline[] =>
    content.map((inline): Inline => {
      if (inline.kind === 'reference' && !here.has(inline.anchor)) return { kind: 'text', text: inline.text };
      return 'content' in inline ? { ...inline, content: alone(inline.content) } : inline;
    });
  const kept = mapInlines(sections, alone);
  return {
    ...restricted,
    title: `${open.title}: exempt part`,
    shortTitle: `${open.shortTitle}: exempt part`,
    contents: kept.map(({ anchor, heading }) => ({ anchor, text: heading })),
    tables: tablesOf(kept),
    figures: figuresOf(kept),
    sections: kept,
  };
}

function differing(blocks: readonly Block[], open: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    const beside = open.find(({ id }) => id === block.id);
    if (isDeepStrictEqual(block, beside)) return [];
    if (beside?.kind !== block.kind) return [block];
    return [narrowed(block, beside)];
  });
}

/** A block without those of its parts that are the same for everybody. */
function narrowed(block: Block, beside: Block): Block {
  if (block.kind === 'paragraph' && beside.kind === 'paragraph') {
    const blocks = differing(block.blocks, beside.blocks);
    // Where nothing below it differs, it is itself what differs.
    return blocks.length === 0 || block.exempt !== undefined ? block : { ...block, blocks };
  }
  if (block.kind === 'box' && beside.kind === 'box')
    return { ...block, blocks: differing(block.blocks, beside.blocks) };
  // The items of a list that is counted keep their numbers by standing where they stand.
  if (block.kind === 'list' && beside.kind === 'list' && !block.ordered)
    return { ...block, items: without(block.items, beside.items) };
  if (block.kind === 'table' && beside.kind === 'table')
    return { ...block, rows: without(block.rows, beside.rows) };
  return block;
}

function without<T extends { id: string }>(all: readonly T[], open: readonly T[]): T[] {
  return all.filter((one) => !open.some((other) => isDeepStrictEqual(one, other)));
}

function anchorsIn(sections: readonly Section[]): Set<string> {
  const anchors = new Set<string>();
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if ('anchor' in block) anchors.add(block.anchor);
      if (block.kind === 'list') for (const item of block.items) walk(item.blocks);
      else if ('blocks' in block) walk(block.blocks);
    }
  };
  for (const { anchor, blocks } of sections) {
    anchors.add(anchor);
    walk(blocks);
  }
  return anchors;
}
