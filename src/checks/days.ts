import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { longDate, periodEnd } from '../records/dates.ts';
import type { Records } from '../records/load.ts';

const future = rule(
  'review/after-the-meeting',
  'error',
  'The paper would tell members of something that had not happened when they met.',
);
const otherYear = rule(
  'rating/announcement-of-another-year',
  'error',
  'The national figures of another year’s announcement would stand beside this rating.',
);

/** What a review tells of happened before the paper went to members, and its announcement followed its own year. */
export function checkDays(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const report of records.report.values()) {
    const { meeting } = report.value;
    const review = records.review.get(report.value.review);
    if (!review || meeting === 'unknown') continue;
    review.value.timeline?.forEach((event, i) => {
      if (event.date <= meeting) return;
      found.push(
        future.at(
          review.source.at(['timeline', i, 'date']),
          `${longDate(event.date)} is after the meeting of ${longDate(meeting)} that ${report.source.file} is for.`,
          'Check the year of both.',
        ),
      );
    });
  }
  for (const review of records.review.values()) {
    const { national, period } = review.value;
    // Where there is not a judgement every year, an announcement counts up all that were given so far.
    if (
      national === undefined ||
      records.framework.get(review.value.framework)?.value.frequency === 'irregular'
    )
      continue;
    const end = periodEnd(period);
    const next = periodEnd(
      `${String(Number(period.slice(0, 4)) + 1)}/${String(Number(period.slice(5)) + 1)}`,
    );
    // A month or a year is compared as far as it is known.
    const known = national.length;
    if (national >= end.slice(0, known) && national <= next.slice(0, known)) continue;
    found.push(
      otherYear.at(
        review.source.at(['national']),
        `Ratings for ${period} were announced after ${longDate(end)} and within a year; \`${national}\` is not.`,
        'Name the announcement that this rating was part of, or take the entry out.',
      ),
    );
  }
  return found;
}
