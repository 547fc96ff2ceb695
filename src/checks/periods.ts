import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { periodBefore } from '../records/dates.ts';
import type { Records } from '../records/load.ts';

const follows = rule(
  'review/period-does-not-follow',
  'error',
  '“Since last year” would compare with a year that is not the last.',
);

/** A review's previous period is the year before its own. */
export function checkPeriods(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const review of records.review.values()) {
    const framework = records.framework.get(review.value.framework)?.value;
    if (!framework) continue;
    // Where there is not a judgement every year, any earlier year will do.
    const yearly = framework.frequency !== 'irregular';
    const before = periodBefore(review.value.period);
    const fits = (period: string): boolean => (yearly ? period === before : period < review.value.period);
    const which = yearly ? `the year before` : 'before';
    const { previous, follows: earlier } = review.value;
    if (previous && !fits(previous.period)) {
      found.push(
        follows.at(
          review.source.at(['previous', 'period']),
          `${previous.period} is not ${which} ${review.value.period}.`,
          `Write ${yearly ? before : 'an earlier year'}, or correct the review’s own period.`,
        ),
      );
    }
    const record = earlier === undefined ? undefined : records.review.get(earlier);
    if (record && !leadsBack(records, review.id) && !fits(record.value.period)) {
      found.push(
        follows.at(
          review.source.at(['follows']),
          `\`${record.id}\` is a review of ${record.value.period}, which is not ${which} ${review.value.period}.`,
          `Name the review of ${yearly ? before : 'an earlier year'}.`,
        ),
      );
    }
  }
  return found;
}

/** Whether going back from a review leads round in a circle, which is told by itself. */
function leadsBack(records: Records, id: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; at = records.review.get(at)?.value.follows) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
