import type { Box, Matrix } from './matrix.ts';
import type { Line } from './text-object.ts';

/** What a thing drawn belongs to: marked content of this number, decoration, or nothing that is said. */
export type Belonging = number | 'artifact' | undefined;

/** One thing that a content stream draws: a path, a text object, a picture. */
export interface Drawing {
  kind: 'path' | 'text' | 'picture';
  /** Where it stands in the stream. */
  start: number;
  end: number;
  belongs: Belonging;
  /** Two drawings can be marked as one where `after` of the first is `before` of the second. */
  before: number;
  after: number;
  /** The text as it is read. */
  text: string;
  /** What is shown, glyph for glyph: alike in two drawings that look alike. */
  glyphs: string;
  line?: Line;
  /** Where its text ends in the stream, and what would draw a space there. */
  tail?: { at: number; space: string | undefined };
  /** The part of the page that it takes. */
  box?: Box;
  /** The picture's or form's name among the resources. */
  picture?: string;
  /** Where a picture's own units are on the page. */
  matrix?: Matrix;
}

/** Where marked content with a number starts: `/P <</MCID 3>> BDC`. */
export interface Mark {
  id: number;
  start: number;
  end: number;
}

export interface Scan {
  drawings: Drawing[];
  marks: Mark[];
  /** The first rectangle that drawing is limited to: in a print by Chromium, the page without its margins. */
  area: Box | undefined;
}
