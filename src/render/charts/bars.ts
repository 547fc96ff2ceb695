import { scaleLinear } from 'd3-scale';
import type { Bars } from '../../compose/chart.ts';
import { figure } from '../../compose/words.ts';
import type { BarsPicture } from './drawing.ts';
import { lines, round } from './labels.ts';
import { capHeight, lineHeight, widthOf, wrap } from './letters.ts';

/** The widest that names, and values with their marks, may be, as parts of the picture. */
const mostName = 0.4;
const mostValue = 0.4;
const barHeight = 16;
const gap = 8;

/** How many there are of each, a bar a row, its number at its end. */
export function drawBars(chart: Bars, alternative: string, width: number): BarsPicture {
  const names = chart.rows.map(({ name }) => wrap(name, width * mostName, 3));
  const values = chart.rows.map(({ value, mark }) =>
    wrap(mark === undefined ? figure(value) : `${figure(value)} (${mark})`, width * mostValue, 3),
  );
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));
  const from = widest(names.flat()) + gap;
  const numbers = chart.rows.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const span = high === low ? 1 : high - low;
  // As long as they can be while every number keeps its room at the end of its bar.
  const length = Math.min(
    ...numbers.map((value, i) => {
      const part = (Math.max(0, value) - low) / span;
      const room = width - from - gap - widest(values[i] ?? []);
      return part > 0 ? room / part : Infinity;
    }),
    width - from,
  );
  const x = scaleLinear([low, low + span], [from, from + length]);
  const marked = chart.rows.some(({ mark }) => mark !== undefined);

  let y = 0;
  const rows = chart.rows.map(({ id, value, mark }, i): BarsPicture['rows'][number] => {
    const [name, shown] = [names[i] ?? [], values[i] ?? []];
    const height = Math.max(1, name.length, shown.length) * lineHeight;
    const middle = y + height / 2;
    const firstOf = (texts: readonly string[]): number =>
      middle - (texts.length * lineHeight) / 2 + (lineHeight + capHeight) / 2;
    const [left, right] = [x(Math.min(0, value)), x(Math.max(0, value))];
    const row = {
      id,
      name: lines(name, 0, firstOf(name)),
      bar: {
        x: round(left),
        y: round(middle - barHeight / 2),
        width: round(right - left),
        height: barHeight,
      },
      filled: mark !== undefined || !marked,
      own: mark !== undefined,
      value: lines(shown, right + gap, firstOf(shown)),
    };
    y += height + gap;
    return row;
  });
  return {
    id: 'bars',
    alternative,
    width,
    height: Math.ceil(y),
    rows,
    base: { x: round(x(0)), y1: 0, y2: Math.ceil(y - gap) },
  };
}
