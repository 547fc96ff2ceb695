import { plainText } from '../../compose/markdown.ts';
import type { Inline } from '../../compose/inline.ts';
import type { Block, List, Paper, Paragraph, Section } from '../../compose/paper.ts';
import { align, inOrder } from '../align.ts';
import { compareInlines } from './inlines.ts';
import { front, placesOf, type Places, type Where } from './places.ts';
import { compareFigures, compareTables, type Told } from './tables.ts';
import { asDeleted, asInserted, blockText, markBlock, titleGone } from './whole.ts';

/** One part of a paper that says something else than it did. */
export interface PaperDifference {
  what: 'added' | 'removed' | 'reworded';
  /** The identity of the block, list entry or row. */
  id: string;
  /** In the later paper; in the earlier one for what is gone. */
  where: Where;
  /** In a table or the data of a figure: the row and the column. */
  row?: string;
  column?: string;
  /** The words taken out and put in. */
  before: string;
  after: string;
}

/** Two papers compared. */
export interface Merged {
  differences: PaperDifference[];
  /** How many paragraphs, tables and figures have another number only because of what went before them. */
  renumbered: number;
  /** The later paper with every difference marked in it. */
  marked: Paper;
}

/** How alike two blocks must be to be one that was reworded. */
const alike = 0.5;

/** Compares two papers block by block. */
export function mergePapers(earlier: Paper, later: Paper): Merged {
  return new Merger(earlier, later).merged();
}

class Merger {
  readonly #earlier: Paper;
  readonly #later: Paper;
  readonly #was: Places;
  readonly #is: Places;
  readonly #found: PaperDifference[] = [];
  #renumbered = 0;

  constructor(earlier: Paper, later: Paper) {
    this.#earlier = earlier;
    this.#later = later;
    this.#was = placesOf(earlier);
    this.#is = placesOf(later);
  }

  merged(): Merged {
    this.#front();
    const sections = this.#sections();
    const later = this.#later;
    const marked = {
      ...later,
      sections,
      contents: later.contents.map((entry) => ({
        ...entry,
        text: sections.find(({ anchor }) => anchor === entry.anchor)?.heading ?? entry.text,
      })),
    };
    return { differences: this.#found, renumbered: this.#renumbered, marked };
  }

  #tell(told: Omit<PaperDifference, 'where'>): void {
    this.#found.push({ ...told, where: this.#is.get(told.id) ?? this.#goneFrom(told.id) });
  }

  /** Where something was that is gone: in what held it, where that is still there, else in the earlier paper. */
  #goneFrom(id: string): Where {
    const own = this.#was.get(id);
    if (!own) return front;
    for (let at = id.lastIndexOf('/'); at > 0; at = id.lastIndexOf('/', at - 1)) {
      const holder = id.slice(0, at);
      const is = this.#is.get(holder);
      if (is && this.#was.get(holder)?.words === own.words) return is;
    }
    return { kind: own.kind, words: own.words };
  }

  /** What stands above the first section: title, body, date, item number and author. */
  #front(): void {
    const [a, b] = [this.#earlier, this.#later];
    const lines: [string, string | undefined, string | undefined][] = [
      ['title', a.title, b.title],
      ['body', a.body, b.body],
      ['date', a.date, b.date],
      ['item', a.item, b.item],
      ['report of', a.reportOf, b.reportOf],
      ['short title', a.shortTitle, b.shortTitle],
      ['council', a.council, b.council],
    ];
    for (const [name, before = '', after = ''] of lines)
      if (before !== after)
        this.#found.push({ what: 'reworded', id: `front/${name}`, where: front, before, after });
  }

  #sections(): Section[] {
    const [a, b] = [this.#earlier.sections, this.#later.sections];
    const { pairs, gone, added } = align(a, b, {
      nameOf: ({ id }) => id,
      wordsOf: ({ heading }) => plainText(heading),
      alike: 2,
    });
    const made = b.map((section, to): Section => {
      const before = a[pairs.find((p) => p.to === to)?.from ?? -1];
      if (!before || added.includes(to)) {
        this.#tell({ what: 'added', id: section.id, before: '', after: plainText(section.heading) });
        return {
          ...section,
          heading: asInserted(section.heading),
          blocks: section.blocks.map((block) => this.#added(block)),
        };
      }
      const heading = compareInlines(before.heading, section.heading);
      if (heading.changed) this.#reworded(section.id, heading);
      return { ...section, heading: heading.content, blocks: this.#blocks(before.blocks, section.blocks) };
    });
    for (const from of gone) {
      const section = a[from];
      if (!section) continue;
      this.#tell({ what: 'removed', id: section.id, before: plainText(section.heading), after: '' });
      // A heading that is gone is none any longer; what stood under it follows what stood before it.
      const blocks = [titleGone(section), ...section.blocks.map((block) => this.#gone(block))];
      const beforeIt = pairs.findLast((p) => p.from < from);
      const home = made[beforeIt?.to ?? 0];
      if (home && beforeIt) home.blocks = [...home.blocks, ...blocks];
      else if (home) home.blocks = [...blocks, ...home.blocks];
    }
    return made;
  }

  #reworded(
    id: string,
    { before, after }: { before: string; after: string },
    told: Partial<Told> = {},
  ): void {
    this.#tell({ what: 'reworded', id, before, after, ...told });
  }

  #blocks(a: readonly Block[], b: readonly Block[]): Block[] {
    return this.#entries(a, b, {
      same: (x, y) => this.#block(x, y),
      added: (y) => this.#added(y, true),
      gone: (x) => this.#gone(x, true),
      wordsOf: (block) => `${block.kind} ${blockText(block)}`,
      fits: (x, y) => x.kind === y.kind,
    });
  }

