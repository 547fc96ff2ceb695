import {
  PDFContext,
  PDFHeader,
  PDFNumber,
  PDFParser,
  PDFRawStream,
  PDFRef,
  type PDFDict,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { ObjectReader, refOf, Unreadable } from './object-reader.ts';
import { named } from './objects.ts';
import { renumber } from './renumber.ts';

/**
 * Reads a PDF. One with a plain table of offsets, as browsers write it, is read here; for any other, and
 * for one that is damaged, there is the library's parser, which takes ten times as long.
 * @throws Error where the file cannot be read
 */
export async function readPdf(pdf: Uint8Array): Promise<PDFContext> {
  try {
    const context = PDFContext.create();
    context.trailerInfo = readPlain(pdf, context, 0);
    return context;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return parse(pdf);
  }
}

/** What a file's trailer leads to (ISO 32000-1, 7.5.5). */
export interface Trailer {
  Root?: PDFObject;
  Info?: PDFObject;
}

/**
 * Reads a PDF's objects into a context that has others already, under numbers of their own.
 * @returns what it starts from
 * @throws Error where the file cannot be read
 */
export async function readBeside(context: PDFContext, pdf: Uint8Array): Promise<Trailer> {
  const offset = context.largestObjectNumber;
  try {
    return readPlain(pdf, context, offset);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return renumber(await parse(pdf), context, context.largestObjectNumber);
  }
}

function parse(pdf: Uint8Array): Promise<PDFContext> {
  return PDFParser.forBytesWithOptions(pdf, Number.POSITIVE_INFINITY, true).parseDocument();
}

/** @throws Unreadable where the file is not plain or not whole */
function readPlain(pdf: Uint8Array, context: PDFContext, offset: number): Trailer {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const reader = new ObjectReader(text, context, offset);
  const [, major, minor] = /^%PDF-(\d)\.(\d)\n/.exec(text) ?? [];
  reader.at = text.lastIndexOf('startxref');
  if (major === undefined || minor === undefined || !reader.takes('startxref')) throw new Unreadable();
  context.header = PDFHeader.forVersion(Number(major), Number(minor));
  reader.at = reader.integer();
  const places = readTable(reader, text);
  if (!reader.takes('trailer')) throw new Unreadable();
  const trailer = readDictionary(reader, text);
  if (['Prev', 'XRefStm', 'Encrypt'].some((key) => trailer.has(named(key)))) throw new Unreadable();
  const [root, info] = [trailer.get(named('Root')), trailer.get(named('Info'))];
  for (const [number, place] of places) {
    reader.at = place;
    context.assign(refOf(number + offset), readObject(reader, text, pdf, number));
  }
  if (!(root instanceof PDFRef) || !context.lookup(root)) throw new Unreadable();
  return { Root: root, ...(info ? { Info: info } : {}) };
}

/** Where the objects stand (ISO 32000-1, 7.5.4), by number and in the order of the file. */
function readTable(reader: ObjectReader, text: string): [number: number, place: number][] {
  if (!reader.takes('xref') || reader.integer() !== 0) throw new Unreadable();
  const size = reader.integer();
  const places: [number, number][] = [];
  for (let number = 0; number < size; number++) {
    const place = reader.integer();
    const generation = reader.integer();
    if (reader.takes('f')) continue;
    if (!reader.takes('n') || generation !== 0 || place >= text.length) throw new Unreadable();
    places.push([number, place]);
  }
  return places;
}

function readDictionary(reader: ObjectReader, text: string): PDFDict {
  reader.skipWhite();
  if (!text.startsWith('<<', reader.at)) throw new Unreadable();
  return reader.dictionary();
}

function readObject(reader: ObjectReader, text: string, pdf: Uint8Array, number: number): PDFObject {
  if (reader.integer() !== number || reader.integer() !== 0 || !reader.takes('obj')) throw new Unreadable();
  reader.skipWhite();
  if (!text.startsWith('<<', reader.at)) {
    const object = reader.object();
    if (!reader.takes('endobj')) throw new Unreadable();
    return object;
  }
  const dictionary = reader.dictionary();
  if (reader.takes('endobj')) return dictionary;
  const length = dictionary.get(named('Length'));
  if (!reader.takes('stream\n') || !(length instanceof PDFNumber)) throw new Unreadable();
  const start = reader.at;
  const end = start + length.asNumber();
  reader.at = end;
  if (!reader.takes('endstream') || !reader.takes('endobj')) throw new Unreadable();
  return PDFRawStream.of(dictionary, pdf.subarray(start, end));
}
