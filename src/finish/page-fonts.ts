import { PDFDict, type PDFContext } from '@cantoo/pdf-lib';
import { readFont, type Font } from './fonts.ts';
import { dictionaryAt, named } from './objects.ts';

/** A character that was drawn and cannot be read. */
export interface Unreadable {
  font: Font;
  page: number;
  /** The font has no shape for it: readers see an empty box. */
  shapeless: boolean;
}

/** Stands in a text for a character that cannot be read. */
export const noCharacter = '\uFFFD';

/** What codes say, and how far they go in letter sizes. */
interface Words {
  text: string;
  advance: number;
}

/** What of a font was come by: what its codes say, and strings of it. */
interface Known {
  codes: (Words | undefined)[];
  strings: Map<string, Words>;
}

/** A font as the content of a page uses it, by a name of the page's own. */
export interface PageFont {
  name: string;
  /** `isReplaced`: other words are read in place of these. */
  read(codes: string, isReplaced: boolean): Words;
  /** Instructions that draw a space behind text of this size, where a font of the page has one. */
  space(size: number): string | undefined;
}

/** The fonts of a page or form by name. */
export type PageFonts = (name: string) => PageFont | undefined;

/** Keeps every font that was read, and what could not be read with it. */
export class FontShelf {
  readonly unreadable: Unreadable[] = [];
  /** The page that is read now. */
  page = 0;
  readonly #context: PDFContext;
  readonly #fonts = new Map<unknown, Font | undefined>();
  readonly #known = new Map<Font, Known>();

  constructor(context: PDFContext) {
    this.#context = context;
  }

  get fonts(): Font[] {
    return [...this.#fonts.values()].filter((font) => font !== undefined);
  }

  of(resources: PDFDict | undefined): PageFonts {
    const fonts = dictionaryAt(this.#context, resources, 'Font');
    const known = new Map<string, PageFont | undefined>();
    const fontAt = (name: string) => this.#font(fonts, name);
    // A font holds the characters only that it draws, so a space may have to come from another.
    const spaces = () =>
      (fonts?.keys() ?? []).map((key) => key.decodeText()).filter((name) => /^\w+$/.test(name));
    return (name) => {
      if (known.has(name)) return known.get(name);
      const font = fontAt(name);
      const spare =
        font?.space !== undefined ? name : spaces().find((other) => fontAt(other)?.space !== undefined);
      const code = spare === undefined ? undefined : fontAt(spare)?.space;
      const found: PageFont | undefined = font && {
        name,
        read: (codes, isReplaced) => this.#read(font, codes, isReplaced),
        space(size) {
          if (code === undefined) return undefined;
          return spare === name
            ? ` <${code}> Tj`
            : ` /${spare ?? ''} ${size} Tf <${code}> Tj /${name} ${size} Tf`;
        },
      };
      known.set(name, found);
      return found;
    };
  }

  /** Most of a page is shown letter by letter, and a font has a few dozen of them. */
  #read(font: Font, shown: string, isReplaced: boolean): Words {
    let known = this.#known.get(font);
    if (!known) this.#known.set(font, (known = { codes: [], strings: new Map() }));
    // A longer string hardly comes twice.
    if (isReplaced || shown.length > 2) return this.#readAnew(font, known.codes, shown, isReplaced);
    const before = known.strings.get(shown);
    if (before) return before;
    const found = this.unreadable.length;
    const words = this.#readAnew(font, known.codes, shown, false);
    // What cannot be read is noted with every page that it stands on.
    if (this.unreadable.length === found) known.strings.set(shown, words);
    return words;
  }

  #readAnew(font: Font, known: Known['codes'], shown: string, isReplaced: boolean): Words {
    const { width } = font;
    let text = '';
    let advance = 0;
    for (let at = 0; at + width <= shown.length; at += width) {
      const first = shown.charCodeAt(at);
      const code = width === 1 ? first : first * 256 + shown.charCodeAt(at + 1);
      const words = known[code];
      if (words) {
        text += words.text;
        advance += words.advance;
        continue;
      }
      const shapeless = code === 0 && !font.drawn;
      const character = shapeless ? undefined : font.characters.get(code);
      const goes = font.advance(code);
      if (character !== undefined) known[code] = { text: character, advance: goes };
      else if (shapeless || !isReplaced) this.unreadable.push({ font, page: this.page, shapeless });
      text += character ?? noCharacter;
      advance += goes;
    }
    return { text: isReplaced ? '' : text, advance };
  }

  #font(fonts: PDFDict | undefined, name: string): Font | undefined {
    const object = fonts?.get(named(name));
    if (object === undefined) return undefined;
    if (!this.#fonts.has(object)) this.#fonts.set(object, readFont(this.#context, object));
    return this.#fonts.get(object);
  }
}
