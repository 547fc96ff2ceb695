import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Panel } from '../../compose/chart.ts';
import type { Dot, Label, Mark, TrendPicture } from './drawing.ts';
import { capHeight, centred, collide, lineHeight, lines, round, widthOf, wrap } from './letters.ts';

/** Of what is drawn between the highest and the lowest value. */
const plotHeight = 64;
/** The room of a dot to either side. */
const edge = 5;
/** The widest that the name of a target or comparator may be, as a part of the picture. */
const mostBeside = 0.36;

/** One indicator over time, with its target and what it is held against. */
export function drawPanel(panel: Panel, alternative: string, width: number): TrendPicture {
  const title = lines(wrap(panel.name, width, 4), 0, 12);
  const better = lines(wrap(panel.better, width, 2), 0, 12 + title.length * lineHeight);
  // Above the highest dot stands its value.
  const top = (title.length + better.length) * lineHeight + lineHeight + 12;

  const references = [
    ...(panel.target ? [{ key: 'target' as const, name: 'target', ...panel.target }] : []),
    ...(panel.comparator ? [{ key: 'comparator' as const, ...panel.comparator }] : []),
  ];
  const names = references.map(({ name, shown }) => wrap(`${name} ${shown}`, width * mostBeside, 3));
  const beside = Math.max(0, ...names.flat().map(widthOf));
  const right = width - (beside > 0 ? beside + 6 : 0);

  const values = [...panel.points, ...references].map(({ value }) => value);
  const y = scaleLinear(domainOf(values), [top + plotHeight, top]);
  const x = scalePoint(
    panel.points.map((_, i) => i),
    [edge, right - edge],
  );
  const dots = panel.points.map(({ value }, i): Dot => {
    const latest = i === panel.points.length - 1;
    return { x: round(x(i) ?? 0), y: round(y(value)), r: latest ? 4.5 : 3.5, filled: latest };
  });
  const axisY = round(top + plotHeight + 10);
  const axis = { x1: 0, x2: round(right), y: axisY };

  const shown = fitting(
    dots.map((dot, i) => centred(panel.points[i]?.shown ?? '', dot.x, dot.y - 9, 0, right)),
    dots,
  );
  const periods = fitting(
    dots.map((dot, i) => centred(panel.points[i]?.label ?? '', dot.x, axisY + lineHeight - 1, 0, width)),
  );
  const marks = apart(references.map(({ value }, i) => ({ y: y(value), lines: names[i] ?? [] })));
  const bottoms = marks.map(({ y: first, lines: own }) => first + own.length * lineHeight);
  const marked = Object.fromEntries(
    references.map(({ key, value }, i): [string, Mark] => [
      key,
      {
        x1: 0,
        x2: round(right),
        y: round(y(value)),
        labels: lines(marks[i]?.lines ?? [], right + 6, (marks[i]?.y ?? 0) + capHeight + 2),
      },
    ]),
  );
  const path = panel.points.length < 2 ? null : through(dots);
  const last = panel.points.length - 1;
  return {
    id: panel.id,
    alternative,
    width,
    height: Math.ceil(Math.max(axisY + lineHeight + 4, ...bottoms)),
    title,
    better,
    ...(path === null ? {} : { line: path }),
    ...marked,
    dots,
    values: shown.filter(({ at }) => at !== last).map(({ label }) => label),
    latest: shown.filter(({ at }) => at === last).map(({ label }) => label),
    axis,
    periods: periods.map(({ label }) => label),
  };
}

/** A line through dots, as an SVG path. */
export function through(dots: readonly Dot[]): string | null {
  return line<Dot>()
    .x((dot) => dot.x)
    .y((dot) => dot.y)(dots);
}

/** From the lowest to the highest value; where there is only one, it stands in the middle. */
function domainOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? [low - 1, high + 1] : [low, high];
}

/**
 * The labels that have room: the last before all others, then the first, then from the last back. Those of a
 * line must not stand on another dot of it either.
 */
export function fitting(labels: readonly Label[], dots: readonly Dot[] = []): { label: Label; at: number }[] {
  const order = [...labels.keys()].reverse();
  const first = order.pop();
  if (first !== undefined) order.splice(1, 0, first);
  const kept: { label: Label; at: number }[] = [];
  for (const at of order) {
    const label = labels[at];
    if (!label || kept.some((other) => collide(other.label, label))) continue;
    if (dots.some((dot, i) => i !== at && covers(label, dot))) continue;
    kept.push({ label, at });
  }
  return kept.sort((a, b) => a.at - b.at);
}

function covers(label: Label, dot: Dot): boolean {
  const half = widthOf(label.text) / 2 + dot.r;
  return (
    Math.abs(dot.x - label.x) < half && dot.y > label.y - capHeight - dot.r && dot.y < label.y + dot.r
  );
}

/** Names beside their lines, one under the other where they would stand on each other. Gives the top of each. */
function apart(
  names: readonly { y: number; lines: readonly string[] }[],
): { y: number; lines: readonly string[] }[] {
  const placed = names.map(({ y, lines: own }) => ({ y: y - (own.length * lineHeight) / 2, lines: own }));
  const [upper, lower] = [...placed].sort((a, b) => a.y - b.y);
  if (upper && lower) {
    const over = upper.y + upper.lines.length * lineHeight - lower.y;
    if (over > 0) {
      upper.y -= over / 2;
      lower.y += over / 2;
    }
  }
  return placed;
}
