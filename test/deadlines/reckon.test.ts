import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../src/agenda/agenda.ts';
import { isWorkingDay, workingCalendar } from '../../src/calendar/working-days.ts';
import { stateOn, type Deadline } from '../../src/deadlines/deadline.ts';
import { reckoning } from '../../src/deadlines/reckon.ts';
import { england } from '../calendar/support.ts';
import { deadlinesIn, recordsOf } from './support.ts';

const publish = (deadlines: readonly Deadline[]): Deadline | undefined =>
  deadlines.find(({ id }) => id === 'publish');

describe('the last lawful day for an agenda, counted by hand', () => {
  it.each([
    // Monday 1 December 2003: 28, 27, 26, 25 and 24 November are five; 22 and 23 are a weekend. Sunday the 23rd keeps the
    // rule, and Friday the 21st is the last day in the office.
    ['2003-12-01', 'working', '2003-11-23', '2003-11-21'],
    // All days: 30, 29, 28, 27 and 26 November are five; Tuesday the 25th.
    ['2003-12-01', 'all', '2003-11-25', '2003-11-25'],
    // Wednesday 7 January 2004: 6 and 5; a weekend; 2; New Year's Day; 31 and 30 make five; Monday 29 December.
    ['2004-01-07', 'working', '2003-12-29', '2003-12-29'],
    // Christmas 2003: Tuesday 30 December: 29; a weekend; 26 and 25 holidays; 24, 23, 22; a weekend; Friday 19 is the fifth.
    ['2003-12-30', 'working', '2003-12-18', '2003-12-18'],
    // Easter 2026: Thursday 9 April: 8 and 7; Monday 6 a holiday, 5 and 4 a weekend, Friday 3 a holiday; 2, 1 and 31 March.
    ['2026-04-09', 'working', '2026-03-30', '2026-03-30'],
    // All days, over Easter: 8, 7, 6, 5 and 4 April are five; Good Friday the 3rd keeps the rule, and offices are closed.
    ['2026-04-09', 'all', '2026-04-03', '2026-04-02'],
    // Tuesday 12 May 2026: 11, 8, 7, 6 and 5 May; Monday the 4th keeps the rule and is a bank holiday; Friday 1 May.
    ['2026-05-12', 'working', '2026-05-04', '2026-05-01'],
    // Christmas 2026: Tuesday 5 January 2027: 4; a weekend; New Year's Day; 31, 30, 29; Monday 28 stands in for Boxing Day, a
    // weekend with it on Saturday; Christmas Day; Thursday 24 December is the fifth.
    ['2027-01-05', 'working', '2026-12-23', '2026-12-23'],
    // Before 1 October 2002 three clear days were enough: 29, 28 and 27 May, which was worked that year; Sunday the 26th.
    ['2002-05-30', 'working', '2002-05-26', '2002-05-24'],
  ] as const)('%s, %s days: %s, in the office %s', (date, clear_days, last, day) => {
    expect(publish(deadlinesIn(recordsOf({ date }, { deadlines: { clear_days } })))).toMatchObject({
      last,
      day,
    });
  });

  it('leaves out the days on which the offices are closed', () => {
    const closed = [{ date: '2026-05-05', name: 'Offices closed' }];
    // 11, 8, 7, 6 and Friday 1 May.
    expect(publish(deadlinesIn(recordsOf({ date: '2026-05-12' }, { closed })))?.last).toBe('2026-04-30');
  });

  it('is counted in working days where the council has not said', () => {
    expect(publish(deadlinesIn(recordsOf({ date: '2003-12-01' })))?.last).toBe('2003-11-23');
  });

  it('names the law of its time, and none for executives before there were the regulations', () => {
    expect(publish(deadlinesIn(recordsOf({ date: '2003-12-01' })))?.source).toBe(
      'Local Government Act 1972, s100B(3); SI 2002/715',
    );
    expect(publish(deadlinesIn(recordsOf({ date: '2012-09-10', body: 'cabinet' })))?.source).toContain(
      'SI 2012/2089',
    );
    expect(deadlinesIn(recordsOf({ date: '2012-09-07', body: 'cabinet' })).map(({ id }) => id)).toEqual([
      'dispatch',
    ]);
  });
});

describe('what an executive has to say before', () => {
  const key = { reference: 'KD 1', notice: '2026-04-13' };
  const ids = (deadlines: readonly Deadline[]): string[] => deadlines.map(({ id }) => id);

  it('counts 28 clear days through all days of the week', () => {
    // From Monday 11 May back to Tuesday 14 April are 28 days.
    const deadlines = deadlinesIn(
      recordsOf({ body: 'cabinet', items: [{ id: 'one', title: 'One', key_decision: key }] }),
    );
    expect(deadlines[0]).toMatchObject({
      id: 'key/one',
      last: '2026-04-13',
      day: '2026-04-13',
      met: '2026-04-13',
    });
    expect(ids(deadlines)).toEqual(['key/one', 'publish']);
  });

  it('adds the general exception where it is relied on, or where 28 days were missed', () => {
    const with_ = (changes: object): string[] =>
      ids(
        deadlinesIn(
          recordsOf({
            body: 'cabinet',
            items: [{ id: 'one', title: 'One', key_decision: { ...key, ...changes } }],
          }),
        ),
      );
    expect(with_({ general_exception: 'why' })).toContain('exception/one');
    expect(with_({ notice: '2026-04-14' })).toContain('exception/one');
    expect(with_({ notice: '2026-04-14', special_urgency: 'who' })).not.toContain('exception/one');
  });

  it('asks for two notices of meeting in private, of executives only', () => {
    const exempt_items = [{ title: 'A lease' }];
    expect(ids(deadlinesIn(recordsOf({ body: 'cabinet', exempt_items })))).toEqual([
      'private',
      'publish',
      'private-further',
    ]);
    expect(ids(deadlinesIn(recordsOf({ exempt_items })))).toEqual(['publish']);
  });
});

