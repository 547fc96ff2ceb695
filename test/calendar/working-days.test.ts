import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSpan,
  addWorkingDays,
  clearDays,
  isCovered,
  isWorkingDay,
  lastDayForNotice,
  workingDaysBetween,
} from '../../src/calendar/working-days.ts';
import { closing, working } from './support.ts';

describe('working days after an event, counted by hand', () => {
  it.each([
    // Easter 2000: Thursday 20 April; 21 Good Friday, 24 Easter Monday; 25 to 28 are four; 1 May is a bank holiday.
    ['2000-04-20', 1, '2000-04-25'],
    ['2000-04-20', 4, '2000-04-28'],
    ['2000-04-20', 5, '2000-05-02'],
    // Golden Jubilee: Friday 31 May 2002; 3 and 4 June are holidays. 27 May, the usual day, was worked.
    ['2002-05-31', 1, '2002-06-05'],
    ['2002-05-24', 1, '2002-05-27'],
    // Royal wedding: Thursday 28 April 2011; Friday 29 the wedding, Monday 2 May the bank holiday.
    ['2011-04-28', 1, '2011-05-03'],
    // Diamond Jubilee: Friday 1 June 2012; 4 and 5 June are holidays.
    ['2012-06-01', 1, '2012-06-06'],
    // Christmas 2015: Friday 25; Boxing Day was a Saturday, so Monday 28 stood in for it.
    ['2015-12-24', 1, '2015-12-29'],
    // VE Day: in 2020 Monday 4 May was worked and Friday 8 was not.
    ['2020-05-01', 1, '2020-05-04'],
    ['2020-05-07', 1, '2020-05-11'],
    // Christmas 2021: Saturday and Sunday; 27 and 28 stood in; 24, 29, 30, 31; 3 January stood in for New Year's Day.
    ['2021-12-23', 1, '2021-12-24'],
    ['2021-12-23', 2, '2021-12-29'],
    ['2021-12-23', 5, '2022-01-04'],
    // Christmas 2022: Sunday; Monday 26 Boxing Day, Tuesday 27 stood in; 28, 29, 30; Monday 2 January stood in.
    ['2022-12-23', 1, '2022-12-28'],
    ['2022-12-23', 4, '2023-01-03'],
    // Easter 2024: Wednesday 27 March, 28 is one; 29 Good Friday, 1 April Easter Monday; Tuesday 2 April is two.
    ['2024-03-27', 2, '2024-04-02'],
    // 30 days from Friday 28 February 2025, no holiday among them: six weeks of five, so Friday 11 April.
    ['2025-02-28', 30, '2025-04-11'],
    // From Monday 17 March 2025: 4 to Friday 21, 9 to 28, 14 to 4 April, 19 to 11, 23 to Thursday 17; Good Friday and
    // Easter Monday; 27 to Friday 25 April; 28, 29 and 30 April make 30.
    ['2025-03-17', 30, '2025-04-30'],
    // And on: 32 to 2 May; 5 May a holiday; 36 to 9, 41 to 16, 46 to 23 May; 26 a holiday; 50 to 30 May; 55, 60, 65 to
    // 20 June; 70 on Friday 27 June.
    ['2025-03-17', 70, '2025-06-27'],
    // From a Saturday the first is the Monday.
    ['2025-03-15', 1, '2025-03-17'],
    // Back: five before Tuesday 22 April 2025 are 17, 16, 15, 14 and 11 April.
    ['2025-04-22', -5, '2025-04-11'],
    ['2025-04-20', 0, '2025-04-20'],
  ])('%s and %i working days: %s', (from, n, day) => {
    expect(addWorkingDays(working, from, n)).toEqual({ day, outside: false });
  });

  it('leaves out the days on which the council is closed', () => {
    // Tuesday 24 December 2024; 25, 26; closed 27, 30 and 31; 1 January; so Thursday 2 January.
    expect(addWorkingDays(closing, '2024-12-24', 1).day).toBe('2025-01-02');
    expect(addWorkingDays(working, '2024-12-24', 1).day).toBe('2024-12-27');
  });
});

