import type { Followed } from '../compose/facts/indicators.ts';
import { letterPattern } from '../language/letters.ts';
import { tellingWords } from './words.ts';

/** How much of what is telling in an indicator’s name a sentence must have to name it. */
const enough = 0.6;

/** Finds the indicators that sentences name. */
export interface Naming {
  /** @param quotes what the sentence quotes: `indicator "initial-assessments"` */
  namedIn(sentence: string, quotes: readonly string[]): Followed[];
}

/**
 * A sentence names an indicator where it
 *
 * - quotes it: `{{indicator_before "initial-assessments"}}`; or
 * - has its code, which is letters and figures together, as it is written: C64; or
 * - has every word of its name in the records: “initial” and “assessments” for `initial-assessments`. Endings do not
 *   matter, figures and small words are left out; one word alone must be long, as `adoptions` is; or
 * - has at least two of the telling words of its full name, which together weigh {@link enough} of all of them. A word
 *   weighs the less the more indicators’ names have it, as “people” or “children” say little about which is meant.
 *
 * Where several are named by words, one whose words are all words of another that is named too is not meant.
 */
export function namingOf(followed: readonly Followed[], names: readonly string[]): Naming {
  const counts = new Map<string, number>();
  for (const name of names)
    for (const word of new Set(tellingWords(name))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weigh = (words: Iterable<string>): number =>
    [...words].reduce((sum, word) => sum + 1 / (counts.get(word) ?? 1), 0);
  const known = followed.map((one) => {
    const { code, name } = one.definition;
    const telling = new Set(tellingWords(name));
    return {
      one,
      code: code !== undefined && letter(code).test(code) && /\d/.test(code) ? code : undefined,
      id: tellingWords(one.id).filter((word) => !/^\d+$/.test(word)),
      telling,
      all: weigh(telling),
    };
  });
  return {
    namedIn(sentence, quotes) {
      const words = new Set(tellingWords(sentence));
      const surely = new Set<Followed>();
      const byWords = new Map<Followed, Set<string>>();
      for (const { one, code, id, telling, all } of known) {
        if (
          quotes.some((q) => q.startsWith('indicator') && q.includes(`"${one.id}"`)) ||
          (code !== undefined && hasWord(sentence, code))
        )
          surely.add(one);
        const has = [...telling].filter((word) => words.has(word));
        const byId = id.every((w) => words.has(w)) && (id.length > 1 || (id[0]?.length ?? 0) >= 5);
        const byName = has.length >= 2 && weigh(has) >= enough * all;
        if (byId || byName) byWords.set(one, new Set([...has, ...(byId ? id : [])]));
      }
      return known
        .map(({ one }) => one)
        .filter((one) => {
          if (surely.has(one)) return true;
          const own = byWords.get(one);
          if (!own) return false;
          return ![...byWords].some(
            ([other, theirs]) =>
              other !== one && theirs.size > own.size && [...own].every((word) => theirs.has(word)),
          );
        });
    },
  };
}

const letter = letterPattern(String.raw`[\p{L}]`);

function hasWord(sentence: string, code: string): boolean {
  // Few sentences have any code, and the pattern need only be made for those.
  if (!sentence.includes(code)) return false;
  const literal = code.replaceAll(/[^\p{L}\p{N} ]/gu, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(sentence);
}

/** Whether a sentence names a period: “2002/2003”, “2002/03”, “2002-03”. */
export function namesPeriod(sentence: string, period: string): boolean {
  const [from = '', to = ''] = period.slice(0, 9).split('/');
  return new RegExp(`(?<!\\d)${from}\\s?[/–-]\\s?(?:${to}|${to.slice(2)})(?!\\d)`).test(sentence);
}
