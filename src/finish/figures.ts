import { PDFArray, PDFNumber, type PDFContext } from '@cantoo/pdf-lib';
import { boxAround } from './matrix.ts';
import type { ShownContent } from './shown.ts';
import { piecesIn, tagsIn, type Tag } from './tree.ts';

/** Says where on its page each picture stands, for those who enlarge or take out one (ISO 32000-1, table 345). */
export function placeFigures(context: PDFContext, document: Tag, shown: ShownContent): void {
  for (const figure of tagsIn([document])) {
    if (figure.type !== 'Figure') continue;
    const pages = new Set(piecesIn(figure.kids).map(({ page }) => page));
    const box = boxAround(shown.drawingsOf(figure.kids).map(({ drawing }) => drawing.box));
    if (pages.size !== 1 || !box) continue;
    const sides = PDFArray.withContext(context);
    // A hundredth of a point is less than any printer can show.
    for (const side of [box.left, box.bottom, box.right, box.top])
      sides.push(PDFNumber.of(Math.round(side * 100) / 100));
    figure.attributes.set('Layout', new Map([['BBox', sides]]));
  }
}
