import { scalePoint } from 'd3-scale';
import type { History } from '../../compose/chart.ts';
import type { Dot, HistoryPicture } from './drawing.ts';
import { lines, periodsUnder, round, through } from './labels.ts';
import { capHeight, lineHeight, widthOf, wrap } from './letters.ts';

/** The widest that the words of a step may be, as a part of the picture. */
const mostWords = 0.42;
const edge = 8;

/** The overall judgement over the years: a line across for each step, a dot for each year. */
export function drawHistory({ steps, years }: History, alternative: string, width: number): HistoryPicture {
  const words = steps.map((step) => wrap(step, width * mostWords, 3));
  const left = Math.max(0, ...words.flat().map(widthOf)) + 8;
  const stepHeight = Math.max(1, ...words.map((own) => own.length)) * lineHeight + 9;
  const bottom = stepHeight * (steps.length - 0.5);
  const y = scalePoint(
    steps.map((_, i) => i),
    [bottom, stepHeight / 2],
  );
  const x = scalePoint(
    years.map((_, i) => i),
    [left + edge, width - edge],
  );
  const dots = years.map(({ at }, i): Dot => {
    const latest = i === years.length - 1;
    return { x: round(x(i) ?? 0), y: round(y(at) ?? 0), r: latest ? 6 : 5, filled: latest };
  });
  const periodsY = stepHeight * steps.length + capHeight + 4;
  const path = through(dots);
  const periods = periodsUnder(
    years.map(({ period }) => period),
    dots,
    periodsY,
    left - 8,
    width,
    2,
  );
  return {
    id: 'history',
    alternative,
    width,
    height: Math.ceil(Math.max(...periods.map((label) => label.y)) + 6),
    steps: words.map((own, i) => {
      const middle = y(i) ?? 0;
      const first = middle - (own.length * lineHeight) / 2 + (lineHeight + capHeight) / 2;
      return { x1: round(left), x2: width, y: round(middle), labels: lines(own, 0, first) };
    }),
    ...(path === undefined ? {} : { line: path }),
    dots,
    periods,
  };
}
