import { periodEnd } from '../records/dates.ts';
import type { Joined } from './join.ts';

/** The latest day that the records know of, YYYY-MM-DD: what the PDF's dates are set to. */
export function datedOf({ report, review }: Joined): string {
  if (report.value.meeting !== 'unknown') return report.value.meeting;
  return (
    review.value.timeline
      ?.map((t) => t.date)
      .sort()
      .at(-1) ?? periodEnd(review.value.period)
  );
}
