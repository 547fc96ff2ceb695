import { pathOfInput, recordFiles } from './places.ts';
import { recordFolders } from '../records/names.ts';
import type { Survey } from './survey.ts';

const nouns = Object.keys(recordFolders) as (keyof typeof recordFolders)[];

/**
 * Records that no paper is made from can be wrong too, and a build of everything says so. Once there was nothing to
 * say of them, only what was changed since need be looked at.
 */
export class Rest {
  readonly #survey: Survey;
  readonly #now: Record<string, string>;

  constructor(survey: Survey) {
    this.#survey = survey;
    const files = nouns.flatMap((noun) => recordFiles(survey.world, noun));
    this.#now = Object.fromEntries(
      files.map((file) => [file, survey.index.hashOf(pathOfInput(survey.world, file)) ?? '']),
    );
  }

  /** The records that were changed, added or taken away since all was quiet; undefined where it never was. */
  changed(): string[] | undefined {
    const noted = this.#survey.index.noted('quiet');
    if (noted === undefined) return undefined;
    // Written by `quiet` below.
    const before = JSON.parse(noted) as Record<string, string>;
    return [...new Set([...Object.keys(before), ...Object.keys(this.#now)])].filter(
      (file) => before[file] !== this.#now[file],
    );
  }

  /** Notes that there is nothing to say of any record that is not said of a paper. */
  quiet(): void {
    this.#survey.index.note('quiet', JSON.stringify(this.#now));
  }
}
