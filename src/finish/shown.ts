import type { PDFRef } from '@cantoo/pdf-lib';
import type { Layer, Page } from './pages.ts';
import type { Drawing } from './scan.ts';
import { piecesIn, type Kid, type Piece } from './tree.ts';
import { wordsOf } from './words.ts';

/** What one piece of marked content draws. */
interface Shown {
  drawings: Drawing[];
  layer: Layer;
}

/** Looks up what pieces of marked content draw. */
export class ShownContent {
  readonly #pieces = new Map<string, Shown>();

  constructor(pages: readonly Page[]) {
    for (const page of pages) {
      for (const layer of page.layers) {
        for (const { id } of layer.marks) this.#pieces.set(key(page.number, id), { drawings: [], layer });
        for (const drawing of layer.drawings) {
          if (typeof drawing.belongs === 'number') {
            this.#pieces.get(key(page.number, drawing.belongs))?.drawings.push(drawing);
          }
        }
      }
    }
  }

  /** The file has marked content of this number. */
  has(piece: Piece): boolean {
    return this.#of(piece) !== undefined;
  }

  /** The form whose content the piece is part of. */
  formOf(piece: Piece): PDFRef | undefined {
    return this.#of(piece)?.layer.form;
  }

  /** Alike where two pieces look alike. */
  glyphsOf(piece: Piece): string {
    return (this.#of(piece)?.drawings ?? []).map(({ glyphs }) => glyphs).join('');
  }

  drawingsOf(kids: readonly Kid[]): { drawing: Drawing; layer: Layer }[] {
    return [...piecesIn(kids)].flatMap((piece) => {
      const { drawings, layer } = this.#of(piece) ?? {};
      return drawings && layer ? drawings.map((drawing) => ({ drawing, layer })) : [];
    });
  }

  /** The words of these and of all below them. */
  textOf(kids: readonly Kid[]): string {
    return wordsOf(this.drawingsOf(kids).map(({ drawing }) => drawing));
  }

  #of({ page, id }: Piece): Shown | undefined {
    return this.#pieces.get(key(page, id));
  }
}

function key(page: number, id: number): string {
  return `${page}/${id}`;
}
