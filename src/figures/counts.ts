import type { Figure } from './figure.ts';
import { countOf, type Counted, type CountedCouncils, type CountedRating } from './counted.ts';
import { says } from './figure.ts';
import { countInWords } from '../compose/words.ts';

/** What can be said of a number of something that the record counts. */
export interface CountVerdict {
  /** Whether the record has so many. */
  right: boolean;
  /** What the record has: “the record has five”. */
  has: string;
  /** What to write instead. */
  helper: string;
  /** The figure with what it counts: “six areas for improvement”. */
  words: string;
}

/** Words between a number and what it counts that leave it the number of them all. */
const adjectives =
  '(?:\\s(?:main|key|major|chief|principal|broad|specific|important|named|separate|different|such|agreed|planned|formal)){0,2}';
/** Words that say that all of them are meant. */
const allBefore =
  /\b(?:names?|named|naming|found|finds?|identif(?:y|ies|ied)|lists?|listed|sets? out|records?|recorded|gives?|gave|has|have|had|holds?|contains?|contained|consists? of|made up of|there (?:are|were|is|was)|all|the|its|these are|with|in all|total of)\s$/i;
const allAfter = /^\s(?:were|was|are|is|have been)\s(?:named|found|identified|listed|recorded|set out)\b/i;
/** Words that say that some of them are meant. */
const restricted =
  /^\s(?:in|on|for|of|to|about|concern\w*|under|which|that|who|whose|where|from|by|at|only|with|within|relat\w+|affect\w+|cover\w+)\b/i;
const being =
  '(?:\\s(?:is|are|was|were|have|has|had|been|remain(?:s|ed)?|now|still|already|already been|that|which))*\\s';

/** What a figure counts, where that is something the record counts; undefined where it is nothing of the kind. */
export function judgeCount(
  sentence: string,
  figure: Figure,
  next: Figure | undefined,
  counted: readonly Counted[],
): CountVerdict | undefined {
  if (figure.kind !== 'count' || figure.hedge !== undefined) return undefined;
  const before = sentence.slice(0, figure.from);
  // “two of the nine actions are overdue”: what the two are stands after the nine.
  const whole = figure.part && next?.whole ? next : figure;
  const after = sentence.slice(whole.to);
  for (const one of counted) {
    const state = one.states.find(({ words }) =>
      new RegExp(`^\\s${source(words)}\\s${one.noun.source}\\b`, 'i').test(after),
    );
    const noun = new RegExp(
      `^${state ? `\\s${source(state.words)}` : adjectives}\\s${one.noun.source}\\b`,
      'i',
    ).exec(after);
    if (!noun) continue;
    const words = sentence.slice(figure.from, whole.to + noun[0].length);
    const rest = after.slice(noun[0].length);
    const stands =
      state ?? one.states.find(({ words: w }) => new RegExp(`^${being}${source(w)}`, 'i').test(rest));
    if (stands && !figure.whole)
      return {
        right: figure.value === stands.count,
        has: `the record has ${countOf(stands.count, one)} ${stands.name === 'done' ? 'done' : `that ${stands.count === 1 ? 'is' : 'are'} ${stands.name}`}`,
        helper: stands.helper,
        words,
      };
    const most = Math.max(one.count, ...one.also);
    const isAll =
      figure.whole === true ||
      ((allBefore.test(before) || allAfter.test(rest)) && !restricted.test(rest) && figure.part !== true);
    const right = isAll
      ? [one.count, ...one.also].includes(figure.value) && !(figure.whole === true && figure.value === 0)
      : figure.value <= most;
    return { right, has: `the record has ${countInWords(one.count)}`, helper: one.helper, words };
  }
  return undefined;
}

const given =
  /\b(?:awarded|award of|given|received?|receives|got|earned|gained|kept?|keeps|keeping|rated(?: at| as)?|rating (?:is|was|of)|(?:council|department|service|services|we|it) (?:is|are|was|were|has|have|had))\s(?:a\s|an\s|the\s|its\s|our\s)?(?:rating of\s)?$/i;
const supposed =
  /\b(?:would|could|should|might|may|if|unless|next|aim|aims|target|towards|reach|short of|other|others|councils|authorities|best|highest|lowest|from|maximum|up to)\b/i;

/** Whether a number of stars, where it is said to be ours, is ours; any other must at least be on the scale. */
export function judgeRating(
  sentence: string,
  figure: Figure,
  next: Figure | undefined,
  rating: CountedRating | undefined,
): CountVerdict | undefined {
  if (!rating || figure.kind !== 'count' || figure.whole) return undefined;
  const whole = figure.part && next?.whole ? next : figure;
  const noun = new RegExp(`^[\\s\u00a0-]${rating.noun.source}\\b`, 'i').exec(sentence.slice(whole.to));
  if (!noun) return undefined;
  const { value } = figure;
  const ours = given.test(sentence.slice(0, figure.from)) && !supposed.test(sentence);
  const onScale = value >= rating.lowest && value <= rating.highest && Number.isInteger(value);
  return {
    right: ours ? rating.ours.includes(value) : onScale,
    has: `the recorded rating is ${rating.words}`,
    helper: figure.part ? '{{rating_out_of}}' : '{{rating}}',
    words: sentence.slice(figure.from, whole.to + noun[0].length),
  };
}

/** Whether a number of councils said to have a rating is what the record has of the country. */
export function judgeCouncils(
  sentence: string,
  figure: Figure,
  next: Figure | undefined,
  councils: CountedCouncils | undefined,
): CountVerdict | undefined {
  if (!councils || figure.kind !== 'count') return undefined;
  const whole = figure.part && next?.whole ? next : figure;
  const noun = /^(?:\s(?:other|english))?\s(?:councils?|authorities)\b/i.exec(sentence.slice(whole.to));
  if (!noun) return undefined;
  const named = councils.ratings.filter(({ words }) =>
    new RegExp(`\\b${words}\\b`, 'i').test(sentence.replaceAll('\u00a0', ' ')),
  );
  const [rating] = named;
  if (!rating) return undefined;
  const others = /^\sother/i.test(noun[0]) ? 1 : 0;
  const right = [councils.total, ...councils.ratings.map(({ count }) => count)].some((n) =>
    says(figure, n - others),
  );
  return {
    right,
    has: `the record has ${countInWords(rating.count)} with ${rating.words}, of ${countInWords(councils.total)}`,
    helper: rating.helper,
    words: sentence.slice(figure.from, whole.to + noun[0].length),
  };
}

function source(pattern: RegExp): string {
  return `(?:${pattern.source.replace(/^\^/, '')})`;
}
