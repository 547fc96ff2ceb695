import { deflateSync } from 'node:zlib';
import {
  PDFDict,
  PDFHexString,
  PDFNumber,
  PDFStream,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { named } from './objects.ts';
import { textOfObject } from './object-text.ts';

/** Few and large packs of objects are smaller and faster than many small ones. */
const objectsInPack = 1000;

/** Stands twice in the trailer, until the file's own identifier is known. */
export const noIdentifier = '0'.repeat(32);

/** Programs that look for pages without unpacking anything find these. */
const unpacked = new Set(['Catalog', 'Pages', 'Page'].map(named));

/** Where an object is (ISO 32000-1, table 18): how it is kept, its place or its pack, and its place in there. */
type Entry = readonly [kind: 0 | 1 | 2, place: number, index: number];

/** Puts objects together to a file, packed where that can be (ISO 32000-1, 7.5.7 and 7.5.8). */
export class FileWriter {
  readonly #context: PDFContext;
  readonly #parts: Uint8Array[] = [];
  readonly #entries = new Map<number, Entry>([[0, [0, 0, 65535]]]);
  #size = 0;
  #last: number;
  #pack: { number: number; text: string }[] = [];

  constructor(context: PDFContext) {
    this.#context = context;
    this.#last = context.largestObjectNumber;
    // Bytes that are no text tell programs that carry the file not to change its line ends.
    this.#write('%PDF-1.7\n%\u0081\u0081\u0081\u0081\n\n');
  }

  add(ref: PDFRef, object: PDFObject): void {
    const { objectNumber: number, generationNumber: generation } = ref;
    if (object instanceof PDFStream) {
      this.#addStream(number, generation, object.dict, object.getContents());
    } else if (generation !== 0 || (object instanceof PDFDict && isUnpacked(object))) {
      this.#entries.set(number, [1, this.#size, generation]);
      this.#write(`${number} ${generation} obj\n${textOfObject(object)}\nendobj\n\n`);
    } else {
      this.#pack.push({ number, text: textOfObject(object) });
      if (this.#pack.length === objectsInPack) this.#addPack();
    }
  }

  /** The whole file, to which nothing can be added any more. */
  end(): Buffer {
    this.#addPack();
    const number = ++this.#last;
    const place = this.#size;
    this.#entries.set(number, [1, place, 0]);
    const entries = [...this.#entries].sort(([a], [b]) => a - b);
    const { Root, Info } = this.#context.trailerInfo;
    const identifier = PDFHexString.of(noIdentifier);
    const dictionary = this.#context.obj({
      ...{ Type: 'XRef', Size: number + 1, Root, Info, ID: [identifier, identifier] },
      ...{ W: [1, 4, 2], Index: runsOf(entries.map(([n]) => n)), Filter: 'FlateDecode' },
    });
    const table = Buffer.alloc(7 * entries.length);
    entries.forEach(([, [kind, at, index]], row) => {
      table.writeUInt8(kind, 7 * row);
      table.writeUInt32BE(at, 7 * row + 1);
      table.writeUInt16BE(index, 7 * row + 5);
    });
    this.#addStream(number, 0, dictionary, deflateSync(table));
    this.#write(`startxref\n${place}\n%%EOF`);
    return Buffer.concat(this.#parts);
  }

  #addPack(): void {
    if (this.#pack.length === 0) return;
    const number = ++this.#last;
    let places = '';
    let texts = '';
    this.#pack.forEach(({ number: inner, text }, index) => {
      this.#entries.set(inner, [2, number, index]);
      places += `${inner} ${texts.length} `;
      texts += `${text}\n`;
    });
    const dictionary = this.#context.obj({
      ...{ Type: 'ObjStm', N: this.#pack.length, First: places.length, Filter: 'FlateDecode' },
    });
    this.#addStream(number, 0, dictionary, deflateSync(Buffer.from(places + texts, 'latin1')));
    this.#pack = [];
  }

  #addStream(number: number, generation: number, dictionary: PDFDict, bytes: Uint8Array): void {
    dictionary.set(named('Length'), PDFNumber.of(bytes.length));
    this.#entries.set(number, [1, this.#size, generation]);
    this.#write(`${number} ${generation} obj\n${textOfObject(dictionary)}\nstream\n`);
    this.#write(bytes);
    this.#write('\nendstream\nendobj\n\n');
  }

  #write(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    this.#parts.push(bytes);
    this.#size += bytes.length;
  }
}

function isUnpacked(dictionary: PDFDict): boolean {
  const type = dictionary.get(named('Type'));
  return type !== undefined && (unpacked as ReadonlySet<PDFObject>).has(type);
}

/** First number and length of each run of numbers without a gap. */
function runsOf(numbers: readonly number[]): number[] {
  const runs: number[] = [];
  numbers.forEach((number, index) => {
    if (index === 0 || numbers[index - 1] !== number - 1) runs.push(number, 0);
    runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
  });
  return runs;
}
