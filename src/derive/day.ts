import { format } from 'date-fns/format';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { parseISO } from 'date-fns/parseISO';
import { isCalendarDate, periodEnd } from '../records/dates.ts';
import type { Report } from '../records/report.ts';
import type { Review } from '../records/review.ts';

/**
 * The day of a paper, YYYY-MM-DD, on which all that is due or overdue is judged and to which the PDF's
 * dates are set: the meeting's; where that is not known, the latest day that the review tells of.
 */
export function dayOf(report: Report, review: Review): string {
  if (report.meeting !== 'unknown') return report.meeting;
  const told = review.timeline?.map((t) => t.date) ?? [];
  const announced = review.national === undefined ? undefined : latestDayOf(review.national);
  if (announced !== undefined) told.push(announced);
  return told.sort().at(-1) ?? periodEnd(review.period);
}

/** The last day that a day, a month or a year can mean: 31 May 2002 for `2002-05`; undefined for what is none of them. */
function latestDayOf(written: string): string | undefined {
  if (isCalendarDate(written)) return written;
  if (/^\d{4}$/.test(written)) return `${written}-12-31`;
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(written)) return undefined;
  return format(lastDayOfMonth(parseISO(written)), 'yyyy-MM-dd');
}
