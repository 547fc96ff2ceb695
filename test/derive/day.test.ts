import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/derive/day.ts';
import { exampleRecords, type Slip } from '../support/records.ts';

function day(report: string, slips: readonly Slip[] = []): string {
  const records = exampleRecords(slips);
  const its = records.report.get(report)?.value;
  const review = its && records.review.get(its.review)?.value;
  if (!its || !review) throw new Error('The example has a review.');
  return dayOf(its, review);
}

describe('the day of a paper', () => {
  const durham = 'durham-2003-12-01';
  const unknown: Slip = [`data/reports/${durham}.yaml`, 'meeting: 2003-12-01', 'meeting: unknown'];

  it('is the meeting’s', () => {
    expect(day(durham)).toBe('2003-12-01');
  });

  it('is the latest day of the review’s timeline where the meeting’s is not known, in whatever order they stand', () => {
    expect(day(durham, [unknown])).toBe('2003-11-13');
    const turned: Slip = ['data/reviews/durham-2002-03.yaml', 'date: 2003-07-31', 'date: 2003-11-14'];
    expect(day(durham, [unknown, turned])).toBe('2003-11-14');
  });

  it('is not before the announcement that the review tells of, whose month alone may be known', () => {
    expect(day('derby-2002')).toBe('2002-05-31');
  });

  it('is the end of the year reviewed where the review tells of no day', () => {
    expect(day('derby-2002', [['data/reviews/derby-2001-02.yaml', 'national: 2002-05\n', '']])).toBe(
      '2002-03-31',
    );
  });
});
