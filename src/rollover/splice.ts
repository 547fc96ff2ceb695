import { isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import { applyEdits, columnOf, lineBreakOf, lineEnd, lineStart, type Edit } from '../import/edits.ts';
import { doubleQuoted, inBraces, scalar } from '../import/written.ts';
import { CannotEdit, endOfNode, endOfPair, mapIn, startOf } from '../import/yaml-nodes.ts';
import { marker } from '../records/waiting.ts';
import { remarksOf, type Remark } from './comments.ts';
import { colonOf, findIn, hasAnchor, hyphenOf, isBlock, isEmpty, type Found } from './places.ts';
import type { Step } from './step.ts';

/**
 * Carries steps out on a YAML text: what they do not name stays as it is, sign for sign.
 * @param head remarks to put at the top, below the line that tells editors which form it is
 * @throws CannotEdit where the record is written in a way that cannot be changed in place
 */
export function splice(text: string, steps: readonly Step[], head: readonly string[] = []): string {
  return new Splicer(text).carryOut(steps, head);
}

class Splicer {
  readonly #text: string;
  readonly #break: string;
  readonly #document: Document.Parsed;
  readonly #remarks: readonly Remark[];
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#break = lineBreakOf(text);
    this.#document = parseDocument(text, { schema: 'failsafe', merge: false, keepSourceTokens: true });
    this.#remarks = remarksOf(text);
  }

  carryOut(steps: readonly Step[], head: readonly string[]): string {
    const at = this.#text.startsWith('# yaml-language-server') ? lineEnd(this.#text, 1) : 0;
    this.#edit(at, at, head.map((line) => line + this.#break).join(''));
    for (const step of steps) this.#one(step);
    return applyEdits(this.#text, this.#edits);
  }

  #one(step: Step): void {
    if (step.do === 'put') {
      this.#put(step);
      return;
    }
    const found = findIn(this.#document, step.path);
    switch (step.do) {
      case 'set':
        this.#set(found.node, step.value, found.inBraces);
        return;
      case 'wait':
        if (isBlock(found.node)) this.#waitAsBlock(found);
        else {
          this.#blank(found);
          this.#remember(found);
        }
        return;
      case 'wait-each':
        this.#waitEach(found);
        return;
      case 'blank':
        this.#blank(found);
        return;
      case 'remember':
        this.#remember(found);
        return;
      case 'leave-out':
        if (found.inBraces) this.#takeOut(found);
        else this.#leaveOut(found);
        return;
      case 'take-out':
        this.#takeOut(found);
        return;
      case 'only-last':
        this.#onlyLast(found.node);
        return;
      case 'remark':
        if (!found.inBraces) this.#above(found, step.lines);
    }
  }

  #set(node: unknown, value: string, braces: boolean): void {
    if (!isScalar(node)) throw new CannotEdit();
    const written =
      node.type === 'QUOTE_DOUBLE'
        ? doubleQuoted(value)
        : node.type === 'QUOTE_SINGLE'
          ? `'${value.replaceAll("'", "''")}'`
          : scalar(value, braces);
    const [from, to] = [startOf(node), endOfNode(this.#text, node)];
    // A text over several lines can have a remark behind its first sign.
    const kept = this.#remarks.filter(({ offset }) => offset >= from && offset < to);
    this.#edit(from, to, [written, ...kept.map(({ text }) => text)].join('   '));
  }

  /** The marker in place of a value that is not a block of lines. */
  #blank({ node, pair, within, inBraces: braces }: Found): void {
    if (pair && isEmpty(node)) {
      const at = colonOf(pair) + 1;
      this.#edit(at, at, ` ${marker}`);
      return;
    }
    if (isBlock(node)) throw new CannotEdit();
    const [from, to] = [startOf(node), endOfNode(this.#text, node)];
    const kept = braces ? this.#keep(from, to, columnOf(this.#text, startOf(within)) + 2) : '';
    this.#edit(from, to, kept === '' ? marker : `${marker}${this.#break}${kept}`);
  }

  /** The marker after an entry's name; the lines that stood below become remarks. */
  #waitAsBlock({ node, pair }: Found): void {
    if (!pair || hasAnchor(node)) throw new CannotEdit();
    const colon = colonOf(pair);
    this.#edit(colon + 1, colon + 1, ` ${marker}`);
    const indent = columnOf(this.#text, startOf(pair.key));
    const from = lineEnd(this.#text, colon + 1);
    this.#edit(from, from, `${' '.repeat(indent)}# Last time:${this.#break}`);
    this.#asRemarks(from, lineEnd(this.#text, endOfNode(this.#text, node)), indent);
  }

  #waitEach(found: Found): void {
    const { node, inBraces: braces } = found;
    if (isMap(node) && isBlock(node)) {
      for (const pair of node.items)
        this.#waitEach({ within: node, pair, node: pair.value, inBraces: braces });
      return;
    }
    const blankWithin = (each: Found): void => {
      if (isMap(each.node))
        for (const pair of each.node.items)
          blankWithin({ within: each.node, pair, node: pair.value, inBraces: true });
      else this.#blank(each);
    };
    blankWithin(found);
    this.#remember(found);
  }

  /** What stood there last time, as remarks beneath. */
  #remember({ node, pair, inBraces: braces }: Found): void {
    if (braces || isEmpty(node)) return;
    const [from, to] = [startOf(node), endOfNode(this.#text, node)];
    const column = pair ? columnOf(this.#text, startOf(pair.key)) : this.#hyphenColumn(from);
    const inset = ' '.repeat(column);
    const strip = new RegExp(`^ {0,${String(column)}}`);
    // A block of lines keeps its own columns; whatever else begins behind the words.
    const block = isBlock(node);
    const lines = this.#text.slice(block ? lineStart(this.#text, from) : from, to).split(/\r?\n/);
    if (block && lines[0] !== undefined) lines[0] = lines[0].replace(/^(\s*)-/, '$1 ');
    const [first = '', ...rest] = block ? ['', ...lines] : lines;
    this.#insertLines(
      to,
      [`# Last time: ${first}`, ...rest.map((line) => `# ${line.replace(strip, '')}`)].map(
        (line) => inset + line.trimEnd(),
      ),
    );
  }

  #leaveOut({ pair }: Found): void {
    if (!pair) throw new CannotEdit();
    const indent = columnOf(this.#text, startOf(pair.key));
    const from = lineStart(this.#text, startOf(pair.key));
    this.#edit(from, from, `${' '.repeat(indent)}# Left out; last time:${this.#break}`);
    this.#asRemarks(from, lineEnd(this.#text, endOfPair(this.#text, pair)), indent);
  }

  /** Turns whole lines into remarks, set in as far as the entry that they belong to. */
  #asRemarks(from: number, to: number, indent: number): void {
    for (let at = from; at < to; at = lineEnd(this.#text, at + 1)) {
      const end = lineEnd(this.#text, at + 1);
      const blanks = /^ */.exec(this.#text.slice(at, end))?.[0].length ?? 0;
      const isBlank = this.#text.slice(at, end).trim() === '';
      const inset = Math.min(blanks, indent);
      this.#edit(at + inset, at + inset, `${' '.repeat(indent - inset)}#${isBlank ? '' : ' '}`);
    }
  }

  #takeOut({ within, pair, inBraces: braces }: Found): void {
    if (!pair || !isMap(within)) throw new CannotEdit();
    const at = within.items.indexOf(pair);
    const [before, after] = [within.items[at - 1], within.items[at + 1]];
    const start = startOf(pair.key);
    const indent = columnOf(this.#text, start);
    const opens = this.#text.slice(lineStart(this.#text, start), start).trim() === '';
    if (!braces && opens) {
      const [from, to] = [lineStart(this.#text, start), lineEnd(this.#text, endOfPair(this.#text, pair))];
      this.#edit(from, to, this.#keep(from, to, indent, ''));
    } else if (before && braces) {
      const [from, to] = [endOfPair(this.#text, before), endOfPair(this.#text, pair)];
      const kept = this.#keep(from, to, indent);
      this.#edit(from, to, kept === '' ? '' : this.#break + kept);
    } else if (after) {
      const [from, to] = [start, startOf(after.key)];
      this.#edit(from, to, this.#keep(from, to, indent));
    } else throw new CannotEdit();
  }

  #onlyLast(node: unknown): void {
    if (!isSeq(node)) throw new CannotEdit();
    if (node.items.length < 2) return;
    const start = (i: number): number => (node.flow === true ? startOf(node.items.at(i)) : hyphenOf(node, i));
    const [from, to] = [start(0), start(-1)];
    this.#edit(from, to, this.#keep(from, to, columnOf(this.#text, from)));
  }

  #above({ pair, node }: Found, lines: readonly string[]): void {
    const at = startOf(pair ? pair.key : node);
    const indent = ' '.repeat(columnOf(this.#text, at));
    const from = lineStart(this.#text, at);
    this.#edit(from, from, lines.map((line) => `${indent}# ${line}${this.#break}`).join(''));
  }

  #put({ name, place, of, value, lines }: Extract<Step, { do: 'put' }>): void {
    const root = mapIn(this.#document.contents);
    const found = findIn(this.#document, [of]);
    const { pair } = found;
    if (!pair) throw new CannotEdit();
    const end = endOfPair(this.#text, pair);
    if (root.flow === true) {
      if (place === 'instead') this.#takeOut(found);
      this.#edit(end, end, `, ${name}: ${inBraces(value)}`);
      return;
    }
    if (place === 'instead') this.#takeOut(found);
    const indent = ' '.repeat(columnOf(this.#text, startOf(root)));
    this.#insertLines(
      end,
      lines.map((line) => (line === '' ? '' : indent + line)),
    );
  }

  /** The remarks between two offsets, each on a line of its own, followed by what the next line begins with. */
  #keep(from: number, to: number, indent: number, next = ' '.repeat(indent)): string {
    const kept = this.#remarks.filter(({ offset }) => offset >= from && offset < to);
    if (kept.length === 0) return '';
    return (
      kept
        .map(({ text }, i) => (i === 0 && next !== '' ? '' : ' '.repeat(indent)) + text + this.#break)
        .join('') + next
    );
  }

  #insertLines(after: number, lines: readonly string[]): void {
    const at = lineEnd(this.#text, after);
    const ended = at > 0 && this.#text[at - 1] === '\n';
    this.#edit(at, at, lines.map((line) => (ended ? line + this.#break : this.#break + line)).join(''));
  }

  /** Where the hyphen of the item stands that begins at an offset. */
  #hyphenColumn(start: number): number {
    const before = this.#text.slice(lineStart(this.#text, start), start);
    return /^(\s*)-/.exec(before)?.[1]?.length ?? before.length;
  }

  #edit(from: number, to: number, text: string): void {
    if (from !== to || text !== '') this.#edits.push({ from, to, text });
  }
}
