import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFNull,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFName,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { named } from './objects.ts';
import { unescaped } from './tokens.ts';

const WHITE = 1;
const DELIMITER = 2;
const DIGIT = 4;
/** What each byte is (ISO 32000-1, 7.2.2). */
const kinds = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = WHITE;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = DELIMITER;
for (const character of '0123456789') kinds[character.charCodeAt(0)] = DIGIT;

const [SLASH, OPEN, CLOSE, LESS, GREATER, BACKSLASH, LIST, LIST_END] = [
  47, 40, 41, 60, 62, 92, 91, 93,
] as const;
const [PERCENT, MINUS, POINT, ZERO, LETTER_R] = [37, 45, 46, 48, 82] as const;

/** References and small numbers are what a file has most of; the library looks each one up by its text. */
const refs: PDFRef[] = [];
const numbers: PDFNumber[] = [];

/**
 * What browsers write most, taken in one step: a file is read once and by code that has not run before, where
 * a pattern takes a fraction of the time of a loop over characters. What does not fit, and all that is
 * damaged, is left to the loops. An entry of a dictionary with a reference, a name or a whole number:
 */
const plainEntry = /[ \n]*\/(\w+) (?:(\d{1,10}) 0 R|\/(\w+)(?=[ \n>/])|(\d{1,10})(?=[\n>/]))/y;
/** `[2 0 R 8 0 R]`; so many at a time, since a pattern that goes on for long takes memory. */
const plainRefs = /\[((?:\d{1,10} 0 R ?){1,500})\]/y;
/** `[0 -.5 72]` */
const plainNumbers = /\[(-?[\d.]{1,10}(?: -?[\d.]{1,10}){0,500})\]/y;

/** The file is not of the plain kind that is read here. */
export class Unreadable extends Error {}

/**
 * Reads objects (ISO 32000-1, 7.3) from a file's text, one character a byte. Does what the library's own
 * parser does for files as browsers write them, in a tenth of the time; the rest it refuses.
 */
export class ObjectReader {
  at = 0;
  readonly #text: string;
  readonly #context: PDFContext;
  readonly #offset: number;

  /** @param offset is added to the number of every object that is referred to */
  constructor(text: string, context: PDFContext, offset = 0) {
    this.#text = text;
    this.#context = context;
    this.#offset = offset;
  }

  /** @throws Unreadable where something else stands than an object */
  object(): PDFObject {
    this.skipWhite();
    const text = this.#text;
    const first = text.charCodeAt(this.at);
    switch (first) {
      case SLASH:
        return this.#name();
      case OPEN:
        return this.#literal();
      case LESS:
        return text.charCodeAt(this.at + 1) === LESS ? this.dictionary() : this.#hexadecimal();
      case LIST:
        return this.#array();
      default:
        if (kinds[first] === DIGIT) return this.#numberOrRef();
        if (first === MINUS || first === POINT) return this.#real(this.at);
        return this.#word();
    }
  }

