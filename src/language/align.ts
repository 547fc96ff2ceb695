import type { Span } from './sentences.ts';

/** A word of a text: what it says, and where. */
interface Word extends Span {
  says: string;
}

/**
 * Finds parts of what a paper says in the Markdown that it was made from. Word by word: the Markdown has
 * signs that the paper does not, and the paper has words where the Markdown quotes the record.
 * @param said the paper's words
 */
export function aligned(markdown: string, said: string): (span: Span) => Span | undefined {
  // An address in brackets is no word of the paper.
  const written = wordsIn(markdown.replaceAll(/(?<=\])\([^()\s]*\)/g, (all) => ' '.repeat(all.length)));
  const spoken = wordsIn(said);
  /** For each spoken word the written one that it came from. */
  const from: (Word | undefined)[] = [];
  let at = 0;
  while (from.length < spoken.length) {
    const [word, source] = [spoken[from.length], written[at]];
    if (!word || !source) break;
    if (source.says === '{{') {
      const end = resumes(written.slice(at + 1), spoken, from.length);
      while (from.length < end) from.push(source);
      at++;
    } else if (source.says === word.says) {
      from.push(source);
      at++;
    } else if (spoken[from.length + 1]?.says === source.says) {
      from.push(undefined);
    } else {
      at++;
    }
  }
  return (span) => {
    const inside = from.filter((_, i) => {
      const word = spoken[i];
      return word !== undefined && word.from >= span.from && word.to <= span.to;
    });
    const [first, last] = [inside.find((w) => w !== undefined), inside.findLast((w) => w !== undefined)];
    return first && last ? { from: first.from, to: last.to } : undefined;
  };
}

/** Where the spoken words go on as written, after words that were quoted. */
function resumes(written: readonly Word[], spoken: readonly Word[], from: number): number {
  const next = written.slice(0, 2).filter((_, i, all) => !all.slice(0, i + 1).some((w) => w.says === '{{'));
  if (written.length === 0) return spoken.length;
  if (next.length === 0) return from + 1;
  for (let i = from; i < spoken.length; i++)
    if (next.every((word, n) => spoken[i + n]?.says === word.says)) return i;
  return from;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/\{\{[^{}]*\}\}|[\p{L}\p{N}]+/gu)].map(({ 0: found, index }) => ({
    says: found.startsWith('{{') ? '{{' : found.toLowerCase(),
    from: index,
    to: index + found.length,
  }));
}
