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
  for (let number = 0; number < places.length; number++) {
    const place = places[number] ?? -1;
    if (place < 0) continue;
    reader.at = place;
    context.assign(refOf(number + offset), readObject(reader, text, pdf, number));
  }
  if (!(root instanceof PDFRef) || !context.lookup(root)) throw new Unreadable();
  return { Root: root, ...(info ? { Info: info } : {}) };
}

/** A line of the table of offsets. */
const tableLine = /[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]*([fn])/y;

/** Where each object stands (ISO 32000-1, 7.5.4), by number; -1 where a number has none. */
function readTable(reader: ObjectReader, text: string): number[] {
  if (!reader.takes('xref') || reader.integer() !== 0) throw new Unreadable();
  const size = reader.integer();
  const places: number[] = [];
  tableLine.lastIndex = reader.at;
  for (let number = 0; number < size; number++) {
    const line = tableLine.exec(text);
    if (!line) throw new Unreadable();
    const place = line[3] === 'f' ? -1 : Number(line[1]);
    if (place >= 0 && (Number(line[2]) !== 0 || place >= text.length)) throw new Unreadable();
    places.push(place);
  }
  if (size > 0) reader.at = tableLine.lastIndex;
  return places;
}

function readDictionary(reader: ObjectReader, text: string): PDFDict {
  reader.skipWhite();
  if (!text.startsWith('<<', reader.at)) throw new Unreadable();
  return reader.dictionary();
}

function readObject(reader: ObjectReader, text: string, pdf: Uint8Array, number: number): PDFObject {
  // As browsers write it; step by step where it is written otherwise.
  const opening = `${number} 0 obj\n`;
  if (text.startsWith(opening, reader.at)) reader.at += opening.length;
  else if (reader.integer() !== number || reader.integer() !== 0 || !reader.takes('obj'))
    throw new Unreadable();
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
