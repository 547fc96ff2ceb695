import { groupBy } from '../group.ts';
import type { Secrets } from './secrets.ts';
import { asRun, folded, leastSquashed, squashedOfFolded, wordsOfFolded } from './words.ts';

/**
 * Looks for secrets in the texts of some files. However many secrets there are, a text is gone through once; and once
 * only where it stands in several places, as headings, styles and fonts do in the files of one pack.
 */
export class Search {
  readonly #runs: ReadonlyMap<string, readonly string[]>;
  readonly #short: ReadonlyMap<string, readonly string[]>;
  readonly #squashed: Beginnings;
  /** What was found in texts: where they may be read, and where only programs read them. */
  readonly #answers = [new Map<string, string | undefined>(), new Map<string, string | undefined>()] as const;

  constructor({ runs, short, squashed }: Secrets) {
    this.#runs = groupBy(runs, firstWord);
    this.#short = groupBy(short, firstWord);
    this.#squashed = beginningsOf(squashed);
  }

  /** What of the secrets stands in a text, in its folded form: a longer run before a short one. */
  find(text: string, readable: boolean): string | undefined {
    const answers = this.#answers[readable ? 0 : 1];
    if (answers.has(text)) return answers.get(text);
    const found = this.#look(text, readable);
    answers.set(text, found);
    return found;
  }

  #look(text: string, readable: boolean): string | undefined {
    const plain = folded(text);
    const words = wordsOfFolded(plain);
    return (
      inRun(this.#runs, words) ??
      (readable ? inRun(this.#short, words) : undefined) ??
      inLetters(this.#squashed, plain)
    );
  }
}

/** Runs begin with a space, a word and a space: see {@link asRun}. */
function firstWord(run: string): string {
  return run.slice(1, run.indexOf(' ', 1));
}

function inRun(runs: ReadonlyMap<string, readonly string[]>, words: readonly string[]): string | undefined {
  if (runs.size === 0) return undefined;
  let whole: string | undefined;
  let at = 0;
  for (const word of words) {
    const group = runs.get(word);
    if (group) {
      whole ??= asRun(words);
      for (const run of group) if (whole.startsWith(run, at)) return run;
    }
    at += word.length + 1;
  }
  return undefined;
}

function inLetters(runs: Beginnings, plain: string): string | undefined {
  if (runs.groups.size === 0) return undefined;
  const letters = squashedOfFolded(plain);
  for (let at = 0; at + leastSquashed <= letters.length; at++) {
    if (runs.first[firstFour(letters, at)] === 0) continue;
    const group = runs.groups.get(letters.slice(at, at + leastSquashed));
    if (group) for (const run of group) if (letters.startsWith(run, at)) return run;
  }
  return undefined;
}

/** Runs of letters by how they begin. */
interface Beginnings {
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** 1 where a run may begin with letters of that {@link firstFour}: most places in a text are passed over by it. */
  readonly first: Uint8Array;
}

function beginningsOf(runs: readonly string[]): Beginnings {
  const first = new Uint8Array(0x10000);
  for (const run of runs) first[firstFour(run, 0)] = 1;
  return { groups: groupBy(runs, (run) => run.slice(0, leastSquashed)), first };
}

/** A number below 65,536 for the four letters from a place on. */
function firstFour(letters: string, at: number): number {
  let number = 0;
  for (let i = at; i < at + 4; i++) number = Math.imul(number, 131) + letters.charCodeAt(i);
  return number & 0xffff;
}
