import { inflateSync } from 'node:zlib';

/** What the text-showing operators of a PDF say about its text. */
export interface TextFound {
  /** Glyphs shown in a font that the file carries. */
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
  const wide = new Set<string>();
  const contents: string[] = [];
  let carried = false;
  for (const { before, stream } of pieces(pdf)) {
    for (const [, number] of before.matchAll(/(\d+) 0 obj\n<<\/Type \/Font\n\/Subtype \/Type0\b/g)) {
      if (number !== undefined) wide.add(number);
    }
    const dictionary = before.slice(before.lastIndexOf(' obj\n'));
    carried ||= /\/Length1 |\/FontFile|\/Subtype \/(?:Type3|CIDFontType0C|OpenType|Type1C)/.test(before);
    if (stream === undefined || /\/Length1 |\/Subtype \/(?!Form)|\/Type \/Metadata/.test(dictionary))
      continue;
    contents.push((dictionary.includes('/FlateDecode') ? inflateSync(stream) : stream).toString('latin1'));
  }
  const found: TextFound = { glyphs: 0, missing: 0 };
  if (carried) for (const content of contents) count(content, wide, found);
  return found;
}

interface Piece {
  /** Everything since the last stream, the dictionary of this one at its end. */
  before: string;
  stream: Buffer | undefined;
}

function* pieces(pdf: Buffer): Generator<Piece> {
  const opening = ' stream\n';
  let from = 0;
  for (let at = pdf.indexOf(opening); at >= 0; at = pdf.indexOf(opening, from)) {
    const before = pdf.toString('latin1', from, at);
    const start = at + opening.length;
    const length = /\/Length (\d+)>*$/.exec(before)?.[1] ?? /\/Length (\d+)\b(?!.* obj\n)/s.exec(before)?.[1];
    from = start + Number(length ?? 0);
    yield { before, stream: length === undefined ? undefined : pdf.subarray(start, from) };
  }
  yield { before: pdf.toString('latin1', from), stream: undefined };
}

/** A font is chosen, or text is shown: `/F4 12 Tf`, `<0033> Tj`, `[<0033> -5 <0034>] TJ`, `(a) Tj`. */
const operators = /\/F(\d+) [-\d.]+ Tf|<([\dA-Fa-f]+)> ?Tj|\[([^\]]*)\] ?TJ|\(((?:[^\\)]|\\.)*)\) ?Tj/gs;

function count(content: string, wide: ReadonlySet<string>, found: TextFound): void {
  let font = '';
  for (const [, chosen, shown, several, literal] of content.matchAll(operators)) {
    if (chosen !== undefined) font = chosen;
    const strings =
      shown === undefined ? [...(several ?? '').matchAll(/<([\dA-Fa-f]+)>/g)].map(([, hex]) => hex) : [shown];
    for (const hex of strings) {
      if (hex === undefined) continue;
      // Two bytes a glyph in the fonts that Chromium embeds whole; one in those that it draws.
      const glyphs = hex.match(wide.has(font) ? /.{4}/g : /../g) ?? [];
      found.glyphs += glyphs.length;
      if (wide.has(font)) found.missing += glyphs.filter((glyph) => glyph === '0000').length;
    }
    found.glyphs += literal?.length ?? 0;
  }
}