  /** Entries of the later list in its order, each after comparison; what is gone stands where it stood. */
  #entries<T extends { id: string }>(
    a: readonly T[],
    b: readonly T[],
    act: {
      same: (x: T, y: T) => T[];
      added: (y: T) => T;
      gone: (x: T) => T;
      wordsOf: (entry: T) => string;
      fits: (x: T, y: T) => boolean;
    },
  ): T[] {
    const found = align(a, b, { nameOf: ({ id }) => nameIn(id), wordsOf: act.wordsOf, alike });
    const fitting = found.pairs.filter(({ from, to }) => {
      const [x, y] = [a[from], b[to]];
      return x !== undefined && y !== undefined && act.fits(x, y);
    });
    // What changed places was taken out there and put in here.
    const kept = inOrder(fitting);
    const pairs = fitting.filter(({ to }) => kept.has(to));
    const made: T[] = [];
    let next = 0;
    const goneUpTo = (end: number): void => {
      for (; next < end; next++) {
        const x = a[next];
        if (x && !pairs.some(({ from }) => from === next)) made.push(act.gone(x));
      }
    };
    b.forEach((y, to) => {
      const pair = pairs.find((p) => p.to === to);
      const x = pair && a[pair.from];
      if (!x) {
        made.push(act.added(y));
        return;
      }
      goneUpTo(pair.from);
      next = pair.from + 1;
      made.push(...act.same(x, y));
    });
    goneUpTo(a.length);
    return made;
  }

  #block(x: Block, y: Block): Block[] {
    switch (y.kind) {
      case 'paragraph':
        return [x.kind === 'paragraph' ? this.#paragraph(x, y) : y];
      case 'list':
        return [x.kind === 'list' ? this.#list(x, y) : y];
      case 'box':
        return [x.kind === 'box' ? { ...y, blocks: this.#blocks(x.blocks, y.blocks) } : y];
      case 'table': {
        if (x.kind !== 'table') return [y];
        if (x.label !== y.label) this.#renumbered++;
        const { table, told, notes } = compareTables(x, y);
        for (const one of told) this.#tell(one);
        return [table, ...notes];
      }
      case 'figure': {
        if (x.kind !== 'figure') return [y];
        if (x.label !== y.label) this.#renumbered++;
        const { figure, told, notes } = compareFigures(x, y);
        for (const one of told) this.#tell(one);
        return [figure, ...notes];
      }
    }
  }

  #paragraph(x: Paragraph, y: Paragraph): Paragraph {
    if (x.number !== y.number && x.number !== undefined && y.number !== undefined) this.#renumbered++;
    const title = compareInlines(x.title ?? [], y.title ?? []);
    const content = compareInlines(x.content ?? [], y.content ?? []);
    for (const one of [title, content]) if (one.changed) this.#reworded(y.id, one);
    return {
      ...y,
      ...(y.title ? { title: title.content } : {}),
      ...(y.content || content.changed ? { content: content.content } : {}),
      ...(content.changed ? { short: false } : {}),
      blocks: this.#blocks(x.blocks, y.blocks),
    };
  }

  #list(x: List, y: List): List {
    type Item = List['items'][number];
    const mark = (
      item: Item,
      change: (content: readonly Inline[]) => Inline[],
      deep: (b: Block) => Block,
    ): Item => ({
      ...item,
      content: change(item.content),
      blocks: item.blocks.map(deep),
    });
    const items = this.#entries<Item>(x.items, y.items, {
      same: (before, after) => {
        const content = compareInlines(before.content, after.content);
        if (content.changed) this.#reworded(after.id, content);
        return [{ ...after, content: content.content, blocks: this.#blocks(before.blocks, after.blocks) }];
      },
      added: (item) => {
        this.#tell({ what: 'added', id: item.id, before: '', after: plainText(item.content) });
        return mark(item, asInserted, (block) => this.#added(block));
      },
      gone: (item) => {
        this.#tell({ what: 'removed', id: item.id, before: plainText(item.content), after: '' });
        return mark(item, asDeleted, (block) => this.#gone(block));
      },
      wordsOf: ({ content }) => plainText(content),
      fits: () => true,
    });
    return { ...y, items };
  }

  /** A block that is new, marked. @param tell whether it is told, and not only as a part of what holds it */
  #added(block: Block, tell = false): Block {
    if (tell) this.#tell({ what: 'added', id: block.id, before: '', after: blockText(block) });
    return markBlock(block, 'inserted');
  }

  #gone(block: Block, tell = false): Block {
    if (tell) this.#tell({ what: 'removed', id: block.id, before: blockText(block), after: '' });
    return markBlock(block, 'deleted');
  }
}

/** The last part of an identity, where it is a name; a place in a list is none. */
function nameIn(id: string): string | undefined {
  const last = id.split('/').at(-1) ?? id;
  return /^\d+$/.test(last) ? undefined : last;
}
