import { sentencesOf, type Span } from './sentences.ts';

/** Three words in capitals, with nothing but blanks between them. */
const inARow =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}’']+(?:[\s-]+(?:[AI]|\p{N}+)(?=[\s-]))*(?:[\s-]+\p{Lu}[\p{Lu}\p{N}’']+(?:[\s-]+(?:[AI]|\p{N}+)(?=[\s-]+\p{Lu}{2}))*){2,}(?!\p{L})/gu;

/**
 * Where a text has three or more words in capitals in a row, or a whole sentence of two or more.
 * @param known initials that the records explain: a row of nothing else is not for emphasis
 */
export function capitalsIn(text: string, known: ReadonlySet<string>): Span[] {
  if (!/\p{Lu}{2}/u.test(text)) return [];
  const emphasis = ({ from, to }: Span): boolean =>
    (text.slice(from, to).match(/\p{Lu}{2,}/gu) ?? []).some((word) => !known.has(word));
  const whole = sentencesOf(text).filter(({ from, to }) => {
    const sentence = text.slice(from, to);
    return !/\p{Ll}/u.test(sentence) && (sentence.match(/\p{Lu}{2,}/gu) ?? []).length >= 2;
  });
  const rows = [...text.matchAll(inARow)]
    .map((found) => ({ from: found.index, to: found.index + found[0].length }))
    .filter((row) => !whole.some(({ from, to }) => from <= row.from && row.to <= to));
  return [...whole, ...rows].filter(emphasis).sort((a, b) => a.from - b.from);
}
