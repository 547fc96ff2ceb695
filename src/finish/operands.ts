/** The operators of a content stream and what stands before them (ISO 32000-1, 7.8.2). */

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

/**
 * A text object as a browser opens it, each on a line of its own: `BT`, `/F4 16 Tf`, `1 0 0 -1 94 61 Tm`,
 * `<00240051> Tj`. Most of a page is made up of these, so they are told apart at once and handed over as one.
 */
export interface Opening {
  font: string;
  size: number;
  /** In front of `Tm`. */
  matrix: readonly [number, number, number, number, number, number];
  /** The codes of the first string, in hexadecimal digits, an even number of them. */
  digits: string;
  start: number;
  /** Where the first string starts, and the first byte behind its `Tj`. */
  showStart: number;
  showEnd: number;
  /** The first byte behind `ET` where nothing else is shown. */
  end: number | undefined;
}

/**
 * Letters that follow on one already shown, each moved to where it stands: `7.04 0 Td <0051> Tj` and a new
 * line. A browser shows nearly all text that way, so these are told apart at once and handed over as one.
 */
export interface Letters {
  /** As they stand in the stream. */
  source: string;
  start: number;
  /** The first byte behind the last operator. */
  end: number;
}

/** Is given what browsers write in the same few forms; the rest comes as single operations. */
export interface TextTaker {
  open(opening: Opening): void;
  /** Letters that follow on a `Tj`. */
  follow(letters: Letters): void;
}
