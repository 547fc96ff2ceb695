import { PDFDict, PDFRef, type PDFContext } from '@cantoo/pdf-lib';
import { named } from '../../finish/objects.ts';
import { pageRefs } from '../../finish/pages.ts';
import { readBeside } from '../../finish/read.ts';
import { inherited } from '../../finish/sheet.ts';
import { readDestinations, type Destinations } from './destinations.ts';
import type { BoundPart, PageSpan } from './part.ts';

/** A part whose objects stand in the pack's context, with the numbers of its pages. */
export interface ReadPart extends PageSpan {
  part: BoundPart;
  catalog: PDFDict;
  info: PDFRef | undefined;
  leaves: PDFRef[];
  destinations: Destinations;
  /** Its objects have numbers above this one and up to `to`. */
  from: number;
  to: number;
}

/** @throws Error where the file cannot be read or has no page */
export async function readPart(context: PDFContext, part: BoundPart, first: number): Promise<ReadPart> {
  const from = context.largestObjectNumber;
  const { Root, Info } = await readBeside(context, part.pdf);
  const catalog = context.lookup(Root, PDFDict);
  const leaves = pageRefs(context, catalog);
  if (leaves.length === 0) throw new Error('there is no page in it');
  const info = Info instanceof PDFRef ? Info : undefined;
  const destinations = readDestinations(context, part.id, catalog, leaves);
  const last = first + leaves.length - 1;
  return { part, catalog, info, leaves, destinations, first, last, from, to: context.largestObjectNumber };
}

/** What pages may leave to the folder that they stand in (ISO 32000-1, table 30). */
const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

/** Puts the pages of all parts into one folder (ISO 32000-1, 7.7.3). */
export function bindPages(context: PDFContext, parts: readonly ReadPart[]): PDFRef {
  const leaves = parts.flatMap((part) => part.leaves);
  const folder = context.register(context.obj({ Type: 'Pages', Count: leaves.length, Kids: leaves }));
  for (const leaf of leaves) {
    const page = context.lookup(leaf, PDFDict);
    for (const key of inheritable) {
      const value = inherited(context, page, key);
      if (value !== undefined) page.set(named(key), value);
    }
    page.set(named('Parent'), folder);
  }
  return folder;
}