describe('spans', () => {
  it.each([
    ['2025-03-17', 30, 'working days', '2025-04-30'],
    ['2025-03-17', 14, 'days', '2025-03-31'],
    ['2025-03-17', 2, 'weeks', '2025-03-31'],
    ['2025-03-17', 3, 'months', '2025-06-17'],
    // A month's end: 2003 is no leap year, 2004 is one.
    ['2003-01-31', 1, 'months', '2003-02-28'],
    ['2004-01-31', 1, 'months', '2004-02-29'],
    ['2003-11-30', 3, 'months', '2004-02-29'],
    // Dodds v Walker: from 30 September four months end on 30 January.
    ['1978-09-30', 4, 'months', '1979-01-30'],
    // The clocks change on 30 March and 26 October 2025.
    ['2025-03-29', 2, 'days', '2025-03-31'],
    ['2025-10-25', 1, 'weeks', '2025-11-01'],
  ] as const)('%s and %i %s: %s', (from, count, unit, day) => {
    expect(addSpan(working, from, { count, unit })).toEqual({ day, outside: false });
  });

  it('need a calendar for working days alone', () => {
    expect(addSpan(undefined, '2025-03-17', { count: 1, unit: 'working days' })).toBeUndefined();
    expect(addSpan(undefined, '2025-03-17', { count: 1, unit: 'days' })?.day).toBe('2025-03-18');
  });
});

describe('clear days', () => {
  it.each([
    // To Monday 1 December 2003 from Tuesday 25 November: 26 to 30, of which 26, 27 and 28 are working days.
    ['2003-11-25', '2003-12-01', 5, 3],
    // To Tuesday 22 April 2025 from Thursday 10: 11 to 21, eleven days; working: 11, 14, 15, 16, 17.
    ['2025-04-10', '2025-04-22', 11, 5],
    ['2025-04-10', '2025-04-11', 0, 0],
    ['2025-04-10', '2025-04-10', 0, 0],
    ['2025-04-11', '2025-04-10', 0, 0],
  ])('from %s to %s: %i, and %i working', (from, to, days, workdays) => {
    expect(clearDays(working, from, to, { working: false })).toEqual({ days, outside: false });
    expect(clearDays(working, from, to, { working: true })).toEqual({ days: workdays, outside: false });
  });

  it.each([
    // Five clear days before Monday 1 December 2003 are 26 to 30 November: notice on Tuesday 25.
    ['2003-12-01', 5, false, '2003-11-25', '2003-11-25'],
    // Working: 28, 27, 26, 25 and Monday 24, so Sunday 23 by the count, and the office's last day is Friday 21.
    ['2003-12-01', 5, true, '2003-11-23', '2003-11-21'],
    // Before Tuesday 22 April 2025, over Easter: 17, 16, 15, 14, 11; notice on Thursday 10.
    ['2025-04-22', 5, true, '2025-04-10', '2025-04-10'],
    // Before Wednesday 8 January 2025: 7, 6, 3, 2 January and 31 December; notice on Monday 30 December.
    ['2025-01-08', 5, true, '2024-12-30', '2024-12-30'],
    // 28 clear days before Wednesday 8 January 2025 begin on 11 December; notice on Tuesday 10.
    ['2025-01-08', 28, false, '2024-12-10', '2024-12-10'],
    // Five clear days before Saturday 26 April 2025: 21 to 25; 20 is Easter Sunday, and the last day at work Thursday 17.
    ['2025-04-26', 5, false, '2025-04-20', '2025-04-17'],
  ])('before %s, %i clear days (working: %s): by %s, at the office by %s', (event, n, only, day, office) => {
    expect(lastDayForNotice(working, event, n, { working: only })).toEqual({ day, office, outside: false });
  });
});

