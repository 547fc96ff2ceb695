import { describe, expect, it } from 'vitest';
import { dutiesOn, type DutyOnDay } from '../../src/derive/duties.ts';
import { Duty } from '../../src/records/duties.ts';
import type { Framework } from '../../src/records/framework.ts';
import type { Review } from '../../src/records/review.ts';
import { closing, working } from '../calendar/support.ts';

type Day = NonNullable<Review['timeline']>[number];

const duty = (changes: Record<string, unknown> = {}): Duty =>
  Duty().parse({
    id: 'publish',
    name: 'Publish the report',
    duty: 'The report is published.',
    within: '30 working days',
    after: 'received',
    source: 'SI 2007/462',
    ...changes,
  });

/** How the duties of a review stand on a day; only what they are worked out from is there. */
function on(
  day: string,
  duties: Duty[],
  timeline: Partial<Day>[],
  rating?: string,
  calendar: typeof working | undefined = working,
): DutyOnDay[] {
  return dutiesOn(day, {
    framework: { duties } as Framework,
    review: { timeline, rating } as Review,
    calendar,
  });
}

// 30 working days after Monday 17 March 2025 end on Wednesday 30 April: counted in test/calendar/working-days.test.ts.
const received = { id: 'received', date: '2025-03-17' };

describe('a duty', () => {
  it.each([
    ['2025-03-17', 'due'],
    ['2025-04-29', 'due'],
    ['2025-04-30', 'due'],
    ['2025-05-01', 'overdue'],
  ])('on %s is %s', (day, state) => {
    expect(on(day, [duty()], [received])).toMatchObject([
      { state, due: '2025-04-30', start: { day: '2025-03-17', entry: 0 }, met: undefined, outside: false },
    ]);
  });

  it.each([
    ['2025-03-20', 'met'],
    ['2025-04-30', 'met'],
    ['2025-05-01', 'met late'],
  ])('that was done on %s is %s', (date, state) => {
    const done = { id: 'website', date, meets: ['publish'] };
    expect(on('2025-06-01', [duty()], [received, done])).toMatchObject([{ state, met: date }]);
  });

  it('is met by the first of the days that meet it', () => {
    const days = ['2025-05-10', '2025-04-02'].map((date, i) => ({
      id: `d${String(i)}`,
      date,
      meets: ['publish'],
    }));
    expect(on('2025-06-01', [duty()], [received, ...days])).toMatchObject([
      { state: 'met', met: '2025-04-02' },
    ]);
  });

  it('is not met yet by a day that is still to come', () => {
    const done = { id: 'website', date: '2025-04-10', meets: ['publish'] };
    expect(on('2025-04-09', [duty()], [received, done])).toMatchObject([{ state: 'due', met: undefined }]);
  });

  it('is open where no time is set, where no day is named to count from, and where that day is not recorded', () => {
    for (const changes of [{ within: undefined }, { after: undefined }, { after: 'announced' }])
      expect(on('2025-06-01', [duty(changes)], [received])).toMatchObject([
        { state: 'open', due: undefined },
      ]);
    expect(on('2025-06-01', [duty()], [])).toMatchObject([{ state: 'open', start: undefined }]);
  });

  it('can be met all the same', () => {
    const done = { id: 'website', date: '2025-04-10', meets: ['publish'] };
    expect(on('2025-06-01', [duty({ within: undefined })], [done])).toMatchObject([{ state: 'met' }]);
  });

  it('is there only for the ratings that bring it', () => {
    const plan = duty({ id: 'plan', ratings: ['inadequate'] });
    const ids = (rating: string | undefined): string[] =>
      on('2025-06-01', [duty(), plan], [received], rating).map((d) => d.duty.id);
    expect(ids('inadequate')).toEqual(['publish', 'plan']);
    expect(ids('good')).toEqual(['publish']);
    expect(ids(undefined)).toEqual(['publish']);
  });

  it('leaves out the days on which the council is closed', () => {
    // From Monday 23 December 2024: 24 is one; 27, 30 and 31 are two to four, and 2 January five.
    const from = { id: 'received', date: '2024-12-23' };
    const five = duty({ within: '5 working days' });
    expect(on('2025-01-01', [five], [from])).toMatchObject([{ due: '2025-01-02' }]);
    // Closed on those three, so 2, 3, 6 and 7 January follow the 24th.
    expect(on('2025-01-01', [five], [from], undefined, closing)).toMatchObject([{ due: '2025-01-07' }]);
  });

  it('needs no calendar for months, and is told where the calendar ends', () => {
    const months = duty({ within: '2 months' });
    expect(on('2025-04-01', [months], [received], undefined, undefined)).toMatchObject([
      { due: '2025-05-17' },
    ]);
    expect(on('2028-12-20', [duty()], [{ id: 'received', date: '2028-12-12' }])).toMatchObject([
      { outside: true },
    ]);
  });

  it('due after the last day that can be written down is open', () => {
    const late = { id: 'received', date: '9999-12-20' };
    for (const within of ['30 working days', '3 months'])
      expect(on('9999-12-21', [duty({ within })], [late])).toMatchObject([{ state: 'open', due: undefined }]);
  });
});
