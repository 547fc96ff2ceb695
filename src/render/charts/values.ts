import type { Box, Dot, Label } from './drawing.ts';
import { centred, collide, inTurn, reach, round } from './labels.ts';
import { capHeight } from './letters.ts';

/** A value beside its dot: the label, what is left free of lines behind it, and which of the dots it is of. */
export interface PlacedValue {
  label: Label;
  box: Box;
  at: number;
}

/** From a dot to the label above or below it. */
const distance = 9;

/**
 * Values above or below their dots, where they cross the fewest lines. One that would stand on a dot or on
 * another value is left out: it is said in the alternative and stands in the table.
 * @param across where lines go across the picture
 */
export function placeValues(
  values: readonly string[],
  dots: readonly Dot[],
  across: readonly number[],
  room: { top: number; right: number; bottom: number },
): PlacedValue[] {
  const placed: PlacedValue[] = [];
  for (const at of inTurn(values.length)) {
    const dot = dots[at];
    if (!dot) continue;
    const [best] = [dot.y - distance, dot.y + distance + capHeight]
      .map((y) => centred(values[at] ?? '', dot.x, y, 0, room.right))
      .map((label): PlacedValue => ({ label, box: boxOf(label), at }))
      .filter(({ label, box }) => {
        const inside = box.y >= room.top && box.y + box.height <= room.bottom;
        return (
          inside && !placed.some((other) => collide(other.label, label)) && !dots.some((d) => meets(box, d))
        );
      })
      .map((one) => ({ one, lines: crossings(one.box, dots, across) }))
      .sort((a, b) => a.lines - b.lines);
    if (best) placed.push(best.one);
  }
  return placed.sort((a, b) => a.at - b.at);
}

function boxOf(label: Label): Box {
  const { left, right } = reach(label);
  return {
    x: round(left - 1),
    y: round(label.y - capHeight - 2),
    width: round(right - left + 2),
    height: capHeight + 4,
  };
}

function meets({ x, y, width, height }: Box, dot: Dot): boolean {
  return dot.x + dot.r > x && dot.x - dot.r < x + width && dot.y + dot.r > y && dot.y - dot.r < y + height;
}

/** How many lines go through a box; the one through the dots counts twice, as it is what is shown. */
function crossings({ x, y, width, height }: Box, dots: readonly Dot[], across: readonly number[]): number {
  const straight = across.filter((line) => line > y && line < y + height).length;
  const steps = 24;
  const own = dots.slice(1).filter((to, i) => {
    const from = dots[i] ?? to;
    return Array.from({ length: steps + 1 }, (_, n) => n / steps).some((part) => {
      const [px, py] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
      return px > x && px < x + width && py > y && py < y + height;
    });
  }).length;
  return straight + 2 * own;
}
