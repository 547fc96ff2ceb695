import { textsOf, toldBy, type Source, type Told } from './told.ts';
import { asRun, leastSquashed, sentencesIn, squashed, wordsIn } from './words.ts';

/**
 * What must not be found in files for the public: every exempt sentence as a whole, every run of five words in one, and
 * what tells a secret by itself, such as a name or a sum of money. What the public may read anyway is no secret.
 */
export interface Secrets {
  /** Whole sentences and runs of words; looked for in everything, however it is written. */
  readonly runs: readonly string[];
  /** The longer of them without their spaces, so that it does not matter where these stand. */
  readonly squashed: readonly string[];
  /** Single words and figures, and short runs; looked for in text that somebody may read. */
  readonly short: readonly string[];
}

/** Words in a run that is looked for. */
const runLength = 5;

/** Words that PDF and HTML files hold whatever is printed. */
const machinery =
  'adobe pdf xmp ua iso chromium skia scrutineer rgb srgb color colour page pages contents document figure table figures tables ' +
  'span sect div link part art caption note annot outline title author creator producer subject keywords date report item';

/**
 * What must not reach the public of some papers.
 * @param boilerplate texts of house styles, which are in every paper
 * @param others texts that somebody else has published: a run of ordinary words that stands in them too tells nothing,
 * while a name, a sum or a whole sentence does
 */
export function secretsOf(
  sources: readonly Source[],
  boilerplate: Iterable<string> = [],
  others: Iterable<string> = [],
): Secrets {
  const papers = sources.flatMap(({ paper }) => textsOf(paper));
  return secretsIn(sources.map(toldBy), [...papers, ...boilerplate], others);
}

/**
 * The same for anything that was told.
 * @param printed texts of papers and of house styles, which the public may read
 */
export function secretsIn(
  told: readonly Told[],
  printed: readonly string[],
  others: Iterable<string> = [],
): Secrets {
  const exempt = told.flatMap((one) => one.exempt);
  const records = told.flatMap((one) => one.open);
  // What a sentence in a record says may be said again; that a paper says it could be the very leak.
  const said = new Corpus(records);
  const anywhere = new Corpus([...records, ...printed, machinery]);
  const elsewhere = new Corpus([...others]);

  const runs = new Set<string>();
  const short = new Set<string>();
  const note = (words: readonly string[], open: Corpus): void => {
    if (words.length === 0 || open.has(words)) return;
    (words.length < runLength ? short : runs).add(asRun(words));
  };
  for (const text of exempt) {
    for (const sentence of sentencesIn(withoutMarkdown(text))) {
      const words = wordsIn(sentence);
      note(words, words.length < runLength ? anywhere : said);
      for (let i = 0; i + runLength <= words.length; i++) {
        const run = words.slice(i, i + runLength);
        if (!elsewhere.has(run)) note(run, anywhere);
      }
      for (const telling of tellingIn(sentence)) note(wordsIn(telling), anywhere);
    }
  }
  const all = [...runs];
  return {
    runs: all,
    squashed: [...new Set(all.map(squashed))].filter((run) => run.length >= leastSquashed),
    short: [...short],
  };
}

/** Text that the public may read, to be asked for runs of words. */
class Corpus {
  readonly #texts: readonly string[];
  #whole: string | undefined;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  has(words: readonly string[]): boolean {
    // A sign that is no word stands between texts, so that no run goes over from one into the next.
    this.#whole ??= this.#texts.map((text) => asRun(wordsIn(text))).join('|');
    return this.#whole.includes(asRun(words));
  }
}

/** Signs of Markdown that are not printed; what a link leads to is kept, as it is published with its words. */
function withoutMarkdown(text: string): string {
  return text.replaceAll(/[*_`\\]+/g, '').replaceAll(/\]\(([^()\s]*)\)/g, ' $1 ');
}

const month = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** What is telling by itself: see {@link tellingIn}. */
const telling = [
  // £1.2m, £1,234.50, €40 million
  /[£€$]\s?\p{N}[\p{N}.,]*(?:\s?(?:k|m|bn|thousand|million|billion)\b)?/giu,
  // 38.5%, 12 per cent
  /\p{N}[\p{N}.,]*(?:%|\s?per\s?cent\b)/giu,
  // 1,234 and 20431877; years and small numbers stand in every paper.
  /\b\p{N}{1,3}(?:,\p{N}{3})+(?:\.\p{N}+)?\b|\b\p{N}{5,}\b/gu,
  // 14 redundancies
  /\b\p{N}+\s\p{L}{4,}/gu,
  // 3 March 2026
  new RegExp(`\\b\\p{N}{1,2}\\s(?:${month})(?:\\s\\p{N}{4})?\\b`, 'gu'),
  // AB-2026/17, SW1A 2AA, jane.doe@example.org
  /\b(?=[\p{L}\p{N}/-]*\p{N})(?=[\p{L}\p{N}/-]*\p{Lu})[\p{Lu}\p{N}][\p{L}\p{N}]*(?:[/-][\p{L}\p{N}]+)*\b/gu,
  /\S+@\S+\.\p{L}+/gu,
  // Acme Holdings, O’Brien; not the first word of a sentence, which is a name only where others follow.
  /(?<=\S\s)\p{Lu}[\p{L}’'-]{2,}(?:\s(?:of\s|and\s|&\s)?\p{Lu}[\p{L}’'-]+)*/gu,
  /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)+/gu,
];

/** Names, sums of money, figures with their unit, days, references and addresses in a sentence. */
function tellingIn(sentence: string): string[] {
  return telling.flatMap((pattern) => [...sentence.matchAll(pattern)].map(([found]) => found));
}
