import type { Operand } from './operands.ts';

/** `[a b c d e f]` as PDF has it (ISO 32000-1, 8.3.3): x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function times(inner: Matrix, outer: Matrix): Matrix {
  // Taken one by one: as a list they would go through an iterator, and there are thousands of these.
  const a = inner[0];
  const b = inner[1];
  const c = inner[2];
  const d = inner[3];
  const e = inner[4];
  const f = inner[5];
  const A = outer[0];
  const B = outer[1];
  const C = outer[2];
  const D = outer[3];
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + outer[4],
    e * B + f * D + outer[5],
  ];
}

/** First moved by `x` and `y`, then `outer`. */
export function moved(x: number, y: number, outer: Matrix): Matrix {
  const a = outer[0];
  const b = outer[1];
  const c = outer[2];
  const d = outer[3];
  return [a, b, c, d, x * a + y * c + outer[4], x * b + y * d + outer[5]];
}

export interface Point {
  x: number;
  y: number;
}

export function apply(matrix: Matrix, x: number, y: number): Point {
  return {
    x: matrix[0] * x + matrix[2] * y + matrix[4],
    y: matrix[1] * x + matrix[3] * y + matrix[5],
  };
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

/** The box, if there is one already, itself made to reach a point that a matrix has moved; else one of that point only. */
export function boxWith(box: Box | undefined, matrix: Matrix, x: number, y: number): Box {
  const across = matrix[0] * x + matrix[2] * y + matrix[4];
  const up = matrix[1] * x + matrix[3] * y + matrix[5];
  if (!box) return { left: across, bottom: up, right: across, top: up };
  box.left = Math.min(box.left, across);
  box.bottom = Math.min(box.bottom, up);
  box.right = Math.max(box.right, across);
  box.top = Math.max(box.top, up);
  return box;
}

/** The box around a rectangle that a matrix has moved. */
export function boxOf(matrix: Matrix, x: number, y: number, width: number, height: number): Box {
  const box = boxWith(undefined, matrix, x, y);
  boxWith(box, matrix, x + width, y);
  boxWith(box, matrix, x, y + height);
  return boxWith(box, matrix, x + width, y + height);
}
