import type { Operand } from './tokens.ts';

/** `[a b c d e f]` as PDF has it (ISO 32000-1, 8.3.3): x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
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
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(number);
  return [a, b, c, d, e, f];
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

/** The box around a rectangle that a matrix has moved. */
export function boxOf(matrix: Matrix, x: number, y: number, width: number, height: number): Box {
  const corners = [
    apply(matrix, x, y),
    apply(matrix, x + width, y),
    apply(matrix, x, y + height),
    apply(matrix, x + width, y + height),
  ];
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}
