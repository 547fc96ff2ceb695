import type { Figure, FigureKind, Hedge } from './figure.ts';
import { letterPattern } from '../language/letters.ts';
import { once } from '../once.ts';
import { rounded } from './figure.ts';
import { cover, covered } from './mask.ts';
import {
  anyHundredOrPart,
  anyNumberWord,
  below100,
  numberOf,
  numberWords,
  partWords,
  shareOf,
} from './number-words.ts';

const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const inDigits = new RegExp(`(?<money>[£€$]\\s?)?(?<digits>${number})(?![\\d])`, 'g');
/** The same and numbers in words, of which few sentences have any: these patterns are long, and made when one has. */
const inFewWords = once(() => new RegExp(`${inDigits.source}|\\b(?<words>${below100})\\b`, 'gi'));
const inWords = once(
  () =>
    new RegExp(
      `${inDigits.source}|\\b(?<words>${numberWords})\\b(?:[- ](?<parts>${partWords})\\b)?` +
        `|\\b(?:(?<many>an?)[- ])?(?<part>${partWords})\\b`,
      'gi',
    ),
);

const letter = letterPattern(String.raw`[\p{L}]`);

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

const hedges: readonly [RegExp, Hedge][] = [
  [
    /(?:(?<!\bnot?\s)more than|over|above|at least|in excess of|upwards of|not (?:less|fewer) than|no fewer than|exceed(?:s|ed|ing)?)\s$/i,
    'over',
  ],
  [/(?:less than|fewer than|under|below|up to|at most|(?:not|no) more than)\s$/i, 'under'],
  [
    /(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|circa|c\.|close to|an estimated|near)\s$/i,
    'about',
  ],
];

const timeUnits = 'day|week|month|year|hour|minute|night|term|decade|fortnight|weekend';
const time = new RegExp(
  `^[\\s-](?:(?:full|whole|working|calendar|school|clear|consecutive|more|further|extra|to)[\\s-])*(?:${timeUnits})s?\\b`,
  'i',
);
const of = /^\s(?:out\s)?of\s(?:(?:the|its|our|their|all|these|those|every)\s){0,2}$/i;
const inSome = /^\s(?:in|out of)\s/i;
const inTen = once(
  () =>
    new RegExp(
      `^\\s(?:in|out of)\\s(?:every\\s)?(?<whole>${number}|${numberWords})\\b(?!\\s?(?:%|per\\s?cent)|\\s(?:${timeUnits}))`,
      'i',
    ),
);
const perMany = letterPattern(`^(?:\\s[\\p{L}’-]+){0,4}?\\s(?:per|for every|for each|in every)\\s${cover}+`);
/** What people say shares in: “one in five”, “38 in 100”. */
const wholes = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000]);

/** The figures in a sentence, in digits or in words, in its order. What claims no measurement is left out: see `covered`. */
export function figuresIn(sentence: string): Figure[] {
  if (!/\d/.test(sentence) && !anyNumberWord.test(sentence)) return [];
  const text = covered(sentence);
  const found: Figure[] = [];
  for (const match of text.matchAll(patternFor(text))) {
    if (match.index < (found.at(-1)?.to ?? 0)) continue;
    const { words, parts, many, part = parts } = match.groups ?? {};
    const figure =
      part === undefined ? numeral(text, match) : fraction(text, match, words ?? many ?? '', part);
    if (figure) found.push({ ...figure, text: sentence.slice(figure.from, figure.to) });
  }
  wholesAndParts(text, found);
  return shared(text, found);
}

function patternFor(text: string): RegExp {
  if (!anyNumberWord.test(text)) return inDigits;
  return anyHundredOrPart.test(text) ? inWords() : inFewWords();
}

function fraction(text: string, match: RegExpMatchArray, many: string, part: string): Figure | undefined {
  const from = match.index ?? 0;
  const to = from + match[0].length;
  // “A third review” is no share: one part alone is said of something.
  const several = /s$/i.test(part) && numberOf(many) !== 1;
  if (!several && !/^\s(?:of\b|the\b|all\b)/.test(text.slice(to))) return undefined;
  if (part.toLowerCase() !== 'half' && many === '') return undefined;
  const value = shareOf(many, part);
  return value === undefined
    ? undefined
    : { from, to, text: '', value, kind: 'fraction', digits: false, step: 10, ...hedgeOf(text, from) };
}

