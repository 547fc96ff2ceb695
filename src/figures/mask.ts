/**
 * Figures that claim no measurement: days, years, periods, times, ages, what sections and paragraphs are called, the law,
 * names, telephone numbers, addresses. They are covered, letter for letter, before figures are read.
 */

/** Stands for a letter that is not to be read. */
export const cover = '\uFFFC';

const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?';
const nth = '(?:st|nd|rd|th)?';
/** A figure that goes on, or has a unit, is a claim. */
const noUnit = '(?![\\d.,]*\\d|\\s?%|\\s?per\\s?cent\\b|\\s?percent)';
const reference = `\\d+(?:\\.\\d+)*[A-Za-z]{0,2}(?:\\(\\w{1,4}\\))*`;
const labels = [
  '(?:sub-?)?sections?|ss?|(?:sub-?)?para(?:graph)?s?|pages?|pp?|tables?|figures?|figs?|charts?|graphs?|parts?|schedules?|sch',
  'appendix|appendices|annex(?:es)?|items?|minutes?|articles?|art|regulations?|regs?|rules?|clauses?|chapters?|ch|volumes?|vols?',
  'recommendations?|options?|questions?|notes?|footnotes?|lines?|rows?|columns?|versions?|steps?|phases?|levels?|stages?|grades?',
  'bands?|tiers?|class|category|categories|types?|groups?|papers?|wards?|zones?|routes?|forms?|lots?|rooms?|floors?|junctions?',
  'nos?|numbers?|ref(?:erence)?|outcomes?|objectives?|priority|priorities|standards?|themes?|goals?|milestones?|box(?:es)?|slides?',
  'acts?|directives?|extension|ext|tel|telephone|phone|fax|year|quarter|week|day|month|score|scored|rating|rated|statements?',
  'principles?|domains?|criteri(?:on|a)|targets?|indicators?|measures?|actions?|judgements?|orders?|circulars?|agenda',
].join('|');
/** Words that stand before a figure without being part of a name, also where they begin with a capital. */
const plainWords =
  'A|About|After|All|Almost|Although|An|And|Another|Approximately|Around|As|At|Because|Before|Between|But|By|During|Every|Exactly|For|From|If|In|Into|Its|Just|Least|Less|More|Nearly|No|Not|Of|On|Only|Or|Our|Out|Over|Roughly|Since|So|Some|Than|That|The|Their|Then|There|These|This|Those|To|Under|Until|Up|Were|When|Where|Whereas|While|With|Within';
const people =
  '(?:people|adults?|children|those|anyone|everyone|men|women|babies|residents|persons|carers|leavers|tenants|pupils|students|patients|boys|girls)';
const age = '(?:\\d{1,3}|[a-z]+(?:-[a-z]+)?)';

/** Patterns that can only be found in a text in which the first, a short one, is found: making them takes longest. */
type Covers = readonly [where: RegExp, what: () => readonly RegExp[]];

