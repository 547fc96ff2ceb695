import {
  isName,
  type Dictionary,
  type Letters,
  type Opening,
  type Operand,
  type Operation,
  type TextOperand,
  type TextTaker,
} from './operands.ts';
import { afterColours, lettersAt, openingAt, plainOperationAt } from './usual-forms.ts';

/**
 * Reads the operators of a content stream (ISO 32000-1, 7.8.2 and 7.2) with the places where they
 * stand, so that a stream can be changed around them and stays byte for byte the same elsewhere.
 */

/**
 * Hands over every operation of a stream in turn.
 * @param taker is given text in the forms of browsers, and spared choices of colour; without it they are
 * operations like others
 * @throws Error where the stream ends in the middle of something
 */
export function eachOperation(
  stream: Uint8Array,
  take: (operation: Operation) => void,
  taker?: TextTaker,
): void {
  const reader = new Reader(stream);
  for (;;) {
    const opened = taker && reader.opening();
    if (opened) {
      taker.open(opened);
      if (opened.end !== undefined) continue;
    } else {
      const next = reader.operation();
      if (next === undefined) return;
      take(next);
      if (next.operator !== 'Tj' || !taker) continue;
    }
    for (let more = reader.letters(); more; more = reader.letters()) taker.follow(more);
  }
}

/** @throws Error where the stream ends in the middle of something */
export function operations(stream: Uint8Array): Operation[] {
  const all: Operation[] = [];
  eachOperation(stream, (operation) => all.push(operation));
  return all;
}

const WHITE = 1;
const DELIMITER = 2;
const NUMBER = 4;
/** What each byte is: white space, delimiter, what a number can start with, or (0) part of another word. */
const kinds = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = WHITE;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = DELIMITER;
for (const character of '0123456789+-.') kinds[character.charCodeAt(0)] = NUMBER;

const [PERCENT, SLASH, OPEN, CLOSE, LESS, GREATER, BACKSLASH] = [37, 47, 40, 41, 60, 62, 92] as const;
const [LIST, LIST_END, NEWLINE, RETURN] = [91, 93, 10, 13] as const;

class Reader {
  /** One character a byte: for words as short as these this is faster than bytes. */
  readonly #text: string;
  #at = 0;
  /** What {@link Reader.#isOperand} came by: an operand, or a word that is none and so an operator or a bracket's end. */
  #operand: Operand = null;
  #last = '';

  constructor(bytes: Uint8Array) {
    this.#text = latin(bytes);
  }

