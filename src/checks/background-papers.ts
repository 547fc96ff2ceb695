import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import type { Entry } from '../records/load.ts';
import type { Report } from '../records/report.ts';

const unknown = rule(
  'background-papers/unknown',
  'warning',
  'The public may inspect what a report relies on, and cannot where it is not listed (Local Government Act 1972, section 100D).',
);

/** Background papers are listed, or declared to be none. */
export function checkBackgroundPapers({ source, value }: Entry<Report>): Diagnostic[] {
  if (value.background_papers !== 'unknown') return [];
  return [
    unknown.at(
      source.at(['background_papers']),
      '“Background papers” is answered with `unknown`.',
      'Find out, and list them or write `none`. Leave it for a historic paper whose source does not say.',
    ),
  ];
}
