import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { applyEdits, columnOf, lineBreakOf, lineEnd, lineStart, type Edit } from './edits.ts';
import { CannotEdit, endOfNode, endOfPair, mapIn, startOf } from './yaml-nodes.ts';
import { doubleQuoted, entryLine, inBraces, scalar, type Written } from './written.ts';

/** Longer than this, a figure is written over several lines. */
const longestLine = 118;

/** Changes a YAML text in place: only what changes is written, and every other sign stays. */
export class YamlEditor {
  readonly #text: string;
  readonly #lineBreak: string;
  readonly #document: Document.Parsed;
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#lineBreak = lineBreakOf(text);
    this.#document = parseDocument(text, { schema: 'failsafe', merge: false });
  }

  /** The text with all changes so far. */
  get text(): string {
    return applyEdits(this.#text, this.#edits);
  }

  /** The form at the top of the file. */
  get root(): YAMLMap {
    return mapIn(this.#document.contents);
  }

  /** Writes another value where one stands, between quotation marks if it stood between such. */
  replace(node: unknown, value: string, braces: boolean): void {
    if (!isScalar(node) || !node.range) throw new CannotEdit();
    const [from, to] = [node.range[0], endOfNode(this.#text, node)];
    this.#edits.push({ from, to, text: inTheStyleOf(node, value, braces) });
  }

  /** Adds entries to a form, after those it has. */
  addEntries(map: YAMLMap, entries: readonly (readonly [string, Written])[]): void {
    const last = map.items.at(-1);
    if (map.flow === true || !last) {
      const made = entries.map(([name, value]) => `${name}: ${inBraces(value, this.#tight(map))}`);
      this.#addInBraces(
        map,
        map.items.map((pair) => endOfPair(this.#text, pair)),
        made,
      );
      return;
    }
    const indent = ' '.repeat(columnOf(this.#text, startOf(map)));
    this.#insertLines(
      endOfPair(this.#text, last),
      entries.map(([name, value]) => indent + entryLine(name, value)),
    );
  }

  /** Puts items into a list, after the first `count` of those it has, each in the style of its neighbour. */
  addItems(list: YAMLSeq, count: number, items: readonly Written[]): void {
    const ends = list.items.map((item) => endOfNode(this.#text, item));
    const neighbour = list.items[count - 1] ?? list.items[0];
    if (list.flow === true) {
      const made = items.map((item) => inBraces(item, isMap(neighbour) && this.#tight(neighbour)));
      if (count > 0) this.#addInBraces(list, ends, made, count);
      else
        this.#edits.push({
          from: startOf(neighbour),
          to: startOf(neighbour),
          text: made.map((m) => `${m}, `).join(''),
        });
      return;
    }
    const indent = columnOf(this.#text, startOf(list));
    const lines = items.flatMap((item) => this.#item(item, indent, neighbour));
    const before = ends[count - 1];
    if (before !== undefined) this.#insertLines(before, lines);
    else {
      const at = lineStart(this.#text, startOf(list));
      this.#edits.push({ from: at, to: at, text: lines.map((line) => line + this.#lineBreak).join('') });
    }
  }

  /** Adds a named list of figures to a form, in the style of the lists that it has. */
  addList(map: YAMLMap, name: string, items: readonly Written[]): void {
    if (map.flow === true || map.items.length === 0) {
      const made = `${name}: [${items.map((item) => inBraces(item, this.#tight(map))).join(', ')}]`;
      this.#addInBraces(
        map,
        map.items.map((pair) => endOfPair(this.#text, pair)),
        [made],
      );
      return;
    }
    const indent = columnOf(this.#text, startOf(map));
    const lists = map.items.flatMap(({ value }) => (isSeq(value) && value.flow !== true ? [value] : []));
    const [model] = lists.slice(-1);
    const step = model ? columnOf(this.#text, startOf(model)) - indent : 2;
    const last = map.items.at(-1);
    if (!last) throw new CannotEdit();
    this.#insertLines(endOfPair(this.#text, last), [
      `${' '.repeat(indent)}${name}:`,
      ...items.flatMap((item) => this.#item(item, indent + step, model?.items.at(-1))),
    ]);
  }

  /** Adds a section at the end of the file, with named lists in it. */
  addSection(name: string, lists: readonly (readonly [string, readonly Written[]])[]): void {
    const root = this.root;
    if (root.flow === true) {
      const made = lists.map(([id, items]) => `${id}: [${items.map((item) => inBraces(item)).join(', ')}]`);
      this.#addInBraces(
        root,
        root.items.map((pair) => endOfPair(this.#text, pair)),
        [`${name}: { ${made.join(', ')} }`],
      );
      return;
    }
    const indent = columnOf(this.#text, startOf(root));
    const lines = [
      `${name}:`,
      ...lists.flatMap(([id, items]) => [
        `  ${id}:`,
        ...items.flatMap((item) => this.#item(item, 4 + indent).map((line) => line.slice(indent))),
      ]),
    ];
    const text = this.#text;
    const blank = /\n[^\S\n]*\r?\n$/.test(text) ? '' : this.#lineBreak;
    const closed = text.endsWith('\n') ? '' : this.#lineBreak;
    const made =
      lines.map((line) => ' '.repeat(indent) + line).join(this.#lineBreak) +
      (closed === '' ? this.#lineBreak : '');
    this.#edits.push({ from: text.length, to: text.length, text: closed + blank + made });
  }

  /** The lines of one item of a list whose hyphens stand at `indent`. */
  #item(item: Written, indent: number, neighbour?: unknown): string[] {
    const hyphen = `${' '.repeat(indent)}- `;
    const braces = !isMap(neighbour) || neighbour.flow === true;
    const line = hyphen + inBraces(item, isMap(neighbour) && this.#tight(neighbour));
    if (typeof item === 'string' || (braces && line.length <= longestLine)) return [line];
    const inside = ' '.repeat(indent + 2);
    return Object.entries(item).map(
      ([name, value], i) => (i === 0 ? hyphen : inside) + entryLine(name, value),
    );
  }

  /** Puts whole lines below the one that an offset stands in. */
  #insertLines(after: number, lines: readonly string[]): void {
    const at = lineEnd(this.#text, after);
    const text =
      at > 0 && this.#text[at - 1] === '\n'
        ? lines.map((line) => line + this.#lineBreak).join('')
        : lines.map((line) => this.#lineBreak + line).join('');
    this.#edits.push({ from: at, to: at, text });
  }

  /** Adds to what stands between brackets or braces; on lines of their own where its entries stand so. */
  #addInBraces(
    within: YAMLMap | YAMLSeq,
    ends: readonly number[],
    made: readonly string[],
    count = ends.length,
  ): void {
    const before = ends[count - 1];
    if (before === undefined) {
      const at = startOf(within) + 1;
      const tail = /\s/.test(this.#text[at] ?? '') ? '' : ' ';
      this.#edits.push({ from: at, to: at, text: ` ${made.join(', ')}${tail}` });
      return;
    }
    const end = lineEnd(this.#text, before);
    const rest = /^[^\S\n]*(,?)[^\S\n]*(?:#[^\n]*)?\n$/.exec(this.#text.slice(before, end));
    if (!rest) {
      this.#edits.push({ from: before, to: before, text: made.map((m) => `, ${m}`).join('') });
      return;
    }
    const comma = rest[1] === ',';
    if (!comma) this.#edits.push({ from: before, to: before, text: ',' });
    const indent = this.#indentIn(within);
    const lines = made.map(
      (m, i) => indent + m + (comma || i < made.length - 1 ? ',' : '') + this.#lineBreak,
    );
    this.#edits.push({ from: end, to: end, text: lines.join('') });
  }

  /** What lines between brackets begin with: as an entry does that begins a line, else further in than the bracket’s line. */
  #indentIn(within: YAMLMap | YAMLSeq): string {
    const before = (offset: number): string => this.#text.slice(lineStart(this.#text, offset), offset);
    const entries: unknown[] = isMap(within) ? within.items.map(({ key }) => key) : within.items;
    const own = entries.map((entry) => before(startOf(entry))).find((blank) => blank.trim() === '');
    return own ?? `${/^[^\S\n]*/.exec(before(startOf(within)))?.[0] ?? ''}    `;
  }

  /** Whether braces stand close to what is in them: `{a: 1}`. */
  #tight(node: Node): boolean {
    const at = startOf(node);
    return this.#text[at] === '{' && /[^\s}]/.test(this.#text[at + 1] ?? ' ');
  }
}

function inTheStyleOf(node: Scalar, value: string, braces: boolean): string {
  if (node.type === 'QUOTE_DOUBLE') return doubleQuoted(value);
  if (node.type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`;
  return scalar(value, braces);
}
