import { line } from 'd3-shape';
import type { Dot, Label } from './drawing.ts';
import { lineHeight, widthOf } from './letters.ts';

/** Where words go in a picture: inside it, and not on each other. */

/** Lines one under the other, the first with its baseline at `y`. */
export function lines(
  texts: readonly string[],
  x: number,
  y: number,
  anchor: Label['anchor'] = 'start',
): Label[] {
  return texts.map((text, i) => ({ x: round(x), y: round(y + i * lineHeight), anchor, text }));
}

/** Where a label goes from and to. */
export function reach({ x, anchor, text }: Label): { left: number; right: number } {
  const width = widthOf(text);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { left, right: left + width };
}

/** A line in the middle of `x`, moved as far as it takes to stand between `from` and `to`. */
export function centred(text: string, x: number, y: number, from: number, to: number): Label {
  const half = widthOf(text) / 2;
  const middle = Math.max(from + half, Math.min(to - half, x));
  return { x: round(middle), y: round(y), anchor: 'middle', text };
}

/** Whether two labels are so near to each other that they read as one, or cover each other. */
export function collide(a: Label, b: Label): boolean {
  const gap = 6;
  const [one, other] = [reach(a), reach(b)];
  const apart = one.right + gap <= other.left || other.right + gap <= one.left;
  return !apart && Math.abs(a.y - b.y) < lineHeight - 2;
}

/** A tenth of a pixel is less than can be seen, and keeps numbers short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/** The places of some labels in the order in which they are given room: the last, the first, then back. */
export function inTurn(count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => count - 1 - i);
  const first = order.pop();
  if (first !== undefined) order.splice(1, 0, first);
  return order;
}

/**
 * Names of periods under their dots, within `from` and `to`, in as many lines as are allowed; where these have no room
 * for all of them, those that one line has.
 */
export function periodsUnder(
  names: readonly string[],
  dots: readonly Dot[],
  y: number,
  from: number,
  to: number,
  rows: 1 | 2,
): Label[] {
  const inRow = (at: readonly number[], row: number): Map<number, Label> => {
    const kept = new Map<number, Label>();
    for (const i of at) {
      const label = centred(names[i] ?? '', dots[i]?.x ?? 0, y + row * lineHeight, from, to);
      if (![...kept.values()].some((other) => collide(other, label))) kept.set(i, label);
    }
    return kept;
  };
  const order = inTurn(names.length);
  const first = inRow(order, 0);
  const second = inRow(rows === 1 ? [] : order.filter((i) => !first.has(i)), 1);
  const all = first.size + second.size === names.length ? new Map([...first, ...second]) : first;
  return [...all].sort(([a], [b]) => a - b).map(([, label]) => label);
}

/** A line through dots, as an SVG path; nothing where there is only one. */
export function through(dots: readonly Dot[]): string | undefined {
  if (dots.length < 2) return undefined;
  return (
    line<Dot>()
      .x((dot) => dot.x)
      .y((dot) => dot.y)(dots) ?? undefined
  );
}
