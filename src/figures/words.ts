import { letterPattern } from '../language/letters.ts';

/** Words that say little of what a sentence is about. */
const empty = new Set(
  'a about after all an and any are as at be been before between both but by can do does each for from get had has have how if in into is it its more most no not now of on one only or other our over per share so some such than that the their them then there these they this those to under until up use was we were what when where which who whose will with within year'.split(
    ' ',
  ),
);

const words = letterPattern(String.raw`[\p{L}\p{N}]+`, 'g');

/** The words of a text as they compare: in small letters, without endings, without those that say little. */
export function tellingWords(text: string): string[] {
  const small = text.toLowerCase();
  return (small.match(words(small)) ?? []).filter((word) => !empty.has(word)).map(stem);
}

/** Words of one family become the same: “assessments”, “assessed” and “assessing”. Good enough for names of indicators. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const plural = word
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|sh|ch|x)es$/, '')
    .replace(/(?<![su])s$/, '');
  if (plural.length < 6) return plural;
  return plural.replace(/(?:ments?|ations?|ions?|ing|ed|ally|al|ly)$/, '').replace(/(?<=[^aeiou])e$/, '');
}
