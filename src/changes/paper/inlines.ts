import { diffArrays } from 'diff';
import type { Inline } from '../../compose/inline.ts';

/** Compares runs of words, and writes the difference into the run: what was taken out, what was put in. */

/** A word, a space or a sign, in what it stands in. */
interface Token {
  /** Tokens with the same key say the same. */
  key: string;
  leaf: Inline;
  text: string;
  /** Emphasis, links and so on around it, the outermost first. */
  around: Wrapper[];
}

type Wrapper = Extract<Inline, { content: Inline[] }>;

/** What became of a run of words. */
export interface Compared {
  /** The later run with both, marked. */
  content: Inline[];
  changed: boolean;
  /** What was taken out and put in, in words; parts that stand apart are parted by an ellipsis. */
  before: string;
  after: string;
}

/** Below this share of words that stay, a sentence is told as a new one. */
const mostlyNew = 0.35;

/** Compares two runs of words. References that lead to the same place are the same, whatever its number. */
export function compareInlines(earlier: readonly Inline[], later: readonly Inline[]): Compared {
  const [a, b] = [tokensOf(earlier, []), tokensOf(later, [])];
  let parts = diffArrays(a, b, { comparator: (x, y) => x.key === y.key }).map(
    ({ value, added, removed }) => ({
      tokens: value,
      what: added ? ('inserted' as const) : removed ? ('deleted' as const) : ('same' as const),
    }),
  );
  if (parts.every(({ what }) => what === 'same'))
    return { content: [...later], changed: false, before: '', after: '' };
  // What stays is taken from the later run, whose references are those of the paper.
  let at = 0;
  parts = parts.map(({ tokens, what }) => {
    if (what === 'deleted') return { tokens, what };
    at += tokens.length;
    return { tokens: b.slice(at - tokens.length, at), what };
  });
  const words = (list: readonly Token[]): number => list.filter(({ text }) => text.trim() !== '').length;
  const same = parts.reduce((n, part) => n + (part.what === 'same' ? words(part.tokens) : 0), 0);
  if (same < mostlyNew * Math.max(words(a), words(b)))
    parts = [
      { tokens: a, what: 'deleted' as const },
      { tokens: b, what: 'inserted' as const },
    ].filter(({ tokens }) => tokens.length > 0);
  const joined = together(parts);
  return {
    content: joined.flatMap(({ tokens, what }): Inline[] => {
      if (what === 'same') return rebuilt(tokens);
      // A space at an end is not worth a line.
      const isSpace = ({ text }: Token): boolean => text.trim() === '';
      const from = tokens.findIndex((token) => !isSpace(token));
      const to = tokens.findLastIndex((token) => !isSpace(token)) + 1;
      if (from < 0) return rebuilt(tokens);
      return [
        ...rebuilt(tokens.slice(0, from)),
        { kind: what, content: rebuilt(tokens.slice(from, to)) },
        ...rebuilt(tokens.slice(to)),
      ];
    }),
    changed: true,
    before: wordsIn(joined, 'deleted'),
    after: wordsIn(joined, 'inserted'),
  };
}

interface Part {
  tokens: Token[];
  what: 'same' | 'inserted' | 'deleted';
}

/** Changes with nothing but a space between them are one; in each, what goes stands before what comes. */
function together(parts: readonly Part[]): Part[] {
  const made: Part[] = [];
  let gone: Token[] = [];
  let come: Token[] = [];
  const end = (): void => {
    if (gone.length > 0) made.push({ tokens: gone, what: 'deleted' });
    if (come.length > 0) made.push({ tokens: come, what: 'inserted' });
    [gone, come] = [[], []];
  };
  parts.forEach((part, i) => {
    if (part.what === 'deleted') gone = [...gone, ...part.tokens];
    else if (part.what === 'inserted') come = [...come, ...part.tokens];
    else if (
      part.tokens.every(({ text }) => text.trim() === '') &&
      i + 1 < parts.length &&
      gone.length > 0 &&
      come.length > 0
    ) {
      gone = [...gone, ...part.tokens];
      come = [...come, ...part.tokens];
    } else {
      end();
      made.push(part);
    }
  });
  end();
  return made;
}

function wordsIn(parts: readonly Part[], wanted: Part['what']): string {
  return parts
    .filter(({ what }) => what === wanted)
    .map(({ tokens }) =>
      tokens
        .map(({ text }) => text)
        .join('')
        .trim(),
    )
    .filter((text) => text !== '')
    .join(' … ');
}

/** Figures with their signs are one word: "£1,250", "36%", "2003/2004". */
const word = /[£€]?[\p{L}\p{N}]+(?:[.,’'/–-][\p{L}\p{N}]+)*%?|\s+|[^\s]/gu;

function tokensOf(content: readonly Inline[], around: readonly Wrapper[]): Token[] {
  const inside = around.map((w) => (w.kind === 'link' ? `link ${w.href}` : w.kind)).join(' ');
  return content.flatMap((inline): Token[] => {
    const one = (key: string, text: string, leaf: Inline): Token => ({
      key: `${inside}|${key}`,
      leaf,
      text,
      around: [...around],
    });
    switch (inline.kind) {
      case 'text':
        return (inline.text.match(word) ?? []).map((text) => {
          // One kind of space is as good as another.
          const spaces = text.trim() === '' ? ' ' : text;
          return one(`text ${spaces}`, text, { kind: 'text', text });
        });
      case 'abbreviation':
        return [one(`text ${inline.text}`, inline.text, inline)];
      case 'reference':
        return [one(`reference ${inline.to}`, inline.text, inline)];
      case 'break':
        return [one('break', ' ', inline)];
      case 'code':
        return [one(`code ${inline.path}`, inline.alternative, inline)];
      case 'strong':
      case 'emphasis':
      case 'foreign':
      case 'link':
      case 'inserted':
      case 'deleted':
        return tokensOf(inline.content, [...around, inline]);
    }
  });
}

/** The words of tokens as the tree has them: neighbours in the same emphasis or link stand in it together. */
function rebuilt(tokens: readonly Token[], depth = 0): Inline[] {
  const made: Inline[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    const wrapper = token.around[depth];
    if (wrapper) {
      let end = i + 1;
      while (tokens[end]?.around[depth] === wrapper) end++;
      made.push({ ...wrapper, content: rebuilt(tokens.slice(i, end), depth + 1) });
      i = end - 1;
      continue;
    }
    const last = made.at(-1);
    if (token.leaf.kind === 'text' && last?.kind === 'text')
      made[made.length - 1] = { kind: 'text', text: last.text + token.leaf.text };
    else made.push(token.leaf);
  }
  return made;
}