  dictionary(): PDFDict {
    const text = this.#text;
    this.at += 2;
    const entries = new Map<PDFName, PDFObject>();
    for (;;) {
      plainEntry.lastIndex = this.at;
      const plain = plainEntry.exec(text);
      if (plain) {
        this.at = plainEntry.lastIndex;
        const [key = '', ref, name, number] = [plain[1], plain[2], plain[3], plain[4]];
        entries.set(
          named(key),
          ref !== undefined
            ? refOf(Number(ref) + this.#offset)
            : name !== undefined
              ? named(name)
              : numberFor(Number(number)),
        );
        continue;
      }
      this.skipWhite();
      const next = text.charCodeAt(this.at);
      if (next === GREATER && text.charCodeAt(this.at + 1) === GREATER) break;
      if (next !== SLASH) throw new Unreadable();
      const key = this.#name();
      entries.set(key, this.object());
    }
    this.at += 2;
    return PDFDict.fromMapWithContext(entries, this.#context);
  }

  /** Steps over a word where it is the next one. */
  takes(word: string): boolean {
    this.skipWhite();
    if (!this.#text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** @throws Unreadable where no whole number without a sign stands next */
  integer(): number {
    this.skipWhite();
    const text = this.#text;
    const start = this.at;
    let value = 0;
    for (; kinds[text.charCodeAt(this.at)] === DIGIT; this.at++)
      value = value * 10 + text.charCodeAt(this.at) - ZERO;
    // Ten digits are the most that a file of this kind has.
    if (this.at === start || this.at - start > 10) throw new Unreadable();
    return value;
  }

  skipWhite(): void {
    const text = this.#text;
    while (kinds[text.charCodeAt(this.at)] === WHITE) this.at++;
    if (text.charCodeAt(this.at) === PERCENT) throw new Unreadable();
  }

  #name(): PDFName {
    const text = this.#text;
    const start = ++this.at;
    // What is neither white space nor a delimiter, and not beyond the end.
    while (((kinds[text.charCodeAt(this.at)] ?? WHITE) & (WHITE | DELIMITER)) === 0) this.at++;
    return named(unescaped(text.slice(start, this.at)));
  }

  #numberOrRef(): PDFObject {
    const text = this.#text;
    const start = this.at;
    const value = this.integer();
    const end = this.at;
    if (text.charCodeAt(end) === POINT) return this.#real(start);
    // `12 0 R`: files of this kind have one space, and no other generation than 0.
    if (
      text.charCodeAt(end) === 32 &&
      text.charCodeAt(end + 1) === ZERO &&
      text.charCodeAt(end + 2) === 32 &&
      text.charCodeAt(end + 3) === LETTER_R
    ) {
      this.at = end + 4;
      return refOf(value + this.#offset);
    }
    return numberFor(value);
  }

  #real(start: number): PDFNumber {
    const text = this.#text;
    this.at = start + 1;
    while (kinds[text.charCodeAt(this.at)] === DIGIT || text.charCodeAt(this.at) === POINT) this.at++;
    return numberFor(Number(text.slice(start, this.at)));
  }

  #literal(): PDFString {
    const text = this.#text;
    const start = ++this.at;
    for (let depth = 1; ; this.at++) {
      const byte = text.charCodeAt(this.at);
      if (Number.isNaN(byte)) throw new Unreadable();
      if (byte === BACKSLASH) this.at++;
      else if (byte === OPEN) depth++;
      else if (byte === CLOSE && --depth === 0) break;
    }
    return PDFString.of(text.slice(start, this.at++));
  }

  #hexadecimal(): PDFHexString {
    const end = this.#text.indexOf('>', this.at);
    if (end < 0) throw new Unreadable();
    const digits = this.#text.slice(this.at + 1, end);
    this.at = end + 1;
    return PDFHexString.of(digits);
  }

  #array(): PDFArray {
    const array = PDFArray.withContext(this.#context);
    const text = this.#text;
    plainRefs.lastIndex = this.at;
    const refs = plainRefs.exec(text)?.[1];
    if (refs !== undefined) {
      this.at = plainRefs.lastIndex;
      // Behind the last of them stands nothing.
      const parts = refs.split(' 0 R');
      for (let i = 0; i + 1 < parts.length; i++) array.push(refOf(Number(parts[i]) + this.#offset));
      return array;
    }
    plainNumbers.lastIndex = this.at;
    const words = plainNumbers.exec(text)?.[1]?.split(' ');
    if (words) {
      this.at = plainNumbers.lastIndex;
      for (const word of words) array.push(numberFor(Number(word)));
      return array;
    }
    this.at++;
    for (;;) {
      this.skipWhite();
      if (text.charCodeAt(this.at) === LIST_END) break;
      array.push(this.object());
    }
    this.at++;
    return array;
  }

  #word(): PDFObject {
    if (this.takes('true')) return PDFBool.True;
    if (this.takes('false')) return PDFBool.False;
    if (this.takes('null')) return PDFNull;
    throw new Unreadable();
  }
}

/** @throws Unreadable where it was no number that was read */
function numberFor(value: number): PDFNumber {
  if (Number.isNaN(value)) throw new Unreadable();
  // Only whole numbers are at home in a list; -0 would not be found there.
  if (!(value > 0 && value < 1000 && Number.isInteger(value))) return PDFNumber.of(value);
  return (numbers[value] ??= PDFNumber.of(value));
}

/** The reference to an object of generation 0. */
export function refOf(number: number): PDFRef {
  return number < 100_000 ? (refs[number] ??= PDFRef.of(number)) : PDFRef.of(number);
}
