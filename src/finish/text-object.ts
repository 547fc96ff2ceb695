import { identity, times, type Matrix } from './matrix.ts';
import type { Belonging, Drawing } from './scan.ts';

/** One operator that shows text. */
interface Show {
  start: number;
  end: number;
  belongs: Belonging;
  barriers: number;
  text: string;
  glyphs: string;
}

/** A text object, from BT to ET (ISO 32000-1, 9.4), while it is read. */
export class TextObject {
  matrix: Matrix = identity;
  /** Where its first text starts on the page. */
  at: { x: number; y: number } | undefined;
  /** Marked content starts inside it, so that its parts belong to different things. */
  mixed = false;
  readonly #start: number;
  readonly #barriers: number;
  readonly #belongs: Belonging;
  readonly #shows: Show[] = [];
  #text = '';
  #glyphs = '';

  constructor(start: number, barriers: number, belongs: Belonging) {
    this.#start = start;
    this.#barriers = barriers;
    this.#belongs = belongs;
  }

  move(x: number, y: number): void {
    this.matrix = times([1, 0, 0, 1, x, y], this.matrix);
  }

  /** Text that is read and stands for what is shown next. */
  read(text: string): void {
    this.#text += text;
  }

  show(show: Show): void {
    this.#text += show.text;
    this.#glyphs += show.glyphs;
    this.#shows.push(show);
  }

  /** What it draws: one thing where all of it belongs together, else each show apart. */
  drawings(end: number, barriers: number): Drawing[] {
    if (this.#shows.length === 0) return [];
    const place = this.at ? { at: this.at } : {};
    if (!this.mixed) {
      const range = { start: this.#start, end, before: this.#barriers, after: barriers };
      return [
        { kind: 'text', ...range, belongs: this.#belongs, text: this.#text, glyphs: this.#glyphs, ...place },
      ];
    }
    return this.#shows.map(({ barriers: at, ...show }) => ({
      kind: 'text',
      before: at,
      after: at,
      ...show,
      ...place,
    }));
  }
}
