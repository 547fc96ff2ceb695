import type { Decoration } from './artifacts.ts';
import type { Page } from './pages.ts';
import { repeatedPieces } from './repeats.ts';
import type { ShownContent } from './shown.ts';
import { piecesIn, type Kid, type Piece, type Tag } from './tree.ts';

/** Where a drawing without words says something: its alternative is read. */
const pictorial = new Set(['Figure', 'Formula', 'Form', 'Lbl']);

/** Marked content that is not read, and what it is instead. */
export interface Unread {
  decorations: Map<number, Map<number, Decoration>>;
  /** Content that has a mark and no tag, and shows something: nobody would hear it. */
  lost: (page: number, id: number) => boolean;
}

/**
 * Finds the marked content that only decorates (lines and backgrounds, pictures that no tag describes,
 * repeated table headers), takes it out of the tree, and leaves only what is read.
 */
export function decorationsOf(roots: readonly Tag[], pages: readonly Page[], shown: ShownContent): Unread {
  const decorations: Unread['decorations'] = new Map(
    pages.map(({ number }) => [number, new Map<number, Decoration>()]),
  );
  const decorate = ({ page, id }: Piece, decoration: Decoration) =>
    decorations.get(page)?.set(id, decoration);

  for (const piece of repeatedPieces(roots, shown)) decorate(piece, 'repeated');
  const takeOut = (kids: Kid[], inPicture: boolean): void => {
    for (const kid of kids) {
      if (kid.kind === 'tag') takeOut(kid.kids, inPicture || pictorial.has(kid.type));
      if (kid.kind !== 'piece' || decorations.get(kid.page)?.has(kid.id)) continue;
      if (!inPicture && shown.textOf([kid]) === '') decorate(kid, 'layout');
    }
    const isRead = (kid: Kid) =>
      kid.kind !== 'piece' || (shown.has(kid) && !decorations.get(kid.page)?.has(kid.id));
    kids.splice(0, kids.length, ...kids.filter(isRead));
  };
  for (const root of roots) takeOut(root.kids, pictorial.has(root.type));

  const lost = new Set<string>();
  const tagged = new Set(piecesIn(roots).map(({ page, id }) => `${page}/${id}`));
  for (const page of pages) {
    for (const { id } of page.layers.flatMap(({ marks }) => marks)) {
      if (tagged.has(`${page.number}/${id}`) || decorations.get(page.number)?.has(id)) continue;
      decorate({ kind: 'piece', page: page.number, id }, 'layout');
      lost.add(`${page.number}/${id}`);
    }
  }
  return { decorations, lost: (page, id) => lost.has(`${page}/${id}`) };
}
