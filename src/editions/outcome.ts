import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Change, Reason } from './reasons.ts';
import type { Standing, Survey } from './survey.ts';

/** What became of a paper in a build. */
export interface Outcome {
  report: string;
  style: string;
  folder: string;
  /** Who has not cleared it, in words; absent in what is no draft. */
  draft?: readonly string[] | undefined;
  /**
   * - `made`: all its files are new
   * - `noted`: its files stand as they were, and its manifest says what they would be made from now
   * - `current`: nothing was to be done
   * - `withheld`: the whole report is exempt, so that no paper for the public is made
   * - `failed`: something stopped it; earlier files stand as they were
   */
  state: 'made' | 'noted' | 'current' | 'withheld' | 'failed';
  /** Its files, absolute; none where it failed. */
  files: string[];
  reasons: Reason[];
  /** What changed in the records since its files were made; where that was asked for and can be known. */
  changes?: Change[] | undefined;
  diagnostics: Diagnostic[];
  /** The files that it was made from, where it was not stopped. */
  inputs: readonly string[];
  warnings: number;
  suggestions: number;
}

/** A paper for which nothing was to be done. */
export function leftAsItIs(survey: Survey, { report, folder, manifest }: Standing): Outcome | undefined {
  if (folder === undefined || !manifest) return undefined;
  return {
    report,
    style: manifest.style,
    folder,
    draft: manifest.draft,
    state: 'current',
    files: filesOf(survey, folder),
    reasons: [],
    diagnostics: [],
    inputs: Object.keys(manifest.inputs),
    warnings: manifest.warnings,
    suggestions: manifest.suggestions,
  };
}

/** The files of a paper that were asked for, absolute. */
export function filesOf(survey: Survey, folder: string): string[] {
  return [...survey.asked.kinds, 'manifest.json'].map((ending) => `${survey.baseOf(folder)}.${ending}`);
}