function numeral(text: string, match: RegExpMatchArray): Figure | undefined {
  const { digits, words, money } = match.groups ?? {};
  const written = digits ?? words ?? '';
  const from = match.index ?? 0;
  let to = from + match[0].length;
  if (digits !== undefined && !money && letter(text).test(text.charAt(from - 1))) return undefined;
  const plain = digits === undefined ? numberOf(written) : Number(written.replaceAll(',', ''));
  if (plain === undefined) return undefined;
  const scale = /^\s?(k|thousand|m|million|bn|billion)\b/i.exec(text.slice(to));
  const by = scales[scale?.[1]?.toLowerCase() ?? ''] ?? 1;
  if (scale) to += scale[0].length;
  const value = rounded(plain * by);
  const base = { from, value, digits: digits !== undefined, step: stepOf(written, value, by), text: '' };
  const share = inSome.test(text.slice(to)) ? inTen().exec(text.slice(to)) : undefined;
  const whole = share?.groups?.['whole'];
  if (whole !== undefined && !money) {
    const all = numberOf(whole) ?? Number(whole.replaceAll(',', ''));
    const sameWay = /\d/.test(whole) === base.digits;
    if (sameWay && wholes.has(all) && value < all && !/^\sout/.test(share?.[0] ?? ''))
      return {
        ...base,
        to: to + (share?.[0].length ?? 0),
        value: (100 * value) / all,
        kind: 'fraction',
        step: 10,
        ...hedgeOf(text, from),
      };
  }
  const unit = money === undefined ? unitAfter(text.slice(to)) : { kind: 'money' as const, length: 0 };
  return { ...base, ...unit.more, kind: unit.kind, to: to + unit.length, ...hedgeOf(text, from) };
}

interface Unit {
  kind: FigureKind;
  length: number;
  more?: { time: string };
}

function unitAfter(after: string): Unit {
  const points =
    /^[\s-]?(?:percentage[\s-]points?|%[\s-]?points?|per\s?cent(?:age)? points?|p\.?p\.?(?:ts?)?\b)/i.exec(
      after,
    );
  if (points) return { kind: 'points', length: points[0].length };
  const percent = /^(?:\s?%|[\s-]per[\s-]?cent\b|\spercent\b|\s?pc\b)/i.exec(after);
  if (percent) return { kind: 'percent', length: percent[0].length };
  if (/^p\b/.test(after)) return { kind: 'money', length: 1 };
  const span = time.exec(after);
  // “36 day centres” are centres.
  if (span && !/\s(?:day|night|term)$/i.test(span[0]))
    return { kind: 'time', length: span[0].length, more: { time: timeOf(span[0]) } };
  const rate = after.includes(cover) ? perMany(after).exec(after) : undefined;
  if (rate) return { kind: 'rate', length: rate[0].length };
  return { kind: 'count', length: 0 };
}

/** “weeks” for “ working-week”. */
function timeOf(words: string): string {
  const unit = new RegExp(`(?:${timeUnits})s?$`, 'i').exec(words)?.[0].toLowerCase() ?? '';
  return unit.endsWith('s') ? unit : `${unit}s`;
}

function hedgeOf(text: string, from: number): { hedge?: Hedge } {
  const before = text.slice(Math.max(0, from - 30), from);
  const hedge = hedges.find(([pattern]) => pattern.test(before))?.[1];
  return hedge ? { hedge } : {};
}

/** 0.1 for “38.5”, 100 for “5,300”, 100,000 for “1.2 million”. */
function stepOf(written: string, value: number, by: number): number {
  const places = /\.(\d+)$/.exec(written)?.[1]?.length ?? 0;
  if (places > 0) return by / 10 ** places;
  let step = by;
  while (value !== 0 && value % (step * 10) === 0) step *= 10;
  return step;
}

/** Marks “two” and “nine” of “two of the nine”. */
function wholesAndParts(text: string, found: readonly Figure[]): void {
  found.forEach((part, i) => {
    const whole = found[i + 1];
    if (part.kind !== 'count' || whole?.kind !== 'count') return;
    if (of.test(text.slice(part.to, whole.from))) [part.part, whole.whole] = [true, true];
  });
}

const shares = new Set<FigureKind>(['percent', 'points', 'rate', 'time']);

/** “Between 36 and 38%” means per cent twice; “£10 to 12” means pounds twice. */
function shared(text: string, found: readonly Figure[]): Figure[] {
  if (found.length < 2) return [...found];
  const result = [...found];
  const between = new RegExp(
    `^(?:\\s(?:in|at|on|during|by|for)?\\s?${cover}[${cover}\\s]*)?\\s?(?:to|and|or|–|-|,)\\s?$`,
  );
  for (let i = result.length - 2; i >= 0; i--) {
    const [first, second] = [result[i], result[i + 1]];
    if (!first || !second || !between.test(text.slice(first.to, second.from))) continue;
    if (first.kind === 'money' && second.kind === 'count') result[i + 1] = { ...second, kind: 'money' };
    if (first.kind !== 'count' || !shares.has(second.kind) || first.digits !== second.digits) continue;
    if (/\bby\s$/.test(text.slice(0, first.from))) continue;
    result[i] = { ...first, kind: second.kind, ...(second.time === undefined ? {} : { time: second.time }) };
  }
  return result;
}
