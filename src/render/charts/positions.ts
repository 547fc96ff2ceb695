import type { Positions } from '../../compose/chart.ts';
import type { Dot, PositionsPicture } from './drawing.ts';
import { centred, lines, round } from './labels.ts';
import { capHeight, lineHeight, widthOf, wrap } from './letters.ts';

type Group = Positions['groups'][number];

/** The part of the picture that the steps may take together. */
const mostSteps = 0.7;
/** The least room of a step, and of its words to either side. */
const leastStep = 44;
const beside = 3;
/** The most that the words of a step should take in one line. */
const stepWords = 90;
/** Between the names and the first step. */
const gap = 6;
const rowGap = 9;

/**
 * Judgements on one scale, a row each: a line with a dot for each step, the council's filled, the one before as a ring.
 * The words of the steps stand above their dots, once for all.
 */
export function drawPositions({ steps, rows }: Group, alternative: string, most: number): PositionsPicture {
  const wanted = Math.max(
    leastStep,
    ...steps.flatMap((step) => wrap(step, stepWords, 4).map((line) => widthOf(line) + 2 * beside)),
  );
  const column = Math.min(wanted, (most * mostSteps) / Math.max(1, steps.length));
  const words = steps.map((step) => wrap(step, column - 2 * beside, 4));
  const all = column * steps.length;
  const names = rows.map(({ name }) => wrap(name, most - all - gap, 4));
  const from = Math.max(0, ...names.flat().map(widthOf)) + gap;
  const width = Math.ceil(from + all);
  const x = (step: number): number => round(from + column * (step + 0.5));

  const headLines = Math.max(1, ...words.map((own) => own.length));
  const head = words.flatMap((own, i) => {
    const middle = x(i);
    return own.map((text, line) => {
      const y = capHeight + 3 + (headLines - own.length + line) * lineHeight;
      return centred(text, middle, y, middle - column / 2, middle + column / 2);
    });
  });
  let y = headLines * lineHeight + rowGap;
  const drawn = rows.map(({ id, at, was }, i): PositionsPicture['rows'][number] => {
    const name = names[i] ?? [];
    const height = Math.max(1, name.length) * lineHeight;
    const middle = round(y + height / 2);
    const dot = (step: number, r: number, filled: boolean): Dot => ({ x: x(step), y: middle, r, filled });
    const judged = dot(at, 7, true);
    const before = was === undefined || was === at ? undefined : dot(was, 7, false);
    const row = {
      id,
      name: lines(name, 0, y + (lineHeight + capHeight) / 2),
      track: { x1: x(0), x2: x(Math.max(0, steps.length - 1)), y: middle },
      steps: steps.map((_, step) => dot(step, 3, false)),
      ...(before ? { moved: { x1: before.x, x2: judged.x, y: middle }, before } : {}),
      judged,
    };
    y += height + rowGap;
    return row;
  });
  return { id: 'positions', alternative, width, height: Math.ceil(y), head, rows: drawn };
}
