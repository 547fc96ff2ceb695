import { PDFArray, PDFDict, PDFNumber, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { dictionaryAt, itemsOf, named, lookup, nameOf, numberOf, textOf, wordOf } from './objects.ts';

/** A piece of marked content on a page. */
export interface Piece {
  kind: 'piece';
  /** Counted from 1. */
  page: number;
  id: number;
}

/** A link's place in the reading order. */
export interface Annotation {
  kind: 'annotation';
  page: number;
  ref: PDFRef;
}

/** A structure element (ISO 32000-1, 14.7.2): a tag with what it holds. */
export interface Tag {
  kind: 'tag';
  /** `P`, `H1`, `TD`, … */
  type: string;
  /** BCP 47, where it is not the language around it. */
  language?: string;
  /** What is said instead of a picture. */
  alternative?: string;
  /** What is said instead of what is drawn, letter for letter. */
  actual?: string;
  /** What an abbreviation is short for. */
  expansion?: string;
  id?: string;
  /** By owner (`Table`, `List`), then by key. */
  attributes: Map<string, Map<string, PDFObject>>;
  kids: Kid[];
  /** Where it stands in the file that it was read from. */
  origin?: PDFRef;
}

export type Kid = Piece | Annotation | Tag;

/** What stands in a line of text. */
export const inlineTypes: ReadonlySet<string> = new Set(
  'Span Quote Reference BibEntry Code Link Annot Strong Em Ruby'.split(' '),
);

/**
 * Reads the structure tree. Undefined where the file has none.
 * @param first the number of the first page
 */
export function readTree(
  context: PDFContext,
  catalog: PDFDict,
  pages: readonly PDFRef[],
  first = 1,
): Tag[] | undefined {
  const root = dictionaryAt(context, catalog, 'StructTreeRoot');
  if (root === undefined) return undefined;
  const numbers = new Map(pages.map((ref, index) => [ref, index + first]));
  const pageOf = (holder: PDFDict, around: number): number => {
    const ref = holder.get(named('Pg'));
    return (ref instanceof PDFRef ? numbers.get(ref) : undefined) ?? around;
  };
  // A tree that leads back into itself would never end.
  const seen = new Set<PDFObject>();

  const readKid = (object: PDFObject, around: number, into: Kid[]): void => {
    const found = lookup(context, object);
    if (found instanceof PDFNumber) {
      into.push({ kind: 'piece', page: around, id: found.asNumber() });
      return;
    }
    if (!(found instanceof PDFDict) || seen.has(found)) return;
    const page = pageOf(found, around);
    const type = nameOf(context, found.get(named('Type')));
    if (type === 'MCR') {
      into.push({ kind: 'piece', page, id: numberOf(context, found.get(named('MCID'))) ?? -1 });
    } else if (type === 'OBJR') {
      const ref = found.get(named('Obj'));
      if (ref instanceof PDFRef) into.push({ kind: 'annotation', page, ref });
    } else {
      seen.add(found);
      const read = readTag(found, page);
      if (object instanceof PDFRef) read.origin = object;
      into.push(read);
    }
  };

  const readKids = (object: PDFObject | undefined, page: number): Kid[] => {
    const kids: Kid[] = [];
    for (const kid of itemsOf(context, object)) readKid(kid, page, kids);
    return kids;
  };

  const textAt = (dictionary: PDFDict, key: string): string | undefined => {
    const object = dictionary.get(named(key));
    return object === undefined ? undefined : textOf(context, object);
  };

  const readTag = (dictionary: PDFDict, page: number): Tag => {
    const read = tag(nameOf(context, dictionary.get(named('S'))) ?? 'NonStruct', []);
    const language = textAt(dictionary, 'Lang');
    const alternative = textAt(dictionary, 'Alt');
    const actual = textAt(dictionary, 'ActualText');
    const expansion = textAt(dictionary, 'E');
    const id = textAt(dictionary, 'ID');
    if (language !== undefined) read.language = language;
    if (alternative !== undefined) read.alternative = alternative;
    if (actual !== undefined) read.actual = actual;
    if (expansion !== undefined) read.expansion = expansion;
    if (id !== undefined) read.id = id;
    const attributes = dictionary.get(named('A'));
    if (attributes !== undefined) readAttributes(context, attributes, read.attributes);
    read.kids = readKids(dictionary.get(named('K')), page);
    return read;
  };
  return readKids(root.get(named('K')), 0).filter((kid) => kid.kind === 'tag');
}

function readAttributes(context: PDFContext, object: PDFObject, attributes: Tag['attributes']): void {
  for (const item of itemsOf(context, object)) {
    const dictionary = lookup(context, item);
    if (!(dictionary instanceof PDFDict)) continue;
    const owner = nameOf(context, dictionary.get(named('O'))) ?? '';
    const values = attributes.get(owner) ?? new Map<string, PDFObject>();
    for (const [key, value] of dictionary.entries()) {
      const word = wordOf(key);
      if (word !== 'O' && !isDefault(word, value)) values.set(word, value);
    }
    if (values.size > 0) attributes.set(owner, values);
  }
}

/** Chromium writes out what holds anyway. */
function isDefault(key: string, value: PDFObject): boolean {
  if (key === 'RowSpan' || key === 'ColSpan') return value instanceof PDFNumber && value.asNumber() === 1;
  return key === 'Headers' && value instanceof PDFArray && value.size() === 0;
}

export function tag(type: string, kids: Kid[]): Tag {
  return { kind: 'tag', type, attributes: new Map(), kids };
}

/** The tags among these and all below them, in reading order. */
export function tagsIn(kids: readonly Kid[], into: Tag[] = []): Tag[] {
  for (const kid of kids) {
    if (kid.kind !== 'tag') continue;
    into.push(kid);
    tagsIn(kid.kids, into);
  }
  return into;
}

/** The pieces of marked content among these and below them, in reading order. */
export function piecesIn(kids: readonly Kid[], into: Piece[] = []): Piece[] {
  for (const kid of kids) {
    if (kid.kind === 'piece') into.push(kid);
    else if (kid.kind === 'tag') piecesIn(kid.kids, into);
  }
  return into;
}
