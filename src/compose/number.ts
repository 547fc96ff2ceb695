import type { Block, List, Paragraph, Section } from './paper.ts';

/** How a style numbers its paragraphs. */
export type Scheme = 'continuous' | 'by-section' | 'none';

/** A paragraph that is to have a number carries this until it gets it. */
export const unnumbered = '';

/**
 * Gives every paragraph that is to have one its number, and every table and figure its label. Numbers are made here
 * and nowhere else: counting up, without a gap and without a double.
 *
 * - `continuous`: 1, 2, 3 … through the whole paper, with 5.1, 5.2 below 5 (Durham 2003);
 * - `by-section`: 1.1, 1.2 … in each section that has numbered paragraphs, and the section's number alone
 *   where it has only one (Derby 2002);
 * - `none`: no numbers.
 */
export function numberSections(sections: readonly Section[], scheme: Scheme): Section[] {
  let paragraphs = 0;
  let sectionNumber = 0;
  let tables = 0;
  let figures = 0;

  const label = (blocks: readonly Block[]): Block[] =>
    blocks.map((block): Block => {
      switch (block.kind) {
        case 'table':
          tables++;
          return { ...block, label: `Table ${String(tables)}` };
        case 'figure':
          figures++;
          return { ...block, label: `Figure ${String(figures)}` };
        case 'list':
          return { ...block, items: block.items.map((item) => ({ ...item, blocks: label(item.blocks) })) };
        case 'paragraph':
        case 'box':
          return { ...block, blocks: label(block.blocks) };
      }
    });

  return sections.map((section) => {
    const wanted = countTop(section.blocks);
    if (wanted > 0) sectionNumber++;
    let inSection = 0;
    const next = (): string => {
      inSection++;
      paragraphs++;
      if (scheme === 'continuous') return String(paragraphs);
      return wanted === 1 ? String(sectionNumber) : `${String(sectionNumber)}.${String(inSection)}`;
    };
    return { ...section, blocks: label(numberBlocks(section.blocks, scheme, next)) };
  });
}

function numberBlocks(blocks: readonly Block[], scheme: Scheme, next: () => string): Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
        return numberParagraph(block, scheme, next);
      case 'box':
        return { ...block, blocks: numberBlocks(block.blocks, scheme, next) };
      case 'list':
        return numberList(block, scheme, next);
      case 'table':
      case 'figure':
        return block;
    }
  });
}

function numberParagraph(paragraph: Paragraph, scheme: Scheme, next: () => string): Paragraph {
  const given = isGiven(paragraph.number);
  if (!given && (paragraph.number === undefined || scheme === 'none')) {
    const plain: Paragraph = { ...paragraph, blocks: numberBlocks(paragraph.blocks, scheme, next) };
    delete plain.number;
    return plain;
  }
  const number = given ? paragraph.number : next();
  let below = 0;
  return {
    ...paragraph,
    number,
    blocks: numberBlocks(paragraph.blocks, scheme, () => `${number}.${String(++below)}`),
  };
}

function numberList(list: List, scheme: Scheme, next: () => string): List {
  return {
    ...list,
    items: list.items.map((item) => ({ ...item, blocks: numberBlocks(item.blocks, scheme, next) })),
  };
}

/** Whether a paragraph brings its number along, as an item of an agenda does; such a one is not counted. */
function isGiven(number: string | undefined): boolean {
  return number !== undefined && number !== unnumbered;
}

/** How many paragraphs of a section get a number of their own, below no other paragraph. */
function countTop(blocks: readonly Block[]): number {
  let n = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') n += block.number === unnumbered ? 1 : countTop(block.blocks);
    else if (block.kind === 'box') n += countTop(block.blocks);
    else if (block.kind === 'list') n += block.items.reduce((sum, item) => sum + countTop(item.blocks), 0);
  }
  return n;
}