  operation(): Operation | undefined {
    if (!this.#skipWhite()) return undefined;
    const start = this.#at;
    const plain = plainOperationAt(this.#text, start);
    if (plain) {
      this.#at = plain.end;
      return plain;
    }
    const operands: Operand[] = [];
    while (this.#isOperand()) {
      operands.push(this.#operand);
      if (!this.#skipWhite()) throw new Error('the page content ends in the middle of an instruction');
    }
    const operator = this.#last;
    if (operator === 'BI') this.#skipInlineImage();
    return { operator, operands, start, end: this.#at };
  }

  /** The start of a text object, past choices of colour. */
  opening(): Opening | undefined {
    if (!this.#skipWhite()) return undefined;
    this.#at = afterColours(this.#text, this.#at);
    const found = openingAt(this.#text, this.#at);
    if (found) this.#at = found.end ?? found.showEnd + 1;
    return found;
  }

  letters(): Letters | undefined {
    this.#skipWhite();
    const found = lettersAt(this.#text, this.#at);
    if (found) this.#at = found.end + 1;
    return found;
  }

  /** Goes to what is neither white space nor comment; false where there is nothing more. */
  #skipWhite(): boolean {
    const text = this.#text;
    for (; this.#at < text.length; this.#at++) {
      const byte = text.charCodeAt(this.#at);
      if (byte === PERCENT) {
        while (this.#at < text.length && !isLineEnd(text.charCodeAt(this.#at))) this.#at++;
      } else if (kinds[byte] !== WHITE) {
        return true;
      }
    }
    return false;
  }

  /** Reads what stands next, and says whether it is an operand. */
  #isOperand(): boolean {
    const text = this.#text;
    const first = text.charCodeAt(this.#at);
    switch (first) {
      case SLASH:
        this.#at++;
        this.#operand = { name: unescaped(this.#word()) };
        return true;
      case OPEN:
        this.#operand = this.#literal();
        return true;
      case LESS:
        this.#operand = text.charCodeAt(this.#at + 1) === LESS ? this.#dictionary() : this.#hexadecimal();
        return true;
      case LIST:
        this.#at++;
        this.#operand = this.#itemsUntil(']');
        return true;
      case LIST_END:
        this.#at++;
        this.#last = ']';
        return false;
      case GREATER:
        this.#at += 2;
        this.#last = '>>';
        return false;
      default:
        return this.#isOperandWord(first);
    }
  }

  #isOperandWord(first: number): boolean {
    const word = this.#word();
    if (word === '') throw new Error('the page content has a bracket out of place');
    const isNumber = kinds[first] === NUMBER;
    this.#last = word;
    this.#operand = isNumber ? Number(word) : null;
    return isNumber || word === 'true' || word === 'false' || word === 'null';
  }

  #word(): string {
    const text = this.#text;
    const start = this.#at;
    let at = start;
    while (at < text.length && ((kinds[text.charCodeAt(at)] ?? 0) & (WHITE | DELIMITER)) === 0) at++;
    this.#at = at;
    return text.slice(start, at);
  }

  #itemsUntil(end: ']' | '>>'): Operand[] {
    const items: Operand[] = [];
    for (;;) {
      if (!this.#skipWhite()) throw new Error('the page content ends inside brackets');
      if (this.#isOperand()) items.push(this.#operand);
      else if (this.#last === end) return items;
      else throw new Error(`the page content has “${this.#last}” inside brackets`);
    }
  }

  #dictionary(): Dictionary {
    this.#at += 2;
    const items = this.#itemsUntil('>>');
    const entries = new Map<string, Operand>();
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = items[i];
      if (isName(key)) entries.set(key.name, items[i + 1] ?? null);
    }
    return entries;
  }

  #hexadecimal(): TextOperand {
    const text = this.#text;
    const start = this.#at + 1;
    const end = text.indexOf('>', start);
    if (end < 0) throw new Error('the page content ends inside a string');
    this.#at = end + 1;
    // Nearly all of them: one glyph.
    if (end === start + 4) {
      const high = digit(text, start) * 16 + digit(text, start + 1);
      const low = digit(text, start + 2) * 16 + digit(text, start + 3);
      if (!Number.isNaN(high + low)) return { bytes: String.fromCharCode(high, low) };
    }
    const digits = text.slice(start, end).replace(/\s/g, '');
    // The standard has it so: a last digit that is missing is 0.
    return { bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1') };
  }

  #literal(): TextOperand {
    const text = this.#text;
    const start = ++this.#at;
    for (let depth = 1; ; this.#at++) {
      if (this.#at >= text.length) throw new Error('the page content ends inside a string');
      const byte = text.charCodeAt(this.#at);
      if (byte === BACKSLASH) this.#at++;
      else if (byte === OPEN) depth++;
      else if (byte === CLOSE && --depth === 0) break;
    }
    const raw = text.slice(start, this.#at++);
    if (!/[\\\r]/.test(raw)) return { bytes: raw };
    // A line end that is not escaped counts as a line feed, however it is written.
    return {
      bytes: raw.replace(/\\(\r\n|[0-7]{1,3}|[^])|\r\n?/g, (_, escaped?: string) =>
        escaped ? escape(escaped) : '\n',
      ),
    };
  }

  /** The data of the image is not in this language; the standard ends it with EI between white space. */
  #skipInlineImage(): void {
    const text = this.#text;
    const isWhite = (at: number): boolean => kinds[text.charCodeAt(at)] === WHITE;
    while (this.#skipWhite() && (this.#isOperand() || this.#last !== 'ID'));
    for (let at = text.indexOf('EI', this.#at + 2); at >= 0; at = text.indexOf('EI', at + 1)) {
      if (isWhite(at - 1) && (at + 2 >= text.length || isWhite(at + 2))) {
        this.#at = at + 2;
        return;
      }
    }
    throw new Error('the page content ends inside a picture');
  }
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function isLineEnd(byte: number): boolean {
  return byte === NEWLINE || byte === RETURN;
}

/** The value of each hexadecimal digit. */
const digits = new Float64Array(256).fill(Number.NaN);
for (let value = 0; value < 16; value++) {
  const character = value.toString(16);
  digits[character.charCodeAt(0)] = value;
  digits[character.toUpperCase().charCodeAt(0)] = value;
}

function digit(text: string, at: number): number {
  return digits[text.charCodeAt(at)] ?? Number.NaN;
}

/** A name without its escapes (ISO 32000-1, 7.3.5). */
export function unescaped(name: string): string {
  if (!name.includes('#')) return name;
  return name.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function escape(sequence: string): string {
  if (/^[0-7]/.test(sequence)) return String.fromCharCode(Number.parseInt(sequence, 8) & 255);
  // A line end that is escaped is not there.
  if (/^[\r\n]/.test(sequence)) return '';
  return escapes[sequence] ?? sequence;
}
