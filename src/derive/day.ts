import { periodEnd } from '../records/dates.ts';
import type { Report } from '../records/report.ts';
import type { Review } from '../records/review.ts';

/**
 * The day of a paper, YYYY-MM-DD, on which all that is due or overdue is judged and to which the PDF's
 * dates are set: the meeting's; where that is not known, the latest day that the review tells of.
 */
export function dayOf(report: Report, review: Review): string {
  if (report.meeting !== 'unknown') return report.meeting;
  return (
    review.timeline
      ?.map((t) => t.date)
      .sort()
      .at(-1) ?? periodEnd(review.period)
  );
}
