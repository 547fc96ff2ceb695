import { apply, identity, times, type Matrix, type Point } from './matrix.ts';
import type { Belonging, Drawing } from './scan.ts';

/** Where a line of text runs on the page. */
export interface Line {
  start: Point;
  end: Point;
  /** Of the letters, in the units of the page. */
  size: number;
}

/** One operator that shows text. */
export interface Show {
  start: number;
  end: number;
  belongs: Belonging;
  barriers: number;
  text: string;
  glyphs: string;
  /** What would draw a space behind it. */
  space: string | undefined;
  /** How far it goes, in the units of the text. */
  advance: number;
  size: number;
}

/** A text object, from BT to ET (ISO 32000-1, 9.4), while it is read. */
export class TextObject {
  /** Marked content starts inside it, so that its parts belong to different things. */
  mixed = false;
  readonly #start: number;
  readonly #barriers: number;
  readonly #belongs: Belonging;
  readonly #page: Matrix;
  readonly #shown: (Show & { line: Line })[] = [];
  #line: Matrix = identity;
  /** How far text has come on its line. */
  #advance = 0;
  #instead = '';

  constructor(start: number, barriers: number, belongs: Belonging, page: Matrix) {
    this.#start = start;
    this.#barriers = barriers;
    this.#belongs = belongs;
    this.#page = page;
  }

  place(matrix: Matrix): void {
    this.#line = matrix;
    this.#advance = 0;
  }

  move(x: number, y: number): void {
    this.place(times([1, 0, 0, 1, x, y], this.#line));
  }

  /** Text that is read and stands for what is shown next. */
  read(text: string): void {
    this.#instead += text;
  }

  show(show: Show): void {
    const matrix = times(this.#line, this.#page);
    const start = apply(matrix, this.#advance, 0);
    this.#advance += show.advance;
    const end = apply(matrix, this.#advance, 0);
    const size = show.size * Math.hypot(matrix[2], matrix[3]);
    this.#shown.push({ ...show, text: this.#instead + show.text, line: { start, end, size } });
    this.#instead = '';
  }

  /** What it draws: one thing where all of it belongs together, else each show apart. */
  drawings(end: number, barriers: number): Drawing[] {
    const [first] = this.#shown;
    const last = this.#shown.at(-1);
    if (!first || !last) return [];
    if (this.mixed) return this.#shown.map((show) => ({ kind: 'text', ...show, ...placed(show) }));
    return [
      {
        kind: 'text',
        ...{ start: this.#start, end, before: this.#barriers, after: barriers, belongs: this.#belongs },
        text: this.#shown.map(({ text }) => text).join(''),
        glyphs: this.#shown.map(({ glyphs }) => glyphs).join(''),
        line: { ...first.line, end: last.line.end },
        tail: { at: last.end, space: last.space },
      },
    ];
  }
}

function placed({ barriers, end, space }: Show): Pick<Drawing, 'before' | 'after' | 'tail'> {
  return { before: barriers, after: barriers, tail: { at: end, space } };
}
