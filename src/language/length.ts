import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { tooLong } from './rules.ts';

/**
 * What there is to say of the number of printed sides; undefined where they are within the style's limit.
 * `settle` tells whether the report accepts it.
 */
export function lengthDiagnostic(paperId: string, pages: number, limit: number): Diagnostic | undefined {
  if (pages <= limit) return undefined;
  return {
    ...tooLong.at(
      { file: `data/reports/${paperId}.yaml` },
      `The paper has ${String(pages)} sides; its house style allows ${String(limit)}.`,
      'Leave out what members need not decide on, or put it into an appendix of its own.',
    ),
    report: paperId,
  };
}
