import { PDFDict, PDFNumber, type PDFContext } from '@cantoo/pdf-lib';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { dictionaryAt, itemsOf, named, lookup, text, textOf } from './objects.ts';
import type { Page } from './pages.ts';
import { untagged } from './rules.ts';
import type { ShownContent } from './shown.ts';
import { tagsIn, type Tag } from './tree.ts';

/**
 * Gives every link its alternative in words (ISO 14289-1, 7.18.5), has it printed and not hidden
 * (ISO 19005-3, 6.3.2), and has the keyboard follow the reading order (ISO 14289-1, 7.18.3).
 */
export function mendLinks(
  context: PDFContext,
  document: Tag,
  pages: readonly Page[],
  shown: ShownContent,
): Diagnostic[] {
  const described = new Set<PDFDict>();
  for (const tag of tagsIn([document])) {
    for (const kid of tag.kids) {
      const annotation = kid.kind === 'annotation' ? context.lookup(kid.ref) : undefined;
      if (!(annotation instanceof PDFDict)) continue;
      annotation.set(named('Contents'), text(wordsOf(context, tag, annotation, shown)));
      described.add(annotation);
    }
  }
  return pages.flatMap(({ node, number }) => {
    node.set(named('Tabs'), named('S'));
    return itemsOf(context, node.get(named('Annots'))).flatMap((item): Diagnostic[] => {
      const annotation = lookup(context, item);
      if (!(annotation instanceof PDFDict)) return [];
      annotation.set(named('F'), PDFNumber.of(4));
      if (described.has(annotation)) return [];
      const message = `A link on page ${number} to ${targetOf(context, annotation)} is not part of what a screen reader says.`;
      return [
        untagged.at(
          undefined,
          message,
          'Give the link words, and take aria-hidden off it and off what it stands in.',
        ),
      ];
    });
  });
}

/** The words of the link; where it has none, where it leads. */
function wordsOf(context: PDFContext, tag: Tag, annotation: PDFDict, shown: ShownContent): string {
  const pictures = tagsIn(tag.kids).map(({ alternative }) => alternative ?? '');
  const words = [shown.textOf(tag.kids).trim(), ...pictures].filter((part) => part !== '').join(' ');
  return words === '' ? targetOf(context, annotation) : words;
}

function targetOf(context: PDFContext, annotation: PDFDict): string {
  const address = textOf(context, dictionaryAt(context, annotation, 'A')?.get(named('URI')));
  return address?.replace(/^(mailto|tel):/, '') ?? 'another place in this paper';
}
