import { itemsWith } from '../agenda/agenda.ts';
import { calendarOf, countsWorkingDays, type Calendar } from '../records/calendar.ts';
import type { Council } from '../records/council.ts';
import type { Framework } from '../records/framework.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Meeting } from '../records/meeting.ts';
import type { Report } from '../records/report.ts';
import type { Review } from '../records/review.ts';

/** The records that one paper is made from. */
export interface Joined {
  report: Entry<Report>;
  review: Entry<Review>;
  framework: Entry<Framework>;
  council: Entry<Council>;
  body: Council['bodies'][string];
  /** Last year's review, where there is a record of it. */
  previous: Entry<Review> | undefined;
  /** The reviews before it, as far back as there are records, the latest first. */
  earlier: Entry<Review>[];
  /** What working days are counted on, where the paper counts any: see {@link countsWorkingDays}. */
  calendar: Entry<Calendar> | undefined;
  /** The meeting whose agenda gives the report its item number, where the report does not say it itself. */
  meeting: Entry<Meeting> | undefined;
  /** The report's item number, where a meeting's record or the report gives one. */
  item: string | undefined;
}

/** Joins a report with the records it rests on; undefined where one of them is missing or broken. */
export function join(records: Records, reportId: string): Joined | undefined {
  const report = records.report.get(reportId);
  const review = report && records.review.get(report.value.review);
  const framework = review && records.framework.get(review.value.framework);
  const council = review && records.council.get(review.value.council);
  const body = council?.value.bodies[report?.value.body ?? ''];
  if (!report || !review || !framework || !council || !body) return undefined;
  const calendar = countsWorkingDays(framework.value)
    ? records.calendar.get(calendarOf(council.value))
    : undefined;
  if (countsWorkingDays(framework.value) && !calendar) return undefined;
  const earlier = earlierReviews(records, review);
  const agenda = report.value.item === undefined ? itemOn(records, reportId) : undefined;
  return {
    report,
    review,
    framework,
    council,
    body,
    previous: earlier[0],
    earlier,
    calendar,
    meeting: agenda?.meeting,
    item: report.value.item ?? agenda?.number,
  };
}

function earlierReviews(records: Records, review: Entry<Review>): Entry<Review>[] {
  const found: Entry<Review>[] = [];
  for (let id = review.value.follows; id !== undefined;) {
    const entry = records.review.get(id);
    // A circle is a diagnostic of its own; here it only must end.
    if (!entry || entry === review || found.includes(entry)) break;
    found.push(entry);
    id = entry.value.follows;
  }
  return found;
}

function itemOn(records: Records, reportId: string): { meeting: Entry<Meeting>; number: string } | undefined {
  for (const { agenda, item } of itemsWith(records, reportId))
    if (item.number !== undefined) return { meeting: agenda.meeting, number: item.number };
  return undefined;
}
