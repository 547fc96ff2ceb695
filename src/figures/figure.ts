import type { Span } from '../language/sentences.ts';

/**
 * What a figure measures: a share, a difference between shares, a rate of so many people, a sum of money, a stretch of
 * time, a fraction in words, or a number of something.
 */
export type FigureKind = 'percent' | 'points' | 'rate' | 'money' | 'time' | 'fraction' | 'count';

/** How exactly a figure is meant: “about 40%”, “over 70%”, “fewer than 20”. */
export type Hedge = 'about' | 'over' | 'under';

/** A figure that somebody typed, in digits or in words. */
export interface Figure extends Span {
  /** As it was typed, with its unit. */
  text: string;
  value: number;
  kind: FigureKind;
  /** Whether it was typed in digits. */
  digits: boolean;
  hedge?: Hedge;
  /** What the last digit that counts stands for: 1 in “38”, 0.1 in “38.5”, 100 in “5,300”. */
  step: number;
  /** “days”, “weeks”, “months” … of a stretch of time. */
  time?: string;
  /** Where it is a part of something counted: “two of the nine actions”. */
  part?: boolean;
  /** Where it is what a part was taken of: “the nine” of “two of the nine actions”. */
  whole?: boolean;
}

/** Without the traces of binary fractions: 0.3 − 0.1 is 0.2. */
export function rounded(n: number): number {
  return Number(n.toFixed(9));
}

/** Whether a figure says a value, as exactly as it means to. */
export function says({ value, hedge, step }: Figure, known: number): boolean {
  if (rounded(known) === value) return true;
  const off = known - value;
  switch (hedge) {
    case 'about':
      return Math.abs(off) <= step / 2;
    case 'over':
      return off > 0 && off < step;
    case 'under':
      return off < 0 && -off < step;
    case undefined:
      return false;
  }
}
