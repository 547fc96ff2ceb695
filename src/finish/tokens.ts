/**
 * Reads the operators of a content stream (ISO 32000-1, 7.8.2 and 7.2) with the places where they
 * stand, so that a stream can be changed around them and stays byte for byte the same elsewhere.
 */

/** A string of a content stream; its bytes are the character codes 0 to 255 of `bytes`. */
export interface TextOperand {
  bytes: string;
}

export interface NameOperand {
  name: string;
}

export type Dictionary = ReadonlyMap<string, Operand>;

/** `null` stands for the null object, `true`, `false` and anything that is not needed here. */
export type Operand = number | TextOperand | NameOperand | readonly Operand[] | Dictionary | null;

export interface Operation {
  /** `BDC`, `Tj`, …; a whole inline image is one operation called `BI`. */
  operator: string;
  operands: readonly Operand[];
  /** Where its first operand starts. */
  start: number;
  /** Where it is over: the first byte behind the operator. */
  end: number;
}

export function isText(operand: Operand | undefined): operand is TextOperand {
  return typeof operand === 'object' && operand !== null && 'bytes' in operand;
}

export function isName(operand: Operand | undefined): operand is NameOperand {
  return typeof operand === 'object' && operand !== null && 'name' in operand;
}

export function isDictionary(operand: Operand | undefined): operand is Dictionary {
  return operand instanceof Map;
}

export function isList(operand: Operand | undefined): operand is readonly Operand[] {
  return Array.isArray(operand);
}

/** @throws Error where the stream ends in the middle of something */
export function* operations(stream: Uint8Array): Generator<Operation> {
  const reader = new Reader(stream);
  for (;;) {
    const operation = reader.operation();
    if (operation === undefined) return;
    yield operation;
  }
}

const WHITE = 1;
const DELIMITER = 2;
/** What each byte is: white space, delimiter or (0) part of a word. */
const kinds = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = WHITE;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = DELIMITER;

const [PERCENT, SLASH, OPEN, CLOSE, LESS, GREATER, BACKSLASH] = [37, 47, 40, 41, 60, 62, 92] as const;
const [LIST, LIST_END, NEWLINE, RETURN] = [91, 93, 10, 13] as const;

/** What stands at one place: an operand, or a word that is not one and so an operator or a bracket's end. */
type Item = { operand: Operand } | { word: string };

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  operation(): Operation | undefined {
    const operands: Operand[] = [];
    let start: number | undefined;
    for (;;) {
      this.#skipWhite();
      if (this.#at >= this.#bytes.length) {
        if (operands.length > 0) throw new Error('the page content ends in the middle of an instruction');
        return undefined;
      }
      start ??= this.#at;
      const item = this.#item();
      if ('operand' in item) {
        operands.push(item.operand);
      } else {
        if (item.word === 'BI') this.#skipInlineImage();
        return { operator: item.word, operands, start, end: this.#at };
      }
    }
  }

  #skipWhite(): void {
    const bytes = this.#bytes;
    for (; this.#at < bytes.length; this.#at++) {
      const byte = bytes[this.#at] ?? 0;
      if (byte === PERCENT) {
        while (this.#at < bytes.length && bytes[this.#at] !== NEWLINE && bytes[this.#at] !== RETURN)
          this.#at++;
      } else if (kinds[byte] !== WHITE) {
        return;
      }
    }
  }

  #item(): Item {
    switch (this.#bytes[this.#at] ?? 0) {
      case SLASH:
        this.#at++;
        return { operand: { name: unescaped(this.#word()) } };
      case OPEN:
        return { operand: this.#literal() };
      case LESS:
        return { operand: this.#bytes[this.#at + 1] === LESS ? this.#dictionary() : this.#hexadecimal() };
      case LIST:
        this.#at++;
        return { operand: this.#itemsUntil(']') };
      case LIST_END:
        this.#at++;
        return { word: ']' };
      case GREATER:
        this.#at += 2;
        return { word: '>>' };
      default:
        return this.#wordItem();
    }
  }

  #wordItem(): Item {
    const word = this.#word();
    if (word === '') throw new Error('the page content has a bracket out of place');
    const first = word.charCodeAt(0);
    // Digits, and the signs and the point that a number can start with.
    if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46)
      return { operand: Number(word) };
    if (word === 'true' || word === 'false' || word === 'null') return { operand: null };
    return { word };
  }

  #word(): string {
    const start = this.#at;
    while (this.#at < this.#bytes.length && kinds[this.#bytes[this.#at] ?? 0] === 0) this.#at++;
    return latin(this.#bytes, start, this.#at);
  }

  #itemsUntil(end: ']' | '>>'): Operand[] {
    const items: Operand[] = [];
    for (;;) {
      this.#skipWhite();
      if (this.#at >= this.#bytes.length) throw new Error('the page content ends inside brackets');
      const item = this.#item();
      if ('operand' in item) items.push(item.operand);
      else if (item.word === end) return items;
      else throw new Error(`the page content has “${item.word}” inside brackets`);
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
    const end = this.#bytes.indexOf(GREATER, this.#at);
    if (end < 0) throw new Error('the page content ends inside a string');
    const digits = latin(this.#bytes, this.#at + 1, end).replace(/\s/g, '');
    this.#at = end + 1;
    // The standard has it so: a last digit that is missing is 0.
    return { bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1') };
  }

  #literal(): TextOperand {
    const start = ++this.#at;
    for (let depth = 1; ; this.#at++) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new Error('the page content ends inside a string');
      if (byte === BACKSLASH) this.#at++;
      else if (byte === OPEN) depth++;
      else if (byte === CLOSE && --depth === 0) break;
    }
    const raw = latin(this.#bytes, start, this.#at++);
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
    const bytes = this.#bytes;
    while (this.#at < bytes.length) {
      this.#skipWhite();
      const item = this.#item();
      if ('word' in item && item.word === 'ID') break;
    }
    for (let at = this.#at + 1; at + 2 < bytes.length; at++) {
      const isEnd = bytes[at + 1] === 69 && bytes[at + 2] === 73;
      if (
        isEnd &&
        kinds[bytes[at] ?? 0] === WHITE &&
        (at + 3 >= bytes.length || kinds[bytes[at + 3] ?? 0] === WHITE)
      ) {
        this.#at = at + 3;
        return;
      }
    }
    throw new Error('the page content ends inside a picture');
  }
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  // Most words are an operator or a number: for these this is faster than a view and a decoder.
  if (end - start > 24)
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

function unescaped(name: string): string {
  if (!name.includes('#')) return name;
  return name.replace(/#([\da-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function escape(sequence: string): string {
  if (/^[0-7]/.test(sequence)) return String.fromCharCode(Number.parseInt(sequence, 8) & 255);
  // A line end that is escaped is not there.
  if (/^[\r\n]/.test(sequence)) return '';
  return escapes[sequence] ?? sequence;
}
