import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { settle } from '../language/accept.ts';
import type { Entry } from '../records/load.ts';
import type { Report } from '../records/report.ts';

const unknown = rule(
  'background-papers/unknown',
  'warning',
  'The public may inspect what a report relies on, and cannot where it is not listed (Local Government Act 1972, section 100D).',
);

/** Background papers are listed, or declared to be none; or a report says why it cannot. */
export function checkBackgroundPapers(report: Entry<Report>): Diagnostic[] {
  const at = (place: Place): Diagnostic =>
    unknown.at(
      place,
      '“Background papers” is answered with `unknown`.',
      `Find out, and list them or write \`none\`. For a historic paper whose source does not say, accept it with a reason: \`accept: [{ rule: ${unknown.id}, reason: … }]\`.`,
    );
  // Historic papers accept it, and then the record need not be read once more for its lines.
  const found = report.value.background_papers === 'unknown' ? at({ file: report.source.file }) : undefined;
  return settle(report, found ? [{ diagnostic: found, words: '' }] : [], new Set([unknown.id])).map((left) =>
    left === found ? at(report.source.at(['background_papers'])) : left,
  );
}
