import type { PDFContext, PDFDict } from '@cantoo/pdf-lib';
import { dictionaryAt } from './objects.ts';

/** The bookmarks below this one (or below the outline itself) in order, each before its own. */
export function* bookmarksIn(context: PDFContext, parent: PDFDict | undefined): Generator<PDFDict> {
  // A chain that leads back into itself would never end.
  const seen = new Set<PDFDict>();
  let item = dictionaryAt(context, parent, 'First');
  for (; item && !seen.has(item); item = dictionaryAt(context, item, 'Next')) {
    seen.add(item);
    yield item;
    yield* bookmarksIn(context, item);
  }
}