describe('years that the calendar does not cover', () => {
  it.each([
    ['2028-12-29', 1, true], // Monday 1 January 2029
    ['2028-12-28', 1, false], // Friday 29 December
    ['1999-12-31', 1, false], // 1 January 2000 is the first day counted, Saturday; 3 a holiday; Tuesday 4
    ['1999-12-30', 1, true], // Friday 31 December 1999, which was a bank holiday that it does not know
    ['2000-01-04', -1, true],
    ['2035-06-01', 3, true],
  ])('%s and %i working days: %s', (from, n, outside) => {
    expect(addWorkingDays(working, from, n).outside).toBe(outside);
  });

  it('are told of everything that was counted in them', () => {
    expect(isCovered(working, '1999-12-31')).toBe(false);
    expect(isCovered(working, '2000-01-01')).toBe(true);
    expect(workingDaysBetween(working, '2028-12-20', '2029-01-10').outside).toBe(true);
    expect(clearDays(working, '2028-12-20', '2029-01-10', { working: true }).outside).toBe(true);
    expect(clearDays(working, '2028-12-20', '2029-01-10', { working: false }).outside).toBe(false);
    expect(lastDayForNotice(working, '2000-01-05', 5, { working: true }).outside).toBe(true);
    expect(lastDayForNotice(working, '2029-01-10', 5, { working: false }).outside).toBe(true);
  });

  it('and days beyond what four digits can write end the count all the same', () => {
    expect(addWorkingDays(working, '9999-12-30', 30).outside).toBe(true);
    expect(workingDaysBetween(working, '9999-12-01', '9999-12-31').days).toBe(22);
  });
});

describe('whatever the days', () => {
  const first = new Date(2001, 0, 1);
  const day = fc.integer({ min: 0, max: 9600 }).map((n) => format(addDays(first, n), 'yyyy-MM-dd'));
  const calendar = fc.constantFrom(working, closing);
  const n = fc.integer({ min: 1, max: 120 });

  it('a count never ends on a weekend, a holiday or a closed day', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: -120, max: 120 }), (c, from, count) => {
        const { day: reached } = addWorkingDays(c, from, count);
        if (count !== 0) expect(isWorkingDay(c, reached)).toBe(true);
        expect(c.holidays.has(reached) && count !== 0).toBe(false);
      }),
    );
  });

  it('counting on and then back comes to where it began, from a working day', () => {
    fc.assert(
      fc.property(calendar, day, n, (c, from, count) => {
        const start = addWorkingDays(c, from, 1).day;
        expect(addWorkingDays(c, addWorkingDays(c, start, count).day, -count).day).toBe(start);
      }),
    );
  });

  it('what is added is what lies between, and counting on in two steps is the same as in one', () => {
    fc.assert(
      fc.property(calendar, day, n, n, (c, from, a, b) => {
        const reached = addWorkingDays(c, from, a).day;
        expect(workingDaysBetween(c, from, reached).days).toBe(a);
        expect(addWorkingDays(c, reached, b).day).toBe(addWorkingDays(c, from, a + b).day);
      }),
    );
  });

  it('a later start or a longer count never ends earlier', () => {
    fc.assert(
      fc.property(calendar, day, day, n, (c, a, b, count) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const end = addWorkingDays(c, early, count).day;
        expect(end <= addWorkingDays(c, late, count).day).toBe(true);
        expect(end < addWorkingDays(c, early, count + 1).day).toBe(true);
      }),
    );
  });

  it('the last day for notice leaves the clear days asked for, and the next day does not', () => {
    const kinds = fc.record({ working: fc.boolean() });
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 40 }), kinds, (c, event, count, kind) => {
        const { day: last, office } = lastDayForNotice(c, event, count, kind);
        const next = format(addDays(new Date(`${last}T12:00`), 1), 'yyyy-MM-dd');
        expect(clearDays(c, last, event, kind).days).toBe(count);
        expect(clearDays(c, next, event, kind).days).toBe(count - 1);
        expect(isWorkingDay(c, office)).toBe(true);
        expect(office <= last && workingDaysBetween(c, office, last).days === 0).toBe(true);
      }),
    );
  });

  it('a closed day or a holiday more never brings the end nearer', () => {
    fc.assert(
      fc.property(day, n, (from, count) => {
        expect(addWorkingDays(working, from, count).day <= addWorkingDays(closing, from, count).day).toBe(
          true,
        );
      }),
    );
  });
});
