import type { Operand } from './operands.ts';

/** `[a b c d e f]` as PDF has it (ISO 32000-1, 8.3.3): x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** First moved by `x` and `y`, then `outer`. */
export function moved(x: number, y: number, [a, b, c, d, e, f]: Matrix): Matrix {
  return [a, b, c, d, x * a + y * c + e, x * b + y * d + f];
}

export interface Point {
  x: number;
  y: number;
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The six numbers in front of `cm` or `Tm`. */
export function matrixOf(operands: readonly Operand[]): Matrix {
  const at = (index: number, other: number): number =>
    index < operands.length ? number(operands[index]) : other;
  return [at(0, 1), at(1, 0), at(2, 0), at(3, 1), at(4, 0), at(5, 0)];
}

export function number(operand: Operand | undefined): number {
  return typeof operand === 'number' ? operand : 0;
}

/** Upright, in the units of the page. */
export interface Box {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** The box around all of these; undefined where there are none. */
export function boxAround(boxes: readonly (Box | undefined)[]): Box | undefined {
  let around: Box | undefined;
  for (const box of boxes) {
    if (!box) continue;
    around ??= { ...box };
    around.left = Math.min(around.left, box.left);
    around.bottom = Math.min(around.bottom, box.bottom);
    around.right = Math.max(around.right, box.right);
    around.top = Math.max(around.top, box.top);
  }
  return around;
}

/** The box made to reach a point. */
export function boxWith(box: Box | undefined, { x, y }: Point): Box {
  if (!box) return { left: x, bottom: y, right: x, top: y };
  return {
    left: Math.min(box.left, x),
    bottom: Math.min(box.bottom, y),
    right: Math.max(box.right, x),
    top: Math.max(box.top, y),
  };
}

/** The box around a rectangle that a matrix has moved. */
export function boxOf(matrix: Matrix, x: number, y: number, width: number, height: number): Box {
  let box = boxWith(undefined, apply(matrix, x, y));
  box = boxWith(box, apply(matrix, x + width, y));
  box = boxWith(box, apply(matrix, x, y + height));
  return boxWith(box, apply(matrix, x + width, y + height));
}
