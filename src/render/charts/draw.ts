import type { Chart } from '../../compose/chart.ts';
import { inWords } from '../../compose/describe-chart.ts';
import { drawBars } from './bars.ts';
import type { Drawing } from './drawing.ts';
import { drawHistory } from './history.ts';
import { drawPositions } from './positions.ts';
import { drawPanel } from './trend.ts';

/** Of a picture among others, in pixels: two stand side by side on A4, and one fills a phone. */
export const narrow = 264;
/** Of a picture alone. */
export const wide = 300;
/** The widest that a picture across the sheet may be; on a phone it scrolls inside itself. */
export const across = 552;

/** Works out where everything in a chart stands. The same chart gives the same drawing. */
export function drawChart(chart: Chart): Drawing {
  const alternatives = inWords(chart);
  let used = 0;
  const next = (): string => alternatives[used++] ?? '';
  const width = alternatives.length > 1 ? narrow : wide;
  switch (chart.type) {
    case 'trend': {
      const panels = chart.panels.filter(({ points }) => points.length > 0);
      return { type: 'trend', pictures: panels.map((panel) => drawPanel(panel, next(), width)) };
    }
    case 'positions':
      return {
        type: 'positions',
        compared: chart.groups.some(({ rows }) =>
          rows.some(({ at, was }) => was !== undefined && was !== at),
        ),
        pictures: chart.groups
          .filter(({ rows }) => rows.length > 0)
          .map((group) => drawPositions(group, next(), across)),
      };
    case 'bars':
      return { type: 'bars', pictures: [drawBars(chart, next(), width)] };
    case 'history':
      return { type: 'history', pictures: [drawHistory(chart, next(), width)] };
  }
}
