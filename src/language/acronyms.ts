import { letterPattern } from './letters.ts';
import type { Span } from './sentences.ts';

/** Initials that every member knows. Kept short: when in doubt, a paper explains. */
export const everyday: ReadonlySet<string> = new Set(
  'AD AM BBC BC CBE EU GP HM ID IT JP MBE MP NHS OBE OK PC PDF PM TV UK UN US USA VAT'.split(' '),
);

const nearby = letterPattern(String.raw`[\p{Lu}][\p{Ll}\p{N}&]?[\p{Lu}]`);
const initials = letterPattern(
  String.raw`(?<![\p{L}\p{N}])(?:[\p{Lu}][\p{Lu}\p{N}&]*[\p{Lu}][\p{Lu}\p{N}]*|[\p{Lu}][\p{Ll}][\p{Lu}]+)(?=s?(?![\p{L}\p{N}]))`,
  'g',
);
const roman = /^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const addresses = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+/gi;
const postcodes = /\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b/g;

/** A word of two or more capitals that somebody may not know, and where it stands. */
export interface Acronym extends Span {
  initials: string;
}

/** @param apart stretches that are in capitals for another reason */
export function acronymsIn(text: string, apart: readonly Span[]): Acronym[] {
  if (!nearby(text).test(text)) return [];
  const blank = (found: string): string => ' '.repeat(found.length);
  return [...text.replaceAll(addresses, blank).replaceAll(postcodes, blank).matchAll(initials(text))]
    .map(({ 0: word, index }) => ({ initials: word, from: index, to: index + word.length }))
    .filter(
      ({ initials: word, from, to }) =>
        !everyday.has(word) && !roman.test(word) && !apart.some((span) => span.from <= from && to <= span.to),
    );
}
