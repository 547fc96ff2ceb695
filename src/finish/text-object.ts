import { apply, identity, moved, times, type Box, type Matrix, type Point } from './matrix.ts';
import type { PageFont } from './page-fonts.ts';
import type { Belonging, Drawing } from './drawing.ts';

/** Where a line of text runs on the page. */
export interface Line {
  start: Point;
  end: Point;
  /** Of the letters, in the units of the page. */
  size: number;
}

/** One operator that shows text, or several that show letters of one line. */
export interface Show {
  start: number;
  end: number;
  belongs: Belonging;
  barriers: number;
  text: string;
  glyphs: string;
  font: PageFont;
  /** Other words are read in its place. */
  isReplaced: boolean;
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
  readonly #shown: Placed[] = [];
  #line: Matrix = identity;
  /** How far text has come on its line. */
  #advance = 0;
  #instead = '';
  /** Where the first of the letters stands that are about to be shown. */
  #first: Place | undefined;

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
    this.place(moved(x, y, this.#line));
  }

  /** Moves to one of the letters that are about to be shown together. */
  follow(x: number, y: number, isFirst: boolean): void {
    this.move(x, y);
    if (isFirst) this.#first = { line: this.#line, at: 0 };
  }

  /** Text that is read and stands for what is shown next. */
  read(text: string): void {
    this.#instead += text;
  }

  /** @param advance how far the last of what is shown goes, in the units of the text */
  show(show: Show, advance: number): void {
    if (this.#instead !== '') show.text = this.#instead + show.text;
    this.#instead = '';
    const line = this.#line;
    const from = this.#first ?? { line, at: this.#advance };
    this.#advance += advance;
    // Most are letters in the middle of a line: where they stand is not worked out until it is asked for.
    this.#shown.push({ show, from, to: { line, at: this.#advance } });
    this.#first = undefined;
  }

  /** Adds what it draws: one thing where all of it belongs together, else each show apart. */
  drawings(end: number, barriers: number, into: Drawing[]): void {
    const shown = this.#shown;
    const first = shown[0];
    const last = shown[shown.length - 1];
    if (!first || !last) return;
    if (this.mixed) {
      for (const placed of shown) into.push(this.#drawing(placed));
      return;
    }
    let { text, glyphs } = first.show;
    const line = this.#lineOf(first);
    for (let index = 1; index < shown.length; index++) {
      const show = shown[index]?.show;
      text += show?.text ?? '';
      glyphs += show?.glyphs ?? '';
    }
    if (last !== first) line.end = this.#lineOf(last).end;
    into.push({
      kind: 'text',
      start: this.#start,
      end,
      belongs: this.#belongs,
      before: this.#barriers,
      after: barriers,
      text,
      glyphs,
      line,
      tail: tailOf(last.show),
      box: boxOf(line),
    });
  }

  #drawing(placed: Placed): Drawing {
    const { start, end, belongs, barriers, text, glyphs } = placed.show;
    const line = this.#lineOf(placed);
    return {
      kind: 'text',
      start,
      end,
      belongs,
      before: barriers,
      after: barriers,
      text,
      glyphs,
      line,
      tail: tailOf(placed.show),
      box: boxOf(line),
    };
  }

  #lineOf({ show, from, to }: Placed): Line {
    const matrix = times(to.line, this.#page);
    const size = show.size * Math.hypot(matrix[2], matrix[3]);
    const start = from.line === to.line ? matrix : times(from.line, this.#page);
    return { start: apply(start, from.at, 0), end: apply(matrix, to.at, 0), size };
  }
}

/** A place on a line: the line's start, and how far from there. */
interface Place {
  line: Matrix;
  at: number;
}

/** A show with where it starts and where it is over. */
interface Placed {
  show: Show;
  from: Place;
  to: Place;
}

/** Letters reach about this far above and below their line. */
function boxOf({ start, end, size }: Line): Box {
  const goesRight = start.x < end.x;
  const goesUp = start.y < end.y;
  return {
    left: goesRight ? start.x : end.x,
    bottom: (goesUp ? start.y : end.y) - 0.25 * size,
    right: goesRight ? end.x : start.x,
    top: (goesUp ? end.y : start.y) + 0.95 * size,
  };
}

function tailOf({ end, font, size, isReplaced }: Show): NonNullable<Drawing['tail']> {
  return { at: end, space: isReplaced ? undefined : font.space(size) };
}
