import { plainText, typeset, type Flow } from '../compose/markdown.ts';
import type { Joined } from '../compose/join.ts';
import type { BlockOutline, SectionOutline } from '../compose/outline.ts';
import type { Inline } from '../compose/inline.ts';
import type { Wordings } from '../compose/compose.ts';
import type { Style } from '../compose/style.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { Prose } from '../records/prose.ts';
import type { Path, Source } from '../records/source.ts';
import { aligned } from './align.ts';
import { fold, holds } from './finding.ts';
import type { Unit } from './reading.ts';
import { countWords, type Span } from './sentences.ts';

/** A text of a record that is no prose. */
interface Plain {
  text: string;
  folded: string;
  source: Source;
  path: Path;
}

/** Paragraphs and list entries of prose, one after another. */
export function paragraphsOf(flow: readonly Flow[]): Inline[][] {
  return flow.flatMap((part) =>
    part.kind === 'paragraph' ? [part.content] : part.items.flatMap((item) => paragraphsOf(item)),
  );
}

/** Finds where the words of a paper were written: in a record, or in the house style's outline. */
export class Places {
  readonly #joined: Joined;
  readonly #style: Style;
  readonly #wordings: Wordings;
  readonly #aligned = new Map<Prose, (span: Span) => Span | undefined>();
  #paths: Map<SectionOutline | BlockOutline, Path> | undefined;
  #plain: Plain[] | undefined;

  constructor(joined: Joined, style: Style, wordings: Wordings) {
    this.#joined = joined;
    this.#style = style;
    this.#wordings = wordings;
  }

  /** The place of a part of one paragraph of prose. */
  inProse(prose: Prose, paragraph: number, { from, to }: Span): Place | undefined {
    const origin = this.#wordings.origins.get(prose);
    if (!origin) return undefined;
    const paragraphs = paragraphsOf(this.#wordings.flows.get(prose) ?? []).map(plainText);
    let find = this.#aligned.get(prose);
    if (!find) {
      find = aligned(prose.markdown, paragraphs.join('\n'));
      this.#aligned.set(prose, find);
    }
    const before = paragraphs.slice(0, paragraph).reduce((n, text) => n + text.length + 1, 0);
    const found = find({ from: before + from, to: before + to });
    if (!found) return origin.source.at(origin.path);
    const end = /^[.!?…”"’')*_]*/.exec(prose.markdown.slice(found.to))?.[0].length ?? 0;
    return origin.source.inText(origin.path, prose.markdown, found.from, found.to + end);
  }

  /** The place of a part of what the paper says: in prose or another text that it holds, else in the outline. */
  inPaper(unit: Unit, span: Span): Place {
    const words = unit.text.slice(span.from, span.to);
    return (
      this.#proseIn(unit, words) ??
      this.#wordingOf(unit, words) ??
      this.#plainIn(unit, words) ??
      this.#outlineOf(unit) ?? { file: this.#joined.report.source.file }
    );
  }

  /** Prose that has the words, or makes up most of them. */
  #proseIn(unit: Unit, words: string): Place | undefined {
    const [whole, part] = [fold(unit.text), fold(words)];
    for (const [prose, flow] of this.#wordings.flows) {
      for (const [i, paragraph] of paragraphsOf(flow).map(plainText).entries()) {
        const folded = fold(paragraph);
        if (!holds(whole, folded)) continue;
        const from = paragraph.indexOf(words);
        if (from >= 0) return this.inProse(prose, i, { from, to: from + words.length });
        const most = countWords(paragraph) * 2 >= countWords(words);
        if (holds(folded, part) || (most && holds(part, folded)))
          return this.inProse(prose, i, { from: 0, to: paragraph.length });
      }
    }
    return undefined;
  }

  /** The outline's own words. */
  #wordingOf(unit: Unit, words: string): Place | undefined {
    for (const path of this.#pathsOf(unit)) {
      const wording = valueAt(this.#style.value, path);
      if (typeof wording !== 'string') continue;
      const from = wording.indexOf(words);
      if (from >= 0) return this.#style.source.inText(path, wording, from, from + words.length);
    }
    return undefined;
  }

  /** A title, a name or another text of the records. */
  #plainIn(unit: Unit, words: string): Place | undefined {
    const [whole, part] = [fold(unit.text), fold(words)];
    const { report, review, framework, council } = this.#joined;
    this.#plain ??= [report, review, framework, council].flatMap(({ value, source }) =>
      plainTexts(value, source, []),
    );
    const found = this.#plain.find(({ folded }) => holds(whole, folded) && holds(folded, part));
    if (!found) return undefined;
    const from = found.text.indexOf(words);
    return from < 0
      ? found.source.at(found.path)
      : found.source.inText(found.path, found.text, from, from + words.length);
  }

  /** The wording of the block, whatever it says. */
  #outlineOf(unit: Unit): Place | undefined {
    const paths = this.#pathsOf(unit);
    const path = paths.find((p) => valueAt(this.#style.value, p) !== undefined) ?? paths[0];
    if (!path) return undefined;
    const wording = valueAt(this.#style.value, path);
    return typeof wording === 'string'
      ? this.#style.source.inText(path, wording, 0, wording.length)
      : this.#style.source.at(path);
  }

  #pathsOf({ id, key }: Unit): Path[] {
    if (id === undefined) return key.length === 0 ? [] : [key];
    this.#paths ??= outlinePaths(this.#style);
    // What a block holds is called after it: `next-steps/areas/list/1`.
    for (let name = id; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
      const outline = this.#wordings.outlines.get(name);
      const path = outline && this.#paths.get(outline);
      // One entry of a list alone is a paragraph.
      if (path)
        return [
          [...path, ...key],
          [...path, 'list', 'text'],
        ];
    }
    return [];
  }
}

function outlinePaths(style: Style): Map<SectionOutline | BlockOutline, Path> {
  const paths = new Map<SectionOutline | BlockOutline, Path>();
  const walk = (blocks: readonly BlockOutline[], path: Path): void => {
    blocks.forEach((block, i) => {
      paths.set(block, [...path, i]);
      walk(block.under ?? [], [...path, i, 'under']);
      walk(block.box ?? [], [...path, i, 'box']);
    });
  };
  style.value.sections.forEach((section, i) => {
    paths.set(section, ['sections', i]);
    walk(section.blocks, ['sections', i, 'blocks']);
  });
  return paths;
}

/** Entries that no paper shows. */
const unseen = new Set(['accept', 'abbreviations', 'sources', 'known_cases']);

function plainTexts(value: unknown, source: Source, path: Path): Plain[] {
  if (typeof value === 'string') return [{ text: value, folded: fold(typeset(value)), source, path }];
  if (value instanceof Prose || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    unseen.has(key) ? [] : plainTexts(inside, source, [...path, key]),
  );
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.entries(at).find(([key]) => key === String(step))?.[1];
  }
  return at;
}
