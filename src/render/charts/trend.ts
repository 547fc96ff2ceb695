import { scaleLinear, scalePoint } from 'd3-scale';
import type { Panel } from '../../compose/chart.ts';
import type { Dot, Mark, TrendPicture } from './drawing.ts';
import { lines, periodsUnder, round, through } from './labels.ts';
import { capHeight, firstBaseline, lineHeight, widthOf, wrap } from './letters.ts';
import { placeValues } from './values.ts';

/** Between the highest and the lowest value. */
const plotHeight = 64;
/** The room of a dot to either side. */
const edge = 5;
/** The widest that the name of a target or comparator may be, as a part of the picture. */
const mostBeside = 0.4;

interface Reference {
  key: 'target' | 'comparator';
  name: string;
  value: number;
  shown: string;
}

/** One indicator over time, with its target and what it is held against. */
export function drawPanel(panel: Panel, alternative: string, width: number): TrendPicture {
  const title = lines(wrap(panel.name, width, 4), 0, firstBaseline);
  const { unit, short } = unitOf(panel);
  const better = lines(
    wrap(unit === '' ? panel.better : `${unit}, ${panel.better}`, width, 3),
    0,
    firstBaseline + title.length * lineHeight,
  );
  const head = (title.length + better.length) * lineHeight;
  // Above the highest dot stands its value.
  const top = head + lineHeight + 12;

  const references: Reference[] = [
    ...(panel.target ? [{ key: 'target' as const, name: 'target', ...panel.target }] : []),
    ...(panel.comparator ? [{ key: 'comparator' as const, ...panel.comparator }] : []),
  ];
  const names = references.map((reference) =>
    nameOf({ ...reference, shown: short(reference.shown) }, width * mostBeside),
  );
  const beside = Math.max(0, ...names.flat().map(widthOf));
  const right = width - (beside > 0 ? beside + 6 : 0);

  const values = [...panel.points, ...references].map(({ value }) => value);
  const y = scaleLinear(domainOf(values), [top + plotHeight, top]);
  const x = scalePoint(
    panel.points.map((_, i) => i),
    [edge, right - edge],
  );
  const last = panel.points.length - 1;
  const dots = panel.points.map(({ value }, i): Dot => {
    return { x: round(x(i) ?? 0), y: round(y(value)), r: i === last ? 4.5 : 3.5, filled: i === last };
  });
  const axisY = round(top + plotHeight + 10);

  const marks = apart(
    references.map(({ value }, i) => ({ y: y(value), lines: names[i] ?? [] })),
    head,
  );
  const marked = Object.fromEntries(
    references.map(({ key, value }, i): [string, Mark] => [
      key,
      {
        x1: 0,
        x2: round(right),
        y: round(y(value)),
        labels: lines(names[i] ?? [], right + 6, (marks[i] ?? 0) + capHeight + 3),
      },
    ]),
  );
  const periods = periodsUnder(
    panel.points.map(({ label }) => label),
    dots,
    axisY + lineHeight - 1,
    0,
    right,
    1,
  );
  const placed = placeValues(
    panel.points.map(({ shown }) => short(shown)),
    dots,
    references.map(({ value }) => y(value)),
    { top: head, right, bottom: axisY },
  );
  const path = through(dots);
  const labels = [...periods, ...Object.values(marked).flatMap((mark) => mark.labels)];
  return {
    id: panel.id,
    alternative,
    width,
    height: Math.ceil(Math.max(...labels.map((label) => label.y)) + 5),
    title,
    better,
    ...(path === undefined ? {} : { line: path }),
    ...marked,
    dots,
    behind: placed.map(({ box }) => box),
    values: placed.filter(({ at }) => at !== last).map(({ label }) => label),
    latest: placed.filter(({ at }) => at === last).map(({ label }) => label),
    axis: { x1: 0, x2: round(right), y: axisY },
    periods,
  };
}

/**
 * A unit of words (“per 1,000”) is said once above, and not at every value.
 * @returns the unit to be said above, and how a value is then shown
 */
function unitOf({ unit, points, target, comparator }: Panel): {
  unit: string;
  short: (shown: string) => string;
} {
  const ending = ` ${unit}`;
  const all = [...points, ...(target ? [target] : []), ...(comparator ? [comparator] : [])];
  if (unit === '' || !all.every(({ shown }) => shown.endsWith(ending)))
    return { unit: '', short: (shown) => shown };
  return { unit, short: (shown) => shown.slice(0, -ending.length) };
}

/** From the lowest to the highest value; where there is only one, it stands in the middle. */
function domainOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? [low - 1, high + 1] : [low, high];
}

/** Name and value in lines: however long the name is, the value stands there. */
function nameOf({ name, shown }: Reference, width: number): string[] {
  const whole = wrap(`${name} ${shown}`, width, 4);
  return whole.at(-1)?.endsWith('…') === true ? [...wrap(name, width, 3), ...wrap(shown, width, 2)] : whole;
}

/**
 * The upper edge of each name beside its line: in the middle of it, or as near as it can be where names
 * would stand on each other or on what is above `from`.
 */
function apart(names: readonly { y: number; lines: readonly string[] }[], from: number): number[] {
  const heights = names.map((name) => name.lines.length * lineHeight);
  const order = names.map((_, i) => i).sort((a, b) => (names[a]?.y ?? 0) - (names[b]?.y ?? 0));
  const tops = names.map(({ y }, i) => y - (heights[i] ?? 0) / 2);
  const [upper, lower] = order;
  if (upper !== undefined && lower !== undefined) {
    const over = (tops[upper] ?? 0) + (heights[upper] ?? 0) - (tops[lower] ?? 0);
    if (over > 0) tops[upper] = (tops[upper] ?? 0) - over / 2;
  }
  let free = from;
  for (const i of order) {
    const top = Math.max(free, tops[i] ?? 0);
    tops[i] = top;
    free = top + (heights[i] ?? 0);
  }
  return tops;
}
