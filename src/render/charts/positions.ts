import { scalePoint } from 'd3-scale';
import type { Positions } from '../../compose/chart.ts';
import { wordOf } from '../../compose/describe-chart.ts';
import type { Dot, Label, PositionsPicture } from './drawing.ts';
import { centred, collide, lines, reach, round } from './labels.ts';
import { firstBaseline, lineHeight, widthOf, wrap } from './letters.ts';

type Row = Positions['groups'][number]['rows'][number];

const edge = 8;

/** One judgement on its scale: a dot for each step, the council's filled, the one before with a ring. */
export function drawRow(
  { id, name, at, was }: Row,
  steps: readonly string[],
  alternative: string,
  width: number,
): PositionsPicture {
  const title = lines(wrap(name, width, 4), 0, firstBaseline);
  const y = title.length * lineHeight + 13;
  const x = scalePoint(
    steps.map((_, i) => i),
    [edge, width - edge],
  );
  const dot = (step: number, r: number, filled: boolean): Dot => ({ x: round(x(step) ?? 0), y, r, filled });
  const judged = dot(at, 7, true);
  const moved = was === undefined || was === at ? undefined : dot(was, 7, false);

  const own = was === at ? `${wordOf(steps, at)}, as before` : wordOf(steps, at);
  const judgedLabels = under(own, judged.x, y + 8 + lineHeight, width);
  const below = y + 8 + lineHeight * (judgedLabels.length + 1);
  const beforeWords = was === undefined || !moved ? '' : `before: ${wordOf(steps, was)}`;
  const beforeLabels = moved
    ? (beside(beforeWords, moved.x, judgedLabels, width) ?? under(beforeWords, moved.x, below, width))
    : [];
  const lowest = Math.max(...[...judgedLabels, ...beforeLabels].map((label) => label.y));
  return {
    id,
    alternative,
    width,
    height: Math.ceil(lowest + 6),
    title,
    track: { x1: edge, x2: width - edge, y },
    steps: steps.map((_, i) => dot(i, 3, false)),
    ...(moved ? { moved: { x1: moved.x, x2: judged.x, y }, before: moved } : {}),
    judged,
    judgedLabels,
    beforeLabels,
  };
}

/** Words under a dot, in the picture. */
function under(words: string, x: number, y: number, width: number): Label[] {
  return wrap(words, width, 3).map((text, i) => centred(text, x, y + i * lineHeight, 0, width));
}

/** Words under a dot on the same line as others, moved away from them; nothing where there is no room. */
function beside(words: string, x: number, others: readonly Label[], width: number): Label[] | undefined {
  const [other, more] = others;
  if (!other || more) return undefined;
  const gap = 8;
  const { left, right } = reach(other);
  const [from, to] = x < other.x ? [0, left - gap] : [right + gap, width];
  if (widthOf(words) > to - from) return undefined;
  const label = centred(words, x, other.y, from, to);
  return collide(label, other) ? undefined : [label];
}
