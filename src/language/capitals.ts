import { letterPattern } from './letters.ts';
import { sentencesOf, type Span } from './sentences.ts';

/** Three words in capitals, with nothing but blanks between them. */
const inARow = letterPattern(
  String.raw`(?<![\p{L}\p{N}])[\p{Lu}][\p{Lu}\p{N}’']+(?:[\s-]+(?:[AI]|[\p{N}]+)(?=[\s-]))*(?:[\s-]+[\p{Lu}][\p{Lu}\p{N}’']+(?:[\s-]+(?:[AI]|[\p{N}]+)(?=[\s-]+[\p{Lu}]{2}))*){2,}(?![\p{L}])`,
  'g',
);
const two = letterPattern(String.raw`[\p{Lu}]{2}`);
const twoOrMore = letterPattern(String.raw`[\p{Lu}]{2,}`, 'g');
const small = letterPattern(String.raw`[\p{Ll}]`);

/**
 * Where a text has three or more words in capitals in a row, or a whole sentence of two or more.
 * @param known initials that the records explain: a row of nothing else is not for emphasis
 */
export function capitalsIn(text: string, known: ReadonlySet<string>): Span[] {
  if (!two(text).test(text)) return [];
  const emphasis = ({ from, to }: Span): boolean =>
    (text.slice(from, to).match(twoOrMore(text)) ?? []).some((word) => !known.has(word));
  const whole = sentencesOf(text).filter(({ from, to }) => {
    const sentence = text.slice(from, to);
    return !small(text).test(sentence) && (sentence.match(twoOrMore(text)) ?? []).length >= 2;
  });
  const rows = [...text.matchAll(inARow(text))]
    .map((found) => ({ from: found.index, to: found.index + found[0].length }))
    .filter((row) => !whole.some(({ from, to }) => from <= row.from && row.to <= to));
  return [...whole, ...rows].filter(emphasis).sort((a, b) => a.from - b.from);
}
