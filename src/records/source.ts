import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import type { Place, Position, Range } from '../diagnostics/diagnostic.ts';

/** Where a value stands inside a record: keys and list positions from the top of the file. */
export type Path = readonly (string | number)[];

/** A YAML file in its parts, each of which knows where it stands. */
export interface Parsed {
  document: Document.Parsed;
  lines: LineCounter;
}

/** A YAML file as read, able to say where each of its values stands. */
export class Source {
  readonly file: string;
  readonly text: string;
  readonly #parse: () => Parsed;
  #parsed: Parsed | undefined;

  /** @param parse the text in its parts; asked for when a place is first wanted */
  constructor(file: string, text: string, parse: () => Parsed) {
    this.file = file;
    this.text = text;
    this.#parse = parse;
  }

  get #document(): Document.Parsed {
    return (this.#parsed ??= this.#parse()).document;
  }

  get #lines(): LineCounter {
    return (this.#parsed ??= this.#parse()).lines;
  }

  /** The place of the value at `path`, or of the nearest thing around it where there is no such value. */
  at(path: Path): Place {
    return this.#place(() => this.#rangeOf(this.#find(path).node));
  }

  /** The place of the key at `path` rather than of what it holds; the value's place for list items. */
  keyAt(path: Path): Place {
    return this.#place(() => {
      const { key, node } = this.#find(path);
      return this.#rangeOf(key ?? node);
    });
  }

  /** The place to point at where the entry at `path` is missing: what it belongs to, or the file as a whole. */
  whereMissing(path: Path): Place {
    const around = path.slice(0, -1);
    return around.length === 0 ? { file: this.file } : this.keyAt(around);
  }

  /**
   * The place, in the file, of a part of the text at `path`: from offset `from` up to `to` of its value.
   * Finds it by counting letters, as neither quoting nor folding changes anything but white space.
   */
  inText(path: Path, value: string, from: number, to: number): Place {
    return this.#place(() => {
      const { node } = this.#find(path);
      if (!node?.range) return this.#rangeOf(node);
      const [first, last] = node.range;
      const start = this.#sameLetter(first, last, letters(value.slice(0, from)));
      const end = this.#sameLetter(first, last, letters(value.slice(0, to)) - 1);
      if (start === undefined || end === undefined) return this.#rangeOf(node);
      return { start: this.position(start), end: this.position(end + 1) };
    });
  }

  /** Most places are noted in case something is wrong there, and nothing is: they are found when they are asked for. */
  #place(find: () => Range): Place {
    let range: Range | undefined;
    return {
      file: this.file,
      get range() {
        return (range ??= find());
      },
    };
  }

  /** The offset of the letter that has `before` letters before it between two offsets. */
  #sameLetter(from: number, to: number, before: number): number | undefined {
    const written = this.text.slice(from, to);
    const head = /^(?:[|>][^\n]*\n|["'])/.exec(written)?.[0] ?? '';
    let [seen, at] = [0, from + head.length];
    for (const sign of signsIn(written.slice(head.length), head)) {
      const letters = lettersOf(sign, head);
      if (letters > 0 && seen + letters > before) return at;
      seen += letters;
      at += sign.length;
    }
    return undefined;
  }

  /** The place between two offsets into the text. */
  between(from: number, to: number): Place {
    return { file: this.file, range: { start: this.position(from), end: this.position(Math.max(from, to)) } };
  }

  /** The place of a part of the document. */
  placeOf(node: Node): Place {
    return this.between(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
  }

  /** Line and column of an offset into the text. */
  position(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  #rangeOf(node: Node | undefined): Range {
    const range = node?.range ?? this.#document.contents?.range ?? [0, 0, 0];
    const [start, end] = [range[0], Math.max(range[0], range[1])];
    return { start: this.position(start), end: this.position(end) };
  }

  #find(path: Path): { node: Node | undefined; key: Node | undefined } {
    let node: Node | undefined = this.#document.contents ?? undefined;
    let key: Node | undefined;
    for (const step of path) {
      const inside: Node | undefined = isAlias(node) ? node.resolve(this.#document) : node;
      if (isMap(inside)) {
        const pair: Pair | undefined = inside.items.find(
          (p) => isScalar(p.key) && String(p.key.value) === String(step),
        );
        if (!pair) return { node, key };
        key = isScalar(pair.key) ? pair.key : undefined;
        const value = pair.value;
        node = isNode(value) && hasExtent(value) ? value : key;
      } else if (isSeq(inside)) {
        const item: unknown = inside.items[Number(step)];
        if (!isNode(item)) return { node, key };
        node = item;
        key = undefined;
      } else {
        return { node, key };
      }
    }
    return { node, key };
  }
}

/** An empty value has no extent of its own; its key is what an officer sees. */
function hasExtent(node: Node): boolean {
  return node.range != null && node.range[1] > node.range[0];
}

/** Written text in parts that each stand for one sign: between quotation marks some take several. */
function signsIn(written: string, opened: string): readonly string[] {
  if (opened === '"') return written.match(/\\(?:x.{2}|u.{4}|U.{8}|\r?\n|[^])|[^]/g) ?? [];
  return opened === "'" ? (written.match(/''|[^]/g) ?? []) : written.split('');
}

/** How many letters a part stands for: none for white space and for what is written in its place. */
function lettersOf(sign: string, opened: string): number {
  if (opened !== '"' || !sign.startsWith('\\')) return letters(sign.slice(0, 1));
  const code = /^\\[xuU](.+)$/.exec(sign)?.[1];
  if (code !== undefined) return letters(String.fromCodePoint(Number.parseInt(code, 16)));
  return /^\\[\stnvfrLP_]/.test(sign) ? 0 : 1;
}

function letters(text: string): number {
  return text.replaceAll(/\s/g, '').length;
}
