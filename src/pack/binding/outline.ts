import type { PDFContext, PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { PDFNumber } from '@cantoo/pdf-lib';
import { dictionaryAt, named, numberOf, text, textOf } from '../../finish/objects.ts';
import type { PackDestinations } from './destinations.ts';
import type { ReadPart } from './read-part.ts';

/**
 * One bookmark a part, closed, with the part's own beneath it (ISO 32000-1, 12.3.3). A paper whose only
 * bookmark of the first level says what the part's does gives those beneath that.
 */
export function bindOutline(
  context: PDFContext,
  parts: readonly ReadPart[],
  destinations: PackDestinations,
): PDFRef {
  const root = context.nextRef();
  const refs = parts.map(() => context.nextRef());
  parts.forEach(({ part, catalog, leaves }, index) => {
    const [ref, first] = [refs[index], leaves[0]];
    if (!ref || !first) return;
    const item = context.obj({ Title: text(part.bookmark), Parent: root, Dest: destinations.top(first) });
    const link = (key: string, other: PDFRef | undefined) => other && item.set(named(key), other);
    link('Prev', refs[index - 1]);
    link('Next', refs[index + 1]);
    context.assign(ref, item);
    const holder = holderOf(context, dictionaryAt(context, catalog, 'Outlines'), part.bookmark);
    if (holder) adopt(context, ref, item, holder);
  });
  const [first, last] = [refs[0], refs.at(-1)];
  const entries = {
    Type: 'Outlines',
    Count: refs.length,
    ...(first && last ? { First: first, Last: last } : {}),
  };
  context.assign(root, context.obj(entries));
  return root;
}

/** What holds the bookmarks that are to stand beneath the part's. */
function holderOf(context: PDFContext, outline: PDFDict | undefined, words: string): PDFDict | undefined {
  const only = dictionaryAt(context, outline, 'First');
  if (!only || dictionaryAt(context, only, 'Next')) return outline;
  const title = textOf(context, only.get(named('Title')))?.trim() ?? '';
  return title !== '' && words.trim().endsWith(title) ? only : outline;
}

/** Puts the bookmarks that one holds beneath another. */
function adopt(context: PDFContext, ref: PDFRef, item: PDFDict, holder: PDFDict): void {
  const [first, last] = [holder.get(named('First')), holder.get(named('Last'))];
  if (!first || !last) return;
  let open = 0;
  const seen = new Set<PDFDict>();
  let inner = dictionaryAt(context, holder, 'First');
  for (; inner && !seen.has(inner); inner = dictionaryAt(context, inner, 'Next')) {
    seen.add(inner);
    inner.set(named('Parent'), ref);
    open += 1 + Math.max(0, numberOf(context, inner.get(named('Count'))) ?? 0);
  }
  item.set(named('First'), first);
  item.set(named('Last'), last);
  // Less than nothing: closed, and so many would be seen if it were opened.
  item.set(named('Count'), PDFNumber.of(-open));
}
