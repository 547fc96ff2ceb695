import { inflateSync } from 'node:zlib';

/** What the text-showing operators of a PDF say about its text. */
export interface TextFound {
  /** Glyphs shown, where the file carries fonts at all. */
  glyphs: number;
  /** Glyphs that stand for a character which no font at hand could draw. */
  missing: number;
}

/**
 * Counts the text in a PDF as Chromium writes them, without understanding the rest of the file: a
 * guard on every print, at a fraction of what reading the text would cost.
 * @throws Error where a stream of the file is damaged
 */
export function findText(pdf: Buffer): TextFound {
  const found: TextFound = { glyphs: 0, missing: 0 };
  const wide = compositeFonts(pdf);
  const carried = wide.size > 0 || pdf.includes('/Subtype /Type3', 0, 'latin1');
  if (!carried) return found;
  for (const content of contentStreams(pdf)) count(content, wide, found);
  return found;
}

/** Numbers of the fonts with two bytes a glyph; Chromium calls a font in its pages by its object's number. */
function compositeFonts(pdf: Buffer): Set<string> {
  const numbers = new Set<string>();
  const mark = '/Subtype /Type0';
  for (let at = pdf.indexOf(mark); at >= 0; at = pdf.indexOf(mark, at + 1)) {
    const before = pdf.toString('latin1', Math.max(0, at - 60), at);
    const number = /(\d+) 0 obj\s*<<\s*\/Type \/Font\s*$/.exec(before)?.[1];
    if (number !== undefined) numbers.add(number);
  }
  return numbers;
}

/** Everything that may draw: the pages and the forms, and not fonts, pictures or metadata. */
function* contentStreams(pdf: Buffer): Generator<string> {
  const opening = ' stream\n';
  for (let at = pdf.indexOf(opening); at >= 0;) {
    const dictionary = pdf.toString('latin1', pdf.lastIndexOf(' obj\n', at), at);
    const start = at + opening.length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    if (!/\/Length1 |\/Subtype \/(?!Form)|\/Type \/Metadata/.test(dictionary)) {
      const bytes = pdf.subarray(start, start + length);
      yield (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
    }
    at = pdf.indexOf(opening, start + length);
  }
}

/** A font is chosen, or text is shown: `/F4 12 Tf`, `<0033> Tj`, `[<0033> -5 <0034>] TJ`, `(a) Tj`. */
const operators = /\/F(\d+) [-\d.]+ Tf|<([\dA-Fa-f]+)> ?Tj|\[([^\]]*)\] ?TJ|\(((?:[^\\)]|\\.)*)\) ?Tj/gs;

function count(content: string, wide: ReadonlySet<string>, found: TextFound): void {
  let isWide = false;
  for (const [, font, shown, several, literal] of content.matchAll(operators)) {
    if (font !== undefined) isWide = wide.has(font);
    const hex = shown ?? several?.replace(/[^<>]*<([\dA-Fa-f]*)>[^<>]*/g, '$1') ?? '';
    found.glyphs += hex.length / (isWide ? 4 : 2) + (literal?.length ?? 0);
    if (isWide && hex.includes('0000'))
      found.missing += (hex.match(/.{4}/g) ?? []).filter((g) => g === '0000').length;
  }
}
