import type { Diagnostic } from '../diagnostics/diagnostic.ts';
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
  const diagnostic = unknown.at(
    report.source.at(['background_papers']),
    '“Background papers” is answered with `unknown`.',
    `Find out, and list them or write \`none\`. For a historic paper whose source does not say, accept it with a reason: \`accept: [{ rule: ${unknown.id}, reason: … }]\`.`,
  );
  const found = report.value.background_papers === 'unknown' ? [{ diagnostic, words: '' }] : [];
  return settle(report, found, new Set([unknown.id]));
}
