/** Numbers in words, as British papers write them: “two”, “thirty-eight”, “a hundred and fifty”. */

const ones = 'one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/**
 * A number in words below a hundred, as the source of a regular expression without groups. Short, because a long pattern
 * takes longer to compile than to look through a paper with.
 */
export const below100 =
  `(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ](?:${ones.join('|')}))?` +
  `|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|${ones.join('|')})`;

/** The same of any number in words. */
export const numberWords = `(?:(?:a hundred|${below100}(?: hundred)?)(?:(?<= hundred) and ${below100})?)`;

/**
 * True of every text that has a number or a part in words, also where signs of Markdown stand before it; of others now and
 * then. Of ages always, and of a “ten” on to which an address follows: covering those can part a word.
 */
export const anyNumberWord =
  /(?:\b|_)(?:one|two|three|four|five|six|seven|eight|nine|ninth|ten(?:th)?s?(?:(?![a-z])|www|http)|eleven|twe|thir|forty|fif|hundred|hal[fv]|quarter|age)/i;

/** True of every text that has a hundred or a part in words; of others now and then. */
export const anyHundredOrPart = /hundred|hal[fv]|third|quarter|(?:fif|six|seven|eigh|nin|ten)th/i;

/** What a number in words is; undefined where it is none. */
export function numberOf(words: string): number | undefined {
  const text = words.toLowerCase();
  const hundreds = /^(.+) hundred(?: and (.+))?$/.exec(text);
  if (hundreds) {
    const [, many = '', rest] = hundreds;
    const of = many === 'a' ? 1 : numberOf(many);
    const more = rest === undefined ? 0 : numberOf(rest);
    return of === undefined || more === undefined ? undefined : 100 * of + more;
  }
  const one = ones.indexOf(text);
  if (one >= 0) return one + 1;
  const teen = teens.indexOf(text);
  if (teen >= 0) return teen + 10;
  const [first = '', second] = text.split(/[- ]/);
  const ten = tens.indexOf(first);
  if (ten < 0) return undefined;
  const rest = second === undefined ? -1 : ones.indexOf(second);
  return second !== undefined && rest < 0 ? undefined : 10 * (ten + 2) + rest + 1;
}

const parts: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

/** The parts that fractions are said in, as the source of a regular expression without groups. */
export const partWords = `(?:${Object.keys(parts).join('|')})s?`;

/** The share that a fraction is, in per cent: 66.7 for “two” and “thirds”. */
export function shareOf(many: string, part: string): number | undefined {
  const by = parts[part.toLowerCase().replace(/s$/, '')];
  const of = /^an?$/i.test(many) || many === '' ? 1 : numberOf(many);
  return by === undefined || of === undefined ? undefined : (100 * of) / by;
}
