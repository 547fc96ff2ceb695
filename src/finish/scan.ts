import type { Belonging, Drawing, Scan } from './drawing.ts';
import {
  boxAround,
  boxOf,
  boxWith,
  identity,
  matrixOf,
  number,
  times,
  type Box,
  type Matrix,
} from './matrix.ts';
import type { PageFont, PageFonts } from './page-fonts.ts';
import { TextObject } from './text-object.ts';
import {
  isDictionary,
  isName,
  isText,
  type Letters,
  type Opening,
  type Operation,
  type Operand,
  type TextTaker,
} from './operands.ts';
import { takers } from './operators.ts';
import { eachOperation } from './tokens.ts';

/**
 * Finds everything that a content stream draws and what it belongs to.
 * @throws Error where the stream is damaged
 */
export function scan(stream: Uint8Array, fonts: PageFonts, start: Matrix = identity): Scan {
  const scanner = new Scanner(fonts, start);
  eachOperation(stream, (operation) => takers.get(operation.operator)?.(scanner, operation), scanner);
  return scanner.found;
}

interface State {
  matrix: Matrix;
  font: PageFont | undefined;
  size: number;
  leading: number;
}

interface MarkedContent {
  belongs: Belonging;
  /** Other words are read in its place. */
  replaced: boolean;
}

/** What is found while a stream is read. */
export class Scanner implements TextTaker {
  readonly found: Scan = { drawings: [], marks: [], area: undefined };
  readonly #fonts: PageFonts;
  readonly #saved: State[] = [];
  readonly #content: MarkedContent[] = [];
  /** The marked content that is open now, with what it takes from that around it. */
  #inside: MarkedContent = { belongs: undefined, replaced: false };
  #state: State;
  /** Goes up wherever marked content must not go on. */
  #barriers = 0;
  #path: { start: number; box: Box | undefined; parts: number } | undefined;
  #clips = false;
  #text: TextObject | undefined;

  constructor(fonts: PageFonts, matrix: Matrix) {
    this.#fonts = fonts;
    this.#state = { matrix, font: undefined, size: 0, leading: 0 };
  }

  save(): void {
    const { matrix, font, size, leading } = this.#state;
    this.#saved.push({ matrix, font, size, leading });
    this.#barriers++;
  }

  restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
    this.#barriers++;
  }

  transform({ operands }: Operation): void {
    this.#state.matrix = times(matrixOf(operands), this.#state.matrix);
  }

  mark({ operands, start, end }: Operation): void {
    const [tag, properties] = operands;
    const id = isDictionary(properties) ? properties.get('MCID') : undefined;
    const actual = isDictionary(properties) ? properties.get('ActualText') : undefined;
    const belongs =
      isName(tag) && tag.name === 'Artifact' ? 'artifact' : typeof id === 'number' ? id : undefined;
    if (typeof belongs === 'number') this.found.marks.push({ id: belongs, start, end });
    this.#content.push(this.#inside);
    this.#inside = {
      belongs: belongs ?? this.#inside.belongs,
      replaced: isText(actual) || this.#inside.replaced,
    };
    this.#barriers++;
    if (belongs !== undefined && this.#text) this.#text.mixed = true;
    if (isText(actual)) this.#text?.read(textString(actual.bytes));
  }

  close(): void {
    this.#inside = this.#content.pop() ?? this.#inside;
    this.#barriers++;
  }

  construct({ operator, operands, start }: Operation): void {
    this.#path ??= { start, box: undefined, parts: 0 };
    this.#path.parts++;
    const { matrix } = this.#state;
    const path = this.#path;
    if (operator === 're') {
      const box = boxOf(
        matrix,
        number(operands[0]),
        number(operands[1]),
        number(operands[2]),
        number(operands[3]),
      );
      path.box = path.box ? boxAround([path.box, box]) : box;
    } else {
      for (let i = 0; i + 1 < operands.length; i += 2)
        path.box = boxWith(path.box, matrix, number(operands[i]), number(operands[i + 1]));
    }
  }

  clip(): void {
    this.#clips = true;
  }

  endPath(operation: Operation, paints: boolean): void {
    const path = this.#path;
    if (path && this.#clips && path.parts === 1) this.found.area ??= path.box;
    if (path && paints) {
      const drawing = this.draw('path', path.start, operation.end);
      if (path.box) drawing.box = path.box;
    }
    this.#path = undefined;
    this.#clips = false;
  }

  draw(kind: Drawing['kind'], start: number, end: number): Drawing {
    const now = this.#barriers;
    const { belongs } = this.#inside;
    const drawing: Drawing = { kind, start, end, belongs, before: now, after: now, text: '', glyphs: '' };
    this.found.drawings.push(drawing);
    return drawing;
  }

  drawPicture({ start, end }: Operation, picture: string | undefined): void {
    const { matrix } = this.#state;
    const drawing = this.draw('picture', start, end);
    if (picture !== undefined) {
      drawing.picture = picture;
      drawing.glyphs = picture;
    }
    drawing.matrix = matrix;
    drawing.box = boxOf(matrix, 0, 0, 1, 1);
  }

  beginText(start: number): void {
    this.#text = new TextObject(start, this.#barriers, this.#inside.belongs, this.#state.matrix);
  }

  endText(end: number): void {
    this.#text?.drawings(end, this.#barriers, this.found.drawings);
    this.#text = undefined;
  }

  chooseFont(name: string | undefined, size: number): void {
    if (name !== undefined) this.#state.font = this.#fonts(name);
    this.#state.size = size;
  }

  lead(leading: number): void {
    this.#state.leading = leading;
  }

  place(matrix: Matrix): void {
    this.#text?.place(matrix);
  }

  move(x = 0, y = -this.#state.leading): void {
    this.#text?.move(x, y);
  }

  show({ start, end }: Operation, operands: readonly Operand[]): void {
    let codes = '';
    let moved = 0;
    for (const operand of operands) {
      if (isText(operand)) codes += operand.bytes;
      else moved += number(operand);
    }
    this.#showCodes(codes, moved, start, end);
  }

  #showCodes(codes: string, moved: number, start: number, end: number): void {
    const shown = this.#text;
    const { font, size } = this.#state;
    if (!shown || !font) return;
    const { belongs, replaced: isReplaced } = this.#inside;
    const barriers = this.#barriers;
    const { text, advance } = font.read(codes, isReplaced);
    const glyphs = `${font.name}:${codes};`;
    // Numbers between the strings of TJ move the text back, in thousandths.
    shown.show(
      { start, end, belongs, barriers, text, glyphs, font, isReplaced, size },
      (advance - moved / 1000) * size,
    );
  }

  /** The same as its operations one after the other. */
  open({ font, size, matrix, digits, start, showStart, showEnd, end }: Opening): void {
    this.beginText(start);
    this.chooseFont(font, size);
    this.place(matrix);
    this.#showCodes(Buffer.from(digits, 'hex').toString('latin1'), 0, showStart, showEnd);
    if (end !== undefined) this.endText(end);
  }

  /** The same as a show for each of them after a move, in one go. */
  follow({ source, start, end }: Letters): void {
    const text = this.#text;
    const { font, size } = this.#state;
    if (!text || !font) return;
    const { belongs, replaced: isReplaced } = this.#inside;
    let words = '';
    let glyphs = '';
    let advance = 0;
    // `7.04 0 Td <0051> Tj`, line by line.
    for (let at = 0; at < source.length;) {
      const next = source.indexOf('\n', at) + 1;
      const x = source.indexOf(' ', at);
      const y = source.indexOf(' ', x + 1);
      const codes = codesOf(source.slice(next - 9, next - 5));
      text.follow(Number(source.slice(at, x)), Number(source.slice(x + 1, y)), at === 0);
      const letter = font.read(codes, isReplaced);
      words += letter.text;
      glyphs += codes;
      advance = letter.advance;
      at = next;
    }
    const barriers = this.#barriers;
    glyphs = `${font.name}:${glyphs};`;
    text.show({ start, end, belongs, barriers, text: words, glyphs, font, isReplaced, size }, advance * size);
  }
}

/** What four hexadecimal digits stand for, as they come up. */
const codesByDigits = new Map<string, string>();

function codesOf(digits: string): string {
  const known = codesByDigits.get(digits);
  if (known !== undefined) return known;
  const codes = Buffer.from(digits, 'hex').toString('latin1');
  codesByDigits.set(digits, codes);
  return codes;
}

/** A text string of PDF (ISO 32000-1, 7.9.2.2): UTF-16 where it starts with the mark, else close to Latin-1. */
function textString(bytes: string): string {
  return bytes.startsWith('\u00fe\u00ff') && bytes.length % 2 === 0
    ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
    : bytes;
}
