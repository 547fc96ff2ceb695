/**
 * Text as it is searched for what is exempt: the words alone, so that neither spaces, quotation marks, dashes nor capital
 * letters hide anything.
 */

/** A figure with its unit or a word; an address of mail or on the web is taken apart like any text. */
const wordPattern = /[£€$]?\p{N}+(?:[.,]\p{N}+)*%?|[\p{L}\p{M}\p{N}]+/gu;

/** Signs that nobody sees inside a word: soft hyphens, joiners and marks of direction. */
const unseen = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

/** A text with every letter in its plainest form. */
export function folded(text: string): string {
  return text
    .replaceAll(unseen, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’ʼ`´]/g, '');
}

/** The words and figures of a text in order. */
export function wordsIn(text: string): string[] {
  return wordsOfFolded(folded(text));
}

/** {@link wordsIn} of a text that is {@link folded} already. */
export function wordsOfFolded(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** Words so that a run of them is found as a part of the text, and never a part of a word. */
export function asRun(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

/** Letters from which on a run is looked for without its spaces: fewer could come together by chance. */
export const leastSquashed = 16;

/** Letters and digits alone: finds what was taken apart within its words. */
export function squashed(text: string): string {
  return squashedOfFolded(folded(text));
}

/** {@link squashed} of a text that is {@link folded} already. */
export function squashedOfFolded(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Sentences, and lines of lists, of a text. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.!?…][”’"')\]]*)\s+|\n\s*(?:[-*+]|\d+[.)])\s+|\n\s*\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
