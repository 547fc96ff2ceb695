import type { PDFRef } from '@cantoo/pdf-lib';
import type { Page } from './pages.ts';
import type { Drawing } from './scan.ts';
import { groupBy } from './group.ts';
import { piecesIn, type Kid, type Piece } from './tree.ts';

/** What one piece of marked content draws. */
export interface Shown {
  text: string;
  /** Alike where two pieces look alike. */
  glyphs: string;
  /** It draws nothing but lines and areas. */
  bare: boolean;
  /** The form whose content it is part of. */
  form: PDFRef | undefined;
}

/** Looks up what a piece draws. */
export class ShownContent {
  readonly #pieces = new Map<string, Shown>();

  constructor(pages: readonly Page[]) {
    for (const page of pages) {
      for (const layer of page.layers) {
        for (const { id } of layer.marks) {
          this.#pieces.set(key(page.number, id), { text: '', glyphs: '', bare: true, form: layer.form });
        }
        const byMark = groupBy(layer.drawings, ({ belongs }) =>
          typeof belongs === 'number' ? belongs : undefined,
        );
        for (const [id, drawings] of byMark) {
          if (id !== undefined)
            this.#pieces.set(key(page.number, id), { ...summary(drawings), form: layer.form });
        }
      }
    }
  }

  of({ page, id }: Pick<Piece, 'page' | 'id'>): Shown | undefined {
    return this.#pieces.get(key(page, id));
  }

  /** The words of these and of all below them. */
  textOf(kids: readonly Kid[]): string {
    const texts = [...piecesIn(kids)].map((piece) => this.of(piece)?.text ?? '');
    return texts.join('').replace(/\s+/g, ' ').trim();
  }
}

function key(page: number, id: number): string {
  return `${page}/${id}`;
}

function summary(drawings: readonly Drawing[]): Omit<Shown, 'form'> {
  return {
    text: joined(drawings),
    glyphs: drawings.map(({ glyphs }) => glyphs).join(''),
    bare: drawings.every(({ kind, text }) => kind === 'path' && text === ''),
  };
}

/** Where a line ends, no space is drawn. */
function joined(drawings: readonly Drawing[]): string {
  let text = '';
  let line: number | undefined;
  for (const drawing of drawings) {
    const y = drawing.at?.y ?? line;
    const isNewLine = line !== undefined && y !== undefined && Math.abs(y - line) > 1;
    text += isNewLine && /[^\s\u00ad-]$/.test(text) ? ` ${drawing.text}` : drawing.text;
    line = y;
  }
  return text;
}