describe('what a council sets for itself', () => {
  const items = [{ report: 'exampleshire-cqc-2026-01-13' }];

  it('is nothing where it sets nothing', () => {
    expect(deadlinesIn(recordsOf({ items })).map(({ id }) => id)).toEqual(['publish']);
  });

  it('counts working days back from the day on which the agenda goes out', () => {
    const deadlines = deadlinesIn(
      recordsOf(
        { items, date: '2026-04-28' },
        {
          deadlines: {
            notice: 7,
            clearances: ['finance', 'portfolio_holder'],
            cleared: { count: 4, unit: 'working days' },
            cleared_by: { portfolio_holder: { count: 2, unit: 'working days' } },
          },
        },
      ),
    );
    // 27, 24, 23, 22, 21, 20 and 17 April are seven; Thursday 16. Back from there: 14 two, 10 four; 7 seven, as Easter Monday the
    // 6th and Good Friday the 3rd are left out; 2 April eight, 31 March ten.
    expect(deadlines.map(({ id, day }) => `${day} ${id}`)).toEqual([
      '2026-03-31 draft',
      '2026-04-10 clearance/exampleshire-cqc-2026-01-13/finance',
      '2026-04-14 clearance/exampleshire-cqc-2026-01-13/portfolio_holder',
      '2026-04-14 final',
      '2026-04-16 dispatch',
      '2026-04-20 publish',
    ]);
  });
});

describe('deadlines on a day', () => {
  const deadline: Deadline = {
    id: 'publish',
    kind: 'law',
    what: 'x',
    by: 'x',
    rule: 'x',
    source: 'x',
    day: '2026-05-01',
    last: '2026-05-04',
    outside: false,
    tracked: true,
  };
  it.each([
    [{}, '2026-05-04', 'due'],
    [{}, '2026-05-05', 'overdue'],
    [{}, '2026-05-12', 'overdue'],
    [{}, '2026-05-13', 'not recorded'],
    [{ tracked: false }, '2026-05-05', 'passed'],
    [{ met: '2026-05-04' }, '2026-05-03', 'due'],
    [{ met: '2026-05-04' }, '2026-05-04', 'met'],
    [{ met: '2026-05-05' }, '2026-05-06', 'met late'],
    [{ met: '2026-05-05', excused: 'why' }, '2026-05-06', 'excused'],
    [{ excused: 'why' }, '2026-05-01', 'excused'],
  ] as const)('%o on %s: %s', (changes, day, state) => {
    expect(stateOn({ ...deadline, ...changes }, day, '2026-05-12')).toBe(state);
  });

  it('are none where the day of the meeting is not known', () => {
    const records = recordsOf({ date: 'unknown' });
    const agenda = agendaOf(records, 'a-meeting');
    expect(agenda && reckoning(records, agenda)).toBe('no day');
  });
});

describe('any meeting', () => {
  const calendar = workingCalendar(england);
  const day = fc
    .integer({ min: 0, max: 365 * 24 })
    .map((n) => format(addDays(new Date(2003, 0, 1), n), 'yyyy-MM-dd'));
  const all = (date: string, clear_days: 'working' | 'all' = 'working'): Deadline[] =>
    deadlinesIn(
      recordsOf(
        {
          date,
          body: 'cabinet',
          exempt_items: [{ title: 'A lease' }],
          items: [{ report: 'exampleshire-cqc-2026-01-13' }],
        },
        { deadlines: { clear_days, clearances: ['finance', 'legal'] } },
      ),
    );

  it('is never prepared on a day on which nobody works', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('working' as const, 'all' as const), (date, clear_days) => {
        for (const deadline of all(date, clear_days)) {
          expect(isWorkingDay(calendar, deadline.day), `${deadline.id} ${deadline.day}`).toBe(true);
          expect(deadline.day <= deadline.last && deadline.last < date).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is not prepared later than a later one, nor later on working days than on all days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (date, n) => {
        const later = format(addDays(new Date(`${date}T12:00:00`), n), 'yyyy-MM-dd');
        const [before, after, every] = [all(date), all(later), all(date, 'all')];
        for (const { id, last } of before) {
          const same = after.find((deadline) => deadline.id === id);
          if (same) expect(last <= same.last, id).toBe(true);
          const counted = every.find((deadline) => deadline.id === id);
          if (counted) expect(last <= counted.last, id).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
