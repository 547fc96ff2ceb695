import { recordFolders } from '../records/names.ts';
import { sha256 } from '../travel/manifest.ts';
import { filesOf, type Outcome } from './outcome.ts';
import { pathOfInput, recordFiles, styleFiles } from './places.ts';
import { programName } from './program.ts';
import type { Survey } from './survey.ts';

/** What is remembered of a paper that was current. */
type Remembered = Pick<Outcome, 'report' | 'style' | 'folder' | 'draft' | 'warnings' | 'suggestions'>;

const noun = Object.keys(recordFolders) as (keyof typeof recordFolders)[];

/**
 * Everything at once: where no file of the project and of its outputs has changed since all papers were found to be
 * current, they still are, and their manifests need not be read one by one.
 */
export class Whole {
  readonly #survey: Survey;
  readonly #wanted: readonly string[];
  readonly #name: string;

  /** @param all whether everything is asked for, rather than reports by their names */
  constructor(survey: Survey, wanted: readonly string[], all: boolean) {
    this.#survey = survey;
    this.#wanted = wanted;
    const { style, kinds } = survey.asked;
    this.#name = `whole ${JSON.stringify([all, style, kinds])}`;
  }

  /** The papers as they stand, where nothing has changed. */
  recalled(): Outcome[] | undefined {
    const noted = this.#survey.index.noted(this.#name);
    if (noted === undefined) return undefined;
    // Written by `note` below.
    const { key, papers } = JSON.parse(noted) as { key: string; papers: Remembered[] };
    if (papers.length !== this.#wanted.length || this.#key(papers) !== key) return undefined;
    return papers.map((paper) => ({
      ...paper,
      state: 'current',
      files: filesOf(this.#survey, paper.folder),
      reasons: [],
      diagnostics: [],
      inputs: [],
    }));
  }

  /** Remembers that all papers are current. */
  note(outcomes: readonly Outcome[]): void {
    const papers = outcomes.map(({ report, style, folder, draft, warnings, suggestions }): Remembered => {
      return { report, style, folder, draft, warnings, suggestions };
    });
    this.#survey.index.note(this.#name, JSON.stringify({ key: this.#key(papers), papers }));
  }

  #key(papers: readonly Remembered[]): string {
    const { world, index, browser, around } = this.#survey;
    const styles = new Set(papers.map(({ style }) => style));
    const inputs = [
      ...noun.flatMap((one) => recordFiles(world, one)),
      ...new Set([...styles].flatMap((style) => styleFiles(world, style))),
    ];
    const outputs = papers.flatMap(({ folder }) => filesOf(this.#survey, folder));
    const hashes = [
      ...inputs.map((file) => `${file} ${index.hashOf(pathOfInput(world, file)) ?? ''}`),
      ...outputs.map((path) => `${path} ${index.hashOf(path) ?? ''}`),
    ];
    return sha256(JSON.stringify([programName(), browser, around, this.#wanted, hashes]));
  }
}
