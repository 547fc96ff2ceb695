import { PDFName } from '@cantoo/pdf-lib';
import { tagsIn, type Tag } from './tree.ts';
import type { ShownContent } from './shown.ts';

/** Chromium draws these signs instead of writing them. */
const bullets: Readonly<Record<string, string>> = { Disc: '•', Circle: '◦', Square: '▪' };

/** Says a bullet that is drawn, so that a list item has its label as text (ISO 14289-1, 7.6). */
export function nameBullets(document: Tag, shown: ShownContent): void {
  for (const list of tagsIn([document])) {
    if (list.type !== 'L') continue;
    const numbering = list.attributes.get('List')?.get('ListNumbering');
    const bullet = bullets[numbering instanceof PDFName ? numbering.decodeText() : ''] ?? '•';
    for (const item of list.kids) {
      const [label] = item.kind === 'tag' ? item.kids : [];
      if (label?.kind === 'tag' && label.type === 'Lbl' && shown.textOf(label.kids).trim() === '')
        label.actual = bullet;
    }
  }
}
