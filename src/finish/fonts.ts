import { PDFArray, PDFDict, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { bytesOf, itemsOf, lookup, named, nameOf, numberOf } from './objects.ts';
import { isList, isText, type Operand } from './operands.ts';
import { operations } from './tokens.ts';

/** A font as far as its text has to be read. */
export interface Font {
  /** As embedded, without the letters that tell subsets apart: `Arimo-Bold`. */
  name: string;
  embedded: boolean;
  /** Bytes a character code has. */
  width: 1 | 2;
  /** What the codes mean. */
  characters: ReadonlyMap<number, string>;
  /** How far a character goes, in letter sizes. */
  advance: (code: number) => number;
  /** The code of a space, in hexadecimal digits. */
  space: string | undefined;
  /** Draws its glyphs itself, so that glyph 0 is no sign of a missing one. */
  drawn: boolean;
}

/** Reads a font dictionary (ISO 32000-1, 9.6 to 9.8). */
export function readFont(context: PDFContext, object: PDFObject | undefined): Font | undefined {
  const font = lookup(context, object);
  if (!(font instanceof PDFDict)) return undefined;
  const subtype = nameOf(context, font.get(named('Subtype')));
  const composite = subtype === 'Type0';
  const descendants = lookup(context, font.get(named('DescendantFonts')));
  const holder = descendants instanceof PDFArray ? lookup(context, descendants.get(0)) : font;
  const descriptor =
    holder instanceof PDFDict ? lookup(context, holder.get(named('FontDescriptor'))) : undefined;
  const program =
    descriptor instanceof PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(named(key)));
  const map = bytesOf(context, font.get(named('ToUnicode')));
  const width = composite ? 2 : 1;
  const characters = map ? readMap(map) : new Map<number, string>();
  return {
    name: (nameOf(context, font.get(named('BaseFont'))) ?? 'without a name').replace(/^[A-Z]{6}\+/, ''),
    embedded: subtype === 'Type3' || program,
    width,
    characters,
    advance: holder instanceof PDFDict ? widthsOf(context, holder, subtype === 'Type3') : () => 0,
    space: spaceIn(characters, width),
    drawn: subtype === 'Type3',
  };
}

/** Widths of a simple font (ISO 32000-1, 9.2.4) or of a descendant of a composite one (9.7.4.3). */
function widthsOf(context: PDFContext, font: PDFDict, isDrawn: boolean): (code: number) => number {
  const widths = new Map<number, number>();
  const numbers = (object: PDFObject | undefined) =>
    itemsOf(context, object).map((item) => numberOf(context, item) ?? 0);
  // A font that draws its glyphs itself has units of its own.
  const unit = isDrawn ? (numbers(font.get(named('FontMatrix')))[0] ?? 0.001) : 0.001;
  const first = numberOf(context, font.get(named('FirstChar'))) ?? 0;
  numbers(font.get(named('Widths'))).forEach((width, index) => widths.set(first + index, width));
  const items = itemsOf(context, font.get(named('W')));
  for (let i = 0; i + 1 < items.length;) {
    const start = numberOf(context, items[i]) ?? 0;
    const end = numberOf(context, items[i + 1]);
    if (end === undefined) {
      numbers(items[i + 1]).forEach((width, index) => widths.set(start + index, width));
      i += 2;
    } else {
      const width = numberOf(context, items[i + 2]) ?? 0;
      for (let code = start; code <= Math.min(end, start + 0xffff); code++) widths.set(code, width);
      i += 3;
    }
  }
  const other = numberOf(context, font.get(named('DW'))) ?? (isDrawn ? 0 : 1000);
  return (code) => (widths.get(code) ?? other) * unit;
}

function spaceIn(characters: ReadonlyMap<number, string>, width: number): string | undefined {
  for (const [code, character] of characters) {
    if (character === ' ')
      return code
        .toString(16)
        .toUpperCase()
        .padStart(2 * width, '0');
  }
  return undefined;
}

/** A ToUnicode map (ISO 32000-1, 9.10.3), which is written in the language of content streams. */
function readMap(map: Uint8Array): Map<number, string> {
  const characters = new Map<number, string>();
  for (const { operator, operands } of operations(map)) {
    if (operator === 'endbfchar') {
      for (let i = 0; i + 1 < operands.length; i += 2)
        characters.set(value(operands[i]), unicode(operands[i + 1]));
    } else if (operator === 'endbfrange') {
      for (let i = 0; i + 2 < operands.length; i += 3) addRange(characters, operands.slice(i, i + 3));
    }
  }
  return characters;
}

function addRange(characters: Map<number, string>, [first, last, target]: readonly Operand[]): void {
  const start = value(first);
  const end = Math.min(value(last), start + 0xffff);
  const text = unicode(target);
  for (let code = start; code <= end; code++) {
    if (isList(target)) characters.set(code, unicode(target[code - start]));
    else
      characters.set(
        code,
        text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + code - start),
      );
  }
}

function value(operand: Operand | undefined): number {
  // Nearly all of them.
  if (isText(operand) && operand.bytes.length === 2) return pairAt(operand.bytes);
  return isText(operand)
    ? Number.parseInt(Buffer.from(operand.bytes, 'latin1').toString('hex') || '0', 16)
    : 0;
}

/** UTF-16 with the high byte first. */
function unicode(operand: Operand | undefined): string {
  const bytes = isText(operand) ? operand.bytes : '';
  if (bytes.length === 2) return String.fromCharCode(pairAt(bytes));
  return bytes.length % 2 === 0 ? Buffer.from(bytes, 'latin1').swap16().toString('utf16le') : '';
}

function pairAt(bytes: string): number {
  return bytes.charCodeAt(0) * 256 + bytes.charCodeAt(1);
}
