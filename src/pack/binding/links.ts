import { PDFDict, type PDFContext } from '@cantoo/pdf-lib';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { dictionaryAt, itemsOf, lookup, named, textOf } from '../../finish/objects.ts';
import { nameIn, type PackDestinations } from './destinations.ts';
import type { ReadPart } from './read-part.ts';
import { brokenLink } from './rules.ts';

/** The address of a part of the pack, for a link in another part. */
export function addressInPack(part: string, destination?: string): string {
  const fragment = destination === undefined ? '' : `#${encodeURIComponent(destination)}`;
  return `${packAddress}${encodeURIComponent(part)}${fragment}`;
}

/** Nobody can ever own a name that ends like this (RFC 2606). */
const packAddress = 'https://pack.invalid/';

/** Has the links of one of our own parts lead to where the parts stand in the pack. */
export function bindLinks(
  context: PDFContext,
  { part, leaves, first }: ReadPart,
  destinations: PackDestinations,
): Diagnostic[] {
  return leaves.flatMap((leaf, index) => {
    const page = context.lookup(leaf, PDFDict);
    return itemsOf(context, page.get(named('Annots'))).flatMap((item): Diagnostic[] => {
      const link = lookup(context, item);
      if (!(link instanceof PDFDict)) return [];
      const own = nameIn(lookup(context, link.get(named('Dest'))));
      const renamed = own === undefined ? undefined : destinations.nameOf(part.id, own);
      if (renamed) link.set(named('Dest'), renamed);
      const address = textOf(context, dictionaryAt(context, link, 'A')?.get(named('URI')));
      if (!address?.startsWith(packAddress)) return [];
      const place = destinations.placeOf(new URL(address));
      if (place) {
        link.delete(named('A'));
        link.set(named('Dest'), place);
        return [];
      }
      const message = `A link on page ${first + index}, in “${part.bookmark}”, leads to ${address}, which is not in the pack.`;
      const hint =
        'Name a part of the pack, and a heading in it that some link in that part leads to as well.';
      return [{ ...brokenLink.at(part.place, message, hint), report: part.id }];
    });
  });
}