/** In the order in which they are tried: what one has covered no later one reads. */
const covers: readonly Covers[] = [
  // What prose quotes is covered before; addresses, mail, the telephone.
  [/:\/\/|www/i, () => [/(?:https?:\/\/|www\.)[^\s)>\]]+/gi]],
  [/@/, () => [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g]],
  [/0\d|\+44/, () => [/(?:\+44[\s()0]*|\(?\b0)\d[\d\s()-]{5,}\d\b/g, /(?<![\d.,])0\d+\b/g]],
  // Days, times, years, periods.
  [/\d{4}-\d/, () => [/\b\d{4}-\d{2}(?:-\d{2})?\b/g]],
  [
    /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec).*\d|\d.*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/s,
    () => [
      new RegExp(
        `\\b\\d{1,2}${nth}(?:\\s?(?:–|-|to|and|or|,)\\s?\\d{1,2}${nth})*\\s(?:of\\s)?${months}(?:,?\\s\\d{4}\\b)?`,
        'g',
      ),
      new RegExp(`\\b${months}\\s\\d{1,2}${nth}\\b,?\\s\\d{4}\\b`, 'g'),
      new RegExp(`\\b${months}\\s\\d{1,2}${nth}\\b${noUnit}(?!\\s\\p{Ll})`, 'gu'),
    ],
  ],
  [
    /\d\s?(?:[ap]\.?m|noon|o.clock)/i,
    () => [
      /\b\d{1,2}(?:[.:]\d{2})?(?:\s?(?:–|-|to)\s?\d{1,2}(?:[.:]\d{2})?)?\s?(?:am|pm|a\.m\.|p\.m\.|noon|o[’']clock)(?![\p{L}])/giu,
    ],
  ],
  [/\d:\d/, () => [/\b\d{1,2}:\d{2}\b/g]],
  [
    /\d{4}/,
    () => [
      new RegExp(
        `(?<![£€$.,\\d])\\b(?:1[5-9]|2[01])\\d{2}(?:\\s?[/–-]\\s?\\d{2,4})?(?:s\\b|\\s?[HQ][1-4]\\b)?${noUnit}(?!\\w)`,
        'g',
      ),
    ],
  ],
  [/\d\s?\//, () => [/\d+(?:\s?\/\s?\d+)+/g]],
  // Ages.
  [
    /\bage/i,
    () => [
      new RegExp(
        `\\bage[sd]?\\s(?:of\\s|between\\s|from\\s|over\\s|under\\s)*${age}(?:\\s?(?:to|and|or|–|-)\\s?(?:over|under|above|below|more|older|younger|\\d{1,3}))*`,
        'gi',
      ),
    ],
  ],
  [/\ds/i, () => [/\b(?:under|over)[-\s]\d{1,2}s\b/gi]],
  [/\d[-\s]year/i, () => [/\b\d{1,2}(?:-?\s?(?:to|–|-|and|or)\s?\d{1,2})?[-\s]years?[-\s]olds?\b/gi]],
  [/\d\s(?:and|or)/i, () => [/\b\d{1,3}\s(?:and|or)\s(?:over|above|under|older|younger)\b/gi]],
  [/\d\+/, () => [/\b\d{1,3}\+/g]],
  [
    /(?:over|under|above|below)\s\d/i,
    () => [
      new RegExp(
        `(?<=\\b${people}\\s)(?:who are\\s)?(?:over|under|above|below)\\s\\d{1,2}\\b(?!\\.\\d)${noUnit}`,
        'gi',
      ),
    ],
  ],
  [
    /(?:turn|until|past).*\d/is,
    () => [/\b(?:turn(?:s|ed|ing)?|until|past)\s\d{1,2}\b(?=\s*(?:[.,;:)]|$))/gi],
  ],
  [/\bat \d/, () => [/\bat (?:16|17|18|19|20|21|25)\b(?=\s*(?:[.,;:)]|$))/g]],
  [
    /\d\s?(?:to|–|-)\s?\d/i,
    () => [
      /(?<!\b(?:from|between|of|by)\s)\b\d{1,2}\s?(?:to|–|-)\s?\d{1,2}\b(?=\s*(?:[.,;:)]|$|(?:and|or|in|at|who|with)\b))(?!\s?[.,]\d)/gi,
    ],
  ],
  // What parts of papers and of the law are called.
  [
    /\d\sof\s\d/i,
    () => [new RegExp(`\\b(?:pages?|bands?|parts?|steps?|stages?|phases?)\\s\\d+\\sof\\s\\d+\\b`, 'gi')],
  ],
  [
    /[a-z]\.?\s?\d/i,
    () => [
      new RegExp(
        `\\b(?:${labels})\\b\\.?\\s?(?:nos?\\.?\\s|numbers?\\s)?${reference}${noUnit}(?!\\s(?:out of|of)\\b)(?:,?\\s?(?:and|or|to|&|–|-|,)\\s?${reference}${noUnit})*`,
        'gi',
      ),
      /\b(?:section|article|regulation|paragraph)s?\s\d+\w*/gi,
    ],
  ],
  [/§/, () => [/§\s?\d+\w*/g]],
  [/\d\)/, () => [/\(\d{1,3}\)/g]],
  [/\d[.)]/, () => [/^\(?\d{1,3}[.)](?=\s|$)/g, /\d+(?:\.\d+){2,}/g]],
  // Names, ordinal numbers, and what is half letters.
  [/\d(?:st|nd|rd|th)/i, () => [/\b\d+(?:st|nd|rd|th)\b/gi]],
  [/[^\s\d!-,./:-@]-?\d/, () => [/[\p{L}_]+[-–]?\d[\p{L}\d]*/gu]],
  [/\d[^\s\d!-/:-@]/, () => [/(?<![\p{L}\d.,])\d+(?:[.,]\d+)*(?!(?:m|bn|k|pc|p|pp|ppts?)\b)\p{L}+/gu]],
  [
    /\d-[a-z]/i,
    () => [/\b\d+-(?:point|bed|bedroom|storey|page|strong|fold|way|seat|seater|mile|metre|place|part)\b/gi],
  ],
  [
    /\d.*(?:Street|Road|Lane|Avenue|Close|Drive|Square|Place|Way|Hill|Court|Gardens|House)/s,
    () => [
      /\b\d+[a-z]?(?:[–-]\d+)?\s(?:\p{Lu}[\p{L}’']+\s){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Square|Place|Way|Hill|Court|Gardens|House)\b/gu,
    ],
  ],
  [
    /(?![a-z])\S\S*\s\d/,
    () => [
      new RegExp(
        `(?<=\\S\\s)(?!(?:${plainWords})\\b)\\b\\p{Lu}[\\p{L}’']*\\s\\d+(?:\\.\\d+)*\\b${noUnit}`,
        'gu',
      ),
      new RegExp(`\\b\\p{Lu}{2,}\\s\\d+(?:\\.\\d+)*\\b${noUnit}`, 'gu'),
    ],
  ],
  // What a rate is so many of, and periods that are parts.
  [
    /\b(?:per|every|each)\s/i,
    () => [
      /(?<=\b(?:per|for every|for each|in every|of every)\s)(?:\d[\d,]*|a?\s?(?:hundred|thousand|million))\b/gi,
    ],
  ],
  [
    /half|quarter/i,
    () => [/\b(?:first|second|third|last|latter|next|this|each|every)\s(?:\p{L}+\s)?(?:half|quarter)\b/giu],
  ],
];

/** The patterns that were needed before, by their place among them all. */
const made: (readonly RegExp[])[] = [];

/** A text with everything covered that looks like a figure and claims nothing. As long as it was. */
export function covered(text: string): string {
  let left = text;
  let digits = /\d/.test(left);
  for (const [i, [where, what]] of covers.entries()) {
    if ((!digits && where.source.includes('\\d')) || !where.test(left)) continue;
    const before = left;
    for (const pattern of (made[i] ??= what()))
      left = left.replaceAll(pattern, (all) => cover.repeat(all.length));
    if (left !== before) digits = /\d/.test(left);
  }
  return left;
}
