import { PDFArray, PDFDict, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { bytesOf, named, lookup, nameOf } from './objects.ts';
import { isList, isText, operations, type Operand } from './tokens.ts';

/** A font as far as its text has to be read. */
export interface Font {
  /** As embedded, without the letters that tell subsets apart: `Arimo-Bold`. */
  name: string;
  embedded: boolean;
  /** Bytes a character code has. */
  width: 1 | 2;
  /** What the codes mean. */
  characters: ReadonlyMap<number, string>;
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
  return {
    name: (nameOf(context, font.get(named('BaseFont'))) ?? 'without a name').replace(/^[A-Z]{6}\+/, ''),
    embedded: subtype === 'Type3' || program,
    width: composite ? 2 : 1,
    characters: map ? readMap(map) : new Map<number, string>(),
    drawn: subtype === 'Type3',
  };
}

/** The codes of a string that a font shows. */
export function codesOf(font: Font, bytes: string): number[] {
  const codes: number[] = [];
  for (let i = 0; i + font.width <= bytes.length; i += font.width) {
    codes.push(font.width === 1 ? bytes.charCodeAt(i) : bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
  }
  return codes;
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
  return isText(operand)
    ? Number.parseInt(Buffer.from(operand.bytes, 'latin1').toString('hex') || '0', 16)
    : 0;
}

/** UTF-16 with the high byte first. */
function unicode(operand: Operand | undefined): string {
  const bytes = isText(operand) ? operand.bytes : '';
  return bytes.length % 2 === 0 ? Buffer.from(bytes, 'latin1').swap16().toString('utf16le') : '';
}
