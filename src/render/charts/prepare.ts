import type { Chart } from '../../compose/chart.ts';
import type { Block, Paper } from '../../compose/paper.ts';
import type { Drawing } from './drawing.ts';

/** What draws charts is loaded only for a paper that has one: most have none, and wait for nothing. */
let draw: ((chart: Chart) => Drawing) | undefined;

/** Has to be done before a paper is laid out. */
export async function preparePictures({ sections }: Paper): Promise<void> {
  if (sections.some(({ blocks }) => hasFigure(blocks))) draw ??= (await import('./draw.ts')).drawChart;
}

/** The chart with its places worked out. */
export function drawing(chart: Chart): Drawing {
  if (!draw) throw new Error('Pictures are prepared before a paper is laid out.');
  return draw(chart);
}

function hasFigure(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    switch (block.kind) {
      case 'figure':
        return true;
      case 'table':
        return false;
      case 'list':
        return block.items.some((item) => hasFigure(item.blocks));
      case 'paragraph':
      case 'box':
        return hasFigure(block.blocks);
    }
  });
}
