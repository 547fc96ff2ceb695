import { rule } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../language/finding.ts';
import type { Prose } from '../records/prose.ts';
import type { Inline } from './inline.ts';
import { plainText, type Flow } from './markdown.ts';
import { placeIn, type Origins } from './origins.ts';

const listRunIn = rule(
  'prose/list-run-in',
  'suggestion',
  'Where a house style sets one paragraph or one cell, the entries of a list follow one another as words of a sentence.',
);

/** Prose inside a sentence or a cell: its paragraphs run on, and so do the entries of its lists, "(1) one; (2) two". */
export function runIn(flow: readonly Flow[]): Inline[] {
  return flow.flatMap((part, i) => [
    ...(i === 0 ? [] : [blank]),
    ...(part.kind === 'paragraph' ? part.content : part.items.flatMap((item, at) => entry(part, item, at))),
  ]);
}

const blank: Inline = { kind: 'text', text: ' ' };

function entry(
  { ordered, items }: Extract<Flow, { kind: 'list' }>,
  item: readonly Flow[],
  at: number,
): Inline[] {
  const words = runIn(item);
  const before = ordered ? [{ kind: 'text', text: `(${String(at + 1)})\u00a0` } as const] : [];
  const last = at === items.length - 1;
  const after = last
    ? []
    : [{ kind: 'text', text: /[.;:,?!…][”’)]?$/.test(plainText(words)) ? ' ' : '; ' } as const];
  return [...before, ...words, ...after];
}

/** Says, once for each prose, that a list in it is run in. */
export class RunIns {
  readonly #origins: Origins;
  readonly #told = new Set<Prose>();
  readonly findings: Finding[] = [];

  constructor(origins: Origins) {
    this.#origins = origins;
  }

  tell(prose: Prose): void {
    if (this.#told.has(prose)) return;
    this.#told.add(prose);
    const [first = ''] = /^[ \t]*(?:[-*]|\d+[.)])[ \t].*$/m.exec(prose.markdown) ?? [];
    const diagnostic = listRunIn.at(
      placeIn(this.#origins, prose, first.trim()),
      'This list stands where the house style sets running words; its entries follow one another there.',
      'Read in the paper how it comes out, or write it as a sentence.',
    );
    this.findings.push({ diagnostic, words: prose.markdown });
  }
}
