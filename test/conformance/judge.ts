import { flavourName, type Flavour } from './flavours.ts';
import type { Validation } from './verapdf.ts';

/**
 * - `passed`: it claims what is required and keeps every claim;
 * - `failed`: a claim is missing or not kept, or the file cannot be read;
 * - `no-claim`: it claims nothing, and nothing is required, so nothing was checked.
 */
export type Outcome = 'passed' | 'failed' | 'no-claim';

export interface Verdict {
  outcome: Outcome;
  validation: Validation;
  /** Required standards that the file does not claim. */
  unclaimed: readonly Flavour[];
}

/** Judges one file by its own claims and by what the project requires. */
export function judge(validation: Validation, required: readonly Flavour[]): Verdict {
  if (validation.problem !== null) return { outcome: 'failed', validation, unclaimed: [] };
  const unclaimed = required.filter((flavour) => !validation.claims.includes(flavour));
  const kept = validation.results.every((result) => result.compliant && result.problem === null);
  // A standard that nobody held the file to is not kept: the gate must not pass by checking nothing.
  const checked = [...required, ...validation.claims].every((flavour) =>
    validation.results.some((result) => result.flavour === flavour),
  );
  if (unclaimed.length > 0 || !kept || !checked) return { outcome: 'failed', validation, unclaimed };
  return { outcome: validation.results.length === 0 ? 'no-claim' : 'passed', validation, unclaimed };
}

/** "PDF/UA-1 and PDF/A-3a". */
export function flavourNames(flavours: readonly Flavour[]): string {
  return flavours.map(flavourName).join(' and ');
}
