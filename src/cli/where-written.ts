import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * What could not be written, told by a command that has no `--out`.
 * @param choose what to choose instead; left out where the place is always the same
 */
export function withoutOut(failures: readonly Diagnostic[], choose?: string): Diagnostic[] {
  return failures.map((failure) => {
    const hint = failure.hint?.replace(
      /(, or )?choose another (?:folder|one) with --out/i,
      (_whole, or: string | undefined) => {
        if (or !== undefined) return choose === undefined ? '' : `${or}choose ${choose}`;
        return choose === undefined
          ? 'Make sure that you may write there, and run the command again'
          : `Choose ${choose}`;
      },
    );
    return { ...failure, ...(hint === undefined ? {} : { hint }) };
  });
}
