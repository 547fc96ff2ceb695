import { isAlias, isMap, isScalar, isSeq, LineCounter, type Document, type Node, type Pair } from 'yaml';
import type { Place, Position, Range } from '../diagnostics/diagnostic.ts';

/** Where a value stands inside a record: keys and list positions from the top of the file. */
export type Path = readonly (string | number)[];

/** A YAML file as read, able to say where each of its values stands. */
export class Source {
  readonly file: string;
  readonly text: string;
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;

  constructor(file: string, text: string, document: Document.Parsed, lines: LineCounter) {
    this.file = file;
    this.text = text;
    this.#document = document;
    this.#lines = lines;
  }

  /** The place of the value at `path`, or of the nearest thing around it where there is no such value. */
  at(path: Path): Place {
    return { file: this.file, range: this.#rangeOf(this.#find(path).node) };
  }

  /** The place of the key at `path` rather than of what it holds; the value's place for list items. */
  keyAt(path: Path): Place {
    const { key, node } = this.#find(path);
    return { file: this.file, range: this.#rangeOf(key ?? node) };
  }

  /**
   * The place, in the file, of a part of the text at `path`: from offset `from` up to `to` of its value.
   * Finds it by counting letters, as neither quoting nor folding changes anything but white space.
   */
  inText(path: Path, value: string, from: number, to: number): Place {
    const range = this.#find(path).node?.range;
    if (!range) return this.at(path);
    const start = this.#sameLetter(range[0], range[1], letters(value.slice(0, from)));
    const end = this.#sameLetter(range[0], range[1], letters(value.slice(0, to)) - 1);
    if (start === undefined || end === undefined) return this.at(path);
    return { file: this.file, range: { start: this.position(start), end: this.position(end + 1) } };
  }

  /** The offset of the letter that has `before` letters before it between two offsets. */
  #sameLetter(from: number, to: number, before: number): number | undefined {
    const head = /^(?:[|>][^\n]*\n|["'])/.exec(this.text.slice(from, to))?.[0].length ?? 0;
    let seen = 0;
    for (let at = from + head; at < to; at++) {
      if (/\s/.test(this.text[at] ?? '')) continue;
      if (seen === before) return at;
      seen++;
    }
    return undefined;
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

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

/** An empty value has no extent of its own; its key is what an officer sees. */
function hasExtent(node: Node): boolean {
  return node.range != null && node.range[1] > node.range[0];
}

function letters(text: string): number {
  return text.replaceAll(/\s/g, '').length;
}
