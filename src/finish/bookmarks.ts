import { PDFDict, PDFHexString, PDFName, type PDFContext } from '@cantoo/pdf-lib';

/**
 * Gives the bookmarks the words of the paper's headings. The browser takes them from the page as it is
 * set: in capitals where the style has capitals, and without a space where a line ends or a number stands
 * before. Left as they are where there are not as many bookmarks as headings.
 */
export function renameBookmarks(context: PDFContext, catalog: PDFDict, headings: readonly string[]): void {
  const bookmarks: PDFDict[] = [];
  const walk = (parent: PDFDict): void => {
    let item = parent.lookupMaybe(PDFName.of('First'), PDFDict);
    for (; item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      bookmarks.push(item);
      walk(item);
    }
  };
  const outlines = context.lookup(catalog.get(PDFName.of('Outlines')), PDFDict);
  walk(outlines);
  if (bookmarks.length !== headings.length) return;
  bookmarks.forEach((bookmark, i) =>
    bookmark.set(PDFName.of('Title'), PDFHexString.fromText(headings[i] ?? '')),
  );
}
