import { PDFArray, PDFDict, PDFNumber, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { refOf } from '../../finish/object-reader.ts';
import { itemsOf, lookup, named, nameOf, numberOf } from '../../finish/objects.ts';
import { nameIn, type PackDestinations } from './destinations.ts';
import type { ReadPart } from './read-part.ts';

/** What files from elsewhere may do when somebody clicks (ISO 32000-1, table 198): go somewhere. */
const actions = new Set(['GoTo', 'GoToR', 'URI', 'Named']);
/** Annotations that hold a file, a film or a sound. */
const carriers = new Set('FileAttachment Movie Sound Screen RichMedia 3D'.split(' '));

/** Every dictionary of a part, those that stand within others as well. */
export function* dictionariesOf(context: PDFContext, { from, to }: ReadPart): Generator<PDFDict> {
  for (let number = from + 1; number <= to; number++) {
    const object = context.lookup(refOf(number));
    if (object) yield* within(object);
  }
}

function* within(object: PDFObject): Generator<PDFDict> {
  if (object instanceof PDFStream) yield* within(object.dict);
  else if (object instanceof PDFArray) for (const item of object.asArray()) yield* within(item);
  else if (object instanceof PDFDict) {
    yield object;
    for (const value of object.values()) yield* within(value);
  }
}

/**
 * Takes out of a file from elsewhere what acts by itself or is not seen on its pages, and has its links
 * lead to where its pages stand in the pack.
 * @param keys is added to its places in the parent tree; absent where nothing of its tags is kept
 */
export function clean(
  context: PDFContext,
  part: ReadPart,
  destinations: PackDestinations,
  keys: number | undefined,
): void {
  for (const leaf of part.leaves) dropCarriers(context, context.lookup(leaf, PDFDict));
  for (const dictionary of dictionariesOf(context, part)) {
    // Fonts and pictures can have any name among a page's resources, these as well.
    if (holdsActions(context, dictionary.get(named('AA')))) dictionary.delete(named('AA'));
    if (dictionary.has(named('F')) || dictionary.has(named('UF'))) dictionary.delete(named('EF'));
    for (const key of ['A', 'Next']) {
      const action = lookup(context, dictionary.get(named(key)));
      const kind = action instanceof PDFDict ? nameOf(context, action.get(named('S'))) : undefined;
      if (kind !== undefined && !actions.has(kind)) dictionary.delete(named(key));
    }
    rename(context, part, destinations, dictionary, 'Dest');
    if (nameOf(context, dictionary.get(named('S'))) === 'GoTo')
      rename(context, part, destinations, dictionary, 'D');
    for (const key of ['StructParent', 'StructParents']) {
      const place = numberOf(context, dictionary.get(named(key)));
      if (place === undefined) continue;
      if (keys === undefined) dictionary.delete(named(key));
      else dictionary.set(named(key), PDFNumber.of(place + keys));
    }
  }
}

/** What happens by itself: actions by the event that starts them (ISO 32000-1, 12.6.3). */
function holdsActions(context: PDFContext, object: PDFObject | undefined): boolean {
  const events = lookup(context, object);
  if (!(events instanceof PDFDict)) return false;
  return events.values().every((value) => {
    const action = lookup(context, value);
    return action instanceof PDFDict && action.has(named('S'));
  });
}

function rename(
  context: PDFContext,
  { part }: ReadPart,
  destinations: PackDestinations,
  holder: PDFDict,
  key: string,
): void {
  const name = nameIn(lookup(context, holder.get(named(key))));
  const renamed = name === undefined ? undefined : destinations.nameOf(part.id, name);
  if (renamed) holder.set(named(key), renamed);
}

function dropCarriers(context: PDFContext, page: PDFDict): void {
  const all = itemsOf(context, page.get(named('Annots')));
  if (all.length === 0) return;
  const kept = all.filter((item) => {
    const annotation = lookup(context, item);
    if (!(annotation instanceof PDFDict)) return false;
    if (!carriers.has(nameOf(context, annotation.get(named('Subtype'))) ?? '')) return true;
    // Its tag may still lead here.
    for (const key of annotation.keys()) annotation.delete(key);
    return false;
  });
  page.set(named('Annots'), context.obj(kept));
}
