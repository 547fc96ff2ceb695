import { plainText } from '../compose/markdown.ts';
import type { BlockOutline, SectionOutline } from '../compose/outline.ts';
import type { Block, Paper } from '../compose/paper.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Read } from '../language/check.ts';
import { fold, holds } from '../language/finding.ts';
import { paragraphsOf } from '../language/places.ts';
import { unitsOf } from '../language/reading.ts';
import { namesAlong, namesAt, type Names } from './path-at.ts';

/** What wordings call entries of a record that go by another name there. */
const called: Readonly<Record<string, readonly string[]>> = {
  rating: ['overall'],
  previous: ['overall'],
  national: ['national'],
  judgements: ['judgements', 'services'],
  areas_for_improvement: ['areas'],
  actions: ['plan'],
};

/**
 * Finds the part of a paper that a place in a record, or in the house style's outline, is about. It goes by names and
 * not by lines, so that the last good version can show what is wrong with the next.
 */
export class Locator {
  readonly #read: Read;
  readonly #anchors: ReadonlyMap<string, string>;

  constructor(read: Read) {
    this.#read = read;
    this.#anchors = anchorsOf(read.paper);
  }

  /**
   * The HTML id of the part concerned; undefined where none is known.
   * @param text what the file says now
   */
  anchorFor({ file, range }: Partial<Place>, text: string | undefined): string | undefined {
    if (file === undefined || range === undefined || text === undefined) return undefined;
    const names = namesAt(text, range.start);
    if (names.length === 0) return undefined;
    const id =
      file === this.#read.style.source.file
        ? this.#ofOutline(names)
        : (this.#ofProse(file, names) ??
          this.#ofName(names) ??
          this.#ofQuotation(names) ??
          this.#ofWording(names));
    return id === undefined ? undefined : this.#anchors.get(id);
  }

  /** The block that says what an officer wrote there. */
  #ofProse(file: string, names: Names): string | undefined {
    const { joined, paper, wordings } = this.#read;
    const entry = [joined.report, joined.review, joined.framework].find(({ source }) => source.file === file);
    if (!entry) return undefined;
    for (const [prose, { source, path }] of wordings.origins) {
      if (source.file !== file || !startsWith(names, namesAlong(entry.value, path))) continue;
      const said = paragraphsOf(wordings.flows.get(prose) ?? []).map((p) => fold(plainText(p)));
      const unit = unitsOf(paper).find(
        ({ id, text }) => id !== undefined && said.some((s) => holds(fold(text), s)),
      );
      if (unit) return unit.id;
    }
    return undefined;
  }

  /** The first block that is called like the entry, or like what the entry stands in. */
  #ofName(names: Names): string | undefined {
    for (const name of [...names].reverse()) {
      if (/^\d+$/.test(name)) continue;
      const id = [...this.#anchors.keys()].find((one) => one.split('/').includes(name));
      if (id !== undefined) return id;
    }
    return undefined;
  }

  /** The first block whose prose quotes the entry: `{{indicator "initial-assessments"}}`. */
  #ofQuotation(names: Names): string | undefined {
    const { joined, wordings } = this.#read;
    for (const name of [...names].reverse()) {
      for (const [prose, { source, path }] of wordings.origins) {
        if (!new RegExp(`\\{\\{[^{}]*"${escaped(name)}"`).test(prose.markdown)) continue;
        const entry = [joined.report, joined.review, joined.framework].find((e) => e.source === source);
        const id = entry && this.#ofProse(source.file, namesAlong(entry.value, path));
        if (id !== undefined) return id;
      }
    }
    return undefined;
  }

  /** The first block whose standard wording names what the entry says. */
  #ofWording(names: Names): string | undefined {
    const facts = [...names].reverse().flatMap((name) => called[name] ?? [name]);
    for (const fact of facts) {
      const says = new RegExp(`(?:\\{\\{[^{}]*|^)\\b${escaped(fact)}\\b`, 'm');
      for (const [id, outline] of this.#read.wordings.outlines)
        if (this.#anchors.has(id) && ownWords(outline).some((words) => says.test(words))) return id;
    }
    return undefined;
  }

  /** The first block made from this part of the outline. */
  #ofOutline(names: Names): string | undefined {
    const { style, wordings } = this.#read;
    let at: unknown = style.value;
    let found: string | undefined;
    for (const name of names) {
      at = inside(at, name);
      const made = [...wordings.outlines].find(([id, outline]) => outline === at && this.#anchors.has(id));
      found = made?.[0] ?? found;
    }
    return found;
  }
}

/** By the identity of each section, block, entry and row, the HTML id of the nearest thing around it that has one. */
function anchorsOf(paper: Paper): Map<string, string> {
  const anchors = new Map<string, string>();
  const walk = (blocks: readonly Block[], around: string): void => {
    for (const block of blocks) {
      const anchor = 'anchor' in block ? block.anchor : around;
      anchors.set(block.id, anchor);
      if (block.kind === 'list') {
        for (const item of block.items) {
          anchors.set(item.id, anchor);
          walk(item.blocks, anchor);
        }
      } else if (block.kind === 'table' || block.kind === 'figure') {
        for (const row of block.kind === 'table' ? block.rows : block.table.rows) anchors.set(row.id, anchor);
      } else walk(block.blocks, anchor);
    }
  };
  for (const section of paper.sections) {
    anchors.set(section.id, section.anchor);
    walk(section.blocks, section.anchor);
  }
  return anchors;
}

/** A block's wordings and what it is made for each of, without the blocks inside it. */
function ownWords(outline: SectionOutline | BlockOutline): string[] {
  const words = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [];
  };
  return Object.entries(outline).flatMap(([key, value]) =>
    ['id', 'blocks', 'under', 'box', 'unless'].includes(key) ? [] : words(value),
  );
}

function inside(value: unknown, name: string): unknown {
  if (Array.isArray(value))
    return value.find((item: unknown, i) => inside(item, 'id') === name || String(i) === name);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

/** Whether a way begins with all of another. */
function startsWith(way: Names, start: Names): boolean {
  return start.every((name, i) => way[i] === name);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
