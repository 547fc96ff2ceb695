import type { PDFRef } from '@cantoo/pdf-lib';
import type { Layer, Page } from './pages.ts';
import type { Drawing } from './drawing.ts';
import { piecesIn, type Kid, type Piece } from './tree.ts';
import { wordsOf } from './words.ts';

/** What one piece of marked content draws. */
interface Shown {
  drawings: Drawing[];
  layer: Layer;
}

/** Looks up what pieces of marked content draw. */
export class ShownContent {
  readonly #pages = new Map<number, Map<number, Shown>>();

  constructor(pages: readonly Page[]) {
    for (const { number, layers } of pages) {
      const pieces = new Map<number, Shown>();
      this.#pages.set(number, pieces);
      for (const layer of layers) {
        for (const { id } of layer.marks) pieces.set(id, { drawings: [], layer });
        for (const drawing of layer.drawings) {
          if (typeof drawing.belongs === 'number') pieces.get(drawing.belongs)?.drawings.push(drawing);
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
    const found: { drawing: Drawing; layer: Layer }[] = [];
    for (const piece of piecesIn(kids)) {
      const shown = this.#of(piece);
      if (!shown) continue;
      for (const drawing of shown.drawings) found.push({ drawing, layer: shown.layer });
    }
    return found;
  }

  /** The words of these and of all below them. */
  textOf(kids: readonly Kid[]): string {
    return wordsOf(this.drawingsOf(kids).map(({ drawing }) => drawing));
  }

  #of({ page, id }: Piece): Shown | undefined {
    return this.#pages.get(page)?.get(id);
  }
}
