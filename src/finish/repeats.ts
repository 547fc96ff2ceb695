import { groupBy } from '../group.ts';
import { tagsIn, piecesIn, type Kid, type Piece, type Tag } from './tree.ts';
import type { ShownContent } from './shown.ts';

/**
 * The copies of a table's header (and footer) on the pages that it goes on to. Chromium gives each copy
 * to the same cells, so that they would be read once a page. A copy shows the same in every cell of the
 * row; a cell that merely goes on over the page does not.
 */
export function repeatedPieces(kids: readonly Kid[], shown: ShownContent): Piece[] {
  const tables = tagsIn(kids).filter(({ type }) => type === 'Table');
  return tables.flatMap((table) => {
    if (isOnOnePage(piecesIn(table.kids))) return [];
    const rows = tagsIn(table.kids).filter(({ type }) => type === 'TR');
    let reached = 0;
    return rows.flatMap((row) => {
      const copies = copiesOf(row, shown);
      const pages = [...copies.keys()];
      // The header is read where the table starts, the footer where it ends.
      const kept = pages[0] !== undefined && pages[0] < reached ? pages.at(-1) : pages[0];
      reached = Math.max(reached, kept ?? 0);
      return pages.filter((page) => page !== kept).flatMap((page) => copies.get(page) ?? []);
    });
  });
}

function isOnOnePage(pieces: readonly Piece[]): boolean {
  return pieces.every(({ page }) => page === pieces[0]?.page);
}

/** The pieces of a row by page, where every page shows the same; else nothing. */
function copiesOf(row: Tag, shown: ShownContent): Map<number, Piece[]> {
  const byPage = groupBy(piecesIn(row.kids), ({ page }) => page);
  const sorted = new Map([...byPage].sort(([a], [b]) => a - b));
  const looks = [...sorted.values()].map((pieces) => pieces.map((piece) => shown.glyphsOf(piece)).join('|'));
  const alike = looks.every((look) => look === looks[0] && look.replaceAll('|', '') !== '');
  return alike ? sorted : new Map<number, Piece[]>();
}
