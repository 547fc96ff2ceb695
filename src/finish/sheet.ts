import type { PDFContext, PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { times, type Box, type Matrix } from './matrix.ts';
import { dictionaryAt, itemsOf, named, numberOf } from './objects.ts';

/** A page as it lies before the reader. */
export interface Sheet {
  /** In points, as the page is shown: turned, and in its own unit. */
  width: number;
  height: number;
  /** From points from the visible lower left corner to the page's own units. */
  matrix: Matrix;
}

/** US Letter, which a page without any size is taken for by custom. */
const letter: Box = { left: 0, bottom: 0, right: 612, top: 792 };

/** How a page is shown: its visible part, turned (ISO 32000-1, table 30: CropBox, Rotate, UserUnit). */
export function sheetOf(context: PDFContext, page: PDFDict): Sheet {
  const media = boxAt(context, page, 'MediaBox') ?? letter;
  const { left, bottom, right, top } = within(boxAt(context, page, 'CropBox') ?? media, media);
  const unit = numberOf(context, page.get(named('UserUnit'))) ?? 1;
  const turned = numberOf(context, inherited(context, page, 'Rotate')) ?? 0;
  const quarters = (((Math.round(turned / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3;
  const [width, height] = [(right - left) * unit, (top - bottom) * unit];
  const size = quarters % 2 === 0 ? { width, height } : { width: height, height: width };
  const turn: Matrix = (
    [
      [1, 0, 0, 1, left, bottom],
      [0, 1, -1, 0, right, bottom],
      [-1, 0, 0, -1, right, top],
      [0, -1, 1, 0, left, top],
    ] as const
  )[quarters];
  return { ...size, matrix: times([1 / unit, 0, 0, 1 / unit, 0, 0], turn) };
}

/** What a page says of itself, or else the folders that it stands in (ISO 32000-1, 7.7.3.4). */
export function inherited(context: PDFContext, page: PDFDict, key: string): PDFObject | undefined {
  // A chain that leads back into itself would never end.
  const seen = new Set<PDFDict>();
  let holder: PDFDict | undefined = page;
  for (; holder && !seen.has(holder); holder = dictionaryAt(context, holder, 'Parent')) {
    const found = holder.get(named(key));
    if (found !== undefined) return found;
    seen.add(holder);
  }
  return undefined;
}

/** A rectangle, whichever two corners it is written with (ISO 32000-1, 7.9.5). */
function boxAt(context: PDFContext, page: PDFDict, key: string): Box | undefined {
  const sides = itemsOf(context, inherited(context, page, key)).map((side) => numberOf(context, side));
  const [x1, y1, x2, y2] = sides;
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  const box = {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  };
  return box.left < box.right && box.bottom < box.top ? box : undefined;
}

/** A page shows nothing beyond its medium. */
function within(box: Box, media: Box): Box {
  const cut = {
    left: Math.max(box.left, media.left),
    bottom: Math.max(box.bottom, media.bottom),
    right: Math.min(box.right, media.right),
    top: Math.min(box.top, media.top),
  };
  return cut.left < cut.right && cut.bottom < cut.top ? cut : media;
}
