import { PDFDict, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import type { Font } from './fonts.ts';
import { boxAround, identity, matrixOf, times, type Box, type Matrix } from './matrix.ts';
import { bytesOf, dictionaryAt, itemsOf, named, lookup, nameOf, numberOf } from './objects.ts';
import { FontShelf, type Unreadable } from './page-fonts.ts';
import { scan } from './scan.ts';
import { inherited } from './sheet.ts';
import { wordsOf } from './words.ts';
import type { Drawing, Scan } from './drawing.ts';

/** A content stream with marked content of its own: a page's, or that of a form that the page draws. */
export interface Layer extends Scan {
  /** The form; absent for the page's own content. */
  form: PDFRef | undefined;
  bytes: Uint8Array;
}

export interface Page {
  number: number;
  ref: PDFRef;
  node: PDFDict;
  layers: Layer[];
  /** The page without its margins, where that can be told. */
  area: Box | undefined;
}

export interface Content {
  pages: Page[];
  fonts: Font[];
  unreadable: Unreadable[];
}

/**
 * Reads what all pages draw.
 * @param first the number of the first of them
 * @throws Error where a stream is damaged
 */
export function readPages(context: PDFContext, leaves: readonly PDFRef[], first = 1): Content {
  const reader = new PageReader(context);
  const pages = leaves.map((ref, index) => reader.page(ref, index + first));
  return { pages, fonts: reader.shelf.fonts, unreadable: reader.shelf.unreadable };
}

class PageReader {
  readonly shelf: FontShelf;
  readonly #context: PDFContext;

  constructor(context: PDFContext) {
    this.#context = context;
    this.shelf = new FontShelf(context);
  }

  page(ref: PDFRef, number: number): Page {
    const context = this.#context;
    const node = context.lookup(ref, PDFDict);
    this.shelf.page = number;
    const parts = itemsOf(context, node.get(named('Contents'))).map(
      (part) => bytesOf(context, part) ?? new Uint8Array(),
    );
    // The standard has parts read as if white space stood between them.
    const bytes =
      parts.length === 1 && parts[0]
        ? parts[0]
        : Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
    const resources = lookup(context, inherited(context, node, 'Resources'));
    const layers = this.#layers(
      bytes,
      resources instanceof PDFDict ? resources : undefined,
      identity,
      undefined,
    );
    return { number, ref, node, layers, area: layers[0].area };
  }

  /** The content itself, and every form in it that has marked content of its own. */
  #layers(
    bytes: Uint8Array,
    resources: PDFDict | undefined,
    matrix: Matrix,
    form: PDFRef | undefined,
  ): [Layer, ...Layer[]] {
    const found = scan(bytes, this.shelf.of(resources), matrix);
    const own: Layer = { ...found, drawings: [], form, bytes };
    const inner: Layer[] = [];
    for (const drawing of found.drawings) {
      const layers =
        drawing.picture === undefined ? [] : this.#form(resources, drawing.picture, drawing.matrix ?? matrix);
      if (layers.some(({ marks }) => marks.length > 0)) inner.push(...layers);
      else own.drawings.push(asOneThing(drawing, layers));
    }
    return [own, ...inner];
  }

  #form(resources: PDFDict | undefined, name: string, matrix: Matrix): Layer[] {
    const context = this.#context;
    const ref = dictionaryAt(context, resources, 'XObject')?.get(named(name));
    const form = lookup(context, ref);
    if (!(form instanceof PDFStream) || !(ref instanceof PDFRef)) return [];
    if (nameOf(context, form.dict.get(named('Subtype'))) !== 'Form') return [];
    const own = itemsOf(context, form.dict.get(named('Matrix'))).map((item) => numberOf(context, item) ?? 0);
    const bytes = bytesOf(context, form) ?? new Uint8Array();
    return this.#layers(
      bytes,
      dictionaryAt(context, form.dict, 'Resources'),
      times(matrixOf(own), matrix),
      ref,
    );
  }
}

/** A form without marked content is drawn as one thing, with all its text. */
function asOneThing(drawing: Drawing, layers: readonly Layer[]): Drawing {
  const inner = layers.flatMap(({ drawings }) => drawings);
  if (inner.length === 0) return drawing;
  const box = boxAround(inner.map((part) => part.box));
  const text = wordsOf(inner).trim();
  const glyphs = text === '' ? drawing.glyphs : inner.map((part) => part.glyphs).join('');
  return { ...drawing, ...(box ? { box } : {}), text, glyphs };
}

/** The pages in the order in which they are bound (ISO 32000-1, 7.7.3). */
export function pageRefs(context: PDFContext, catalog: PDFDict): PDFRef[] {
  const inFolder = (object: PDFObject | undefined): PDFRef[] => {
    if (!(object instanceof PDFRef)) return [];
    const node = context.lookup(object, PDFDict);
    const isFolder = nameOf(context, node.get(named('Type'))) === 'Pages';
    return isFolder ? itemsOf(context, node.get(named('Kids'))).flatMap(inFolder) : [object];
  };
  return inFolder(catalog.get(named('Pages')));
}
