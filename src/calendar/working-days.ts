import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { addWeeks } from 'date-fns/addWeeks';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';
import { isWeekend } from 'date-fns/isWeekend';
import { parseISO } from 'date-fns/parseISO';
import type { Calendar } from '../records/calendar.ts';
import type { Council } from '../records/council.ts';
import type { Span } from '../records/duties.ts';

/**
 * Days counted as councils count them. Every day in and out is a date as records hold it, YYYY-MM-DD; there is no
 * time of day and no time zone. Working days are Monday to Friday without bank holidays (Banking and Financial
 * Dealings Act 1971) and without the days on which the council's own offices are closed.
 */
export interface WorkingCalendar {
  /** The first and the last year whose bank holidays are known. */
  covers: { from: number; to: number };
  /** Days that are none for work beside Saturdays and Sundays. */
  holidays: ReadonlySet<string>;
}

/** A day that was counted to. */
export interface Reckoned {
  day: string;
  /** Whether days were counted of years that the calendar does not cover: the day may then be wrong. */
  outside: boolean;
}

/** A number of days that were counted. */
export interface Counted {
  days: number;
  /** Whether days were counted of years that the calendar does not cover: the number may then be wrong. */
  outside: boolean;
}

/** How days of notice are counted: every day of the week, or working days alone. */
export interface Notice {
  working: boolean;
}

/** A country's bank holidays and a council's own closed days as one calendar to count on. */
export function workingCalendar(calendar: Calendar, closed: Council['closed'] = []): WorkingCalendar {
  const days = [...calendar.holidays, ...closed].map(({ date }) => date);
  return { covers: calendar.covers, holidays: new Set(days) };
}

/** Whether the bank holidays of the day's year are known. */
export function isCovered({ covers }: WorkingCalendar, day: string): boolean {
  const year = Number(day.slice(0, 4));
  return year >= covers.from && year <= covers.to;
}

/** Whether work is done on the day, as far as the calendar knows: see {@link isCovered}. */
export function isWorkingDay(calendar: WorkingCalendar, day: string): boolean {
  return isWorked(calendar, parseISO(day));
}

/**
 * The working day that is `n` working days after a day, which itself is not counted. A negative `n` counts back;
 * 0 gives the day itself, whatever day it is.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: string, n: number): Reckoned {
  const step = Math.sign(n);
  let date = parseISO(from);
  for (let left = Math.abs(n); left > 0;) {
    date = addDays(date, step);
    if (isWorked(calendar, date)) left--;
  }
  return { day: iso(date), outside: n !== 0 && !coversAll(calendar, dayAfter(from, step), iso(date)) };
}

/**
 * The last day of a span of time that begins with an event, whose own day is not counted: "30 working days",
 * "14 days", "2 weeks", "3 months". Months end on the same day of the month, or on its last where it is shorter (31
 * January and 1 month: 28 or 29 February), which is the corresponding date rule (Dodds v Walker [1981] UKHL 3).
 */
export function addSpan(
  calendar: WorkingCalendar | undefined,
  from: string,
  span: Span,
): Reckoned | undefined {
  const start = parseISO(from);
  switch (span.unit) {
    case 'working days':
      return calendar && addWorkingDays(calendar, from, span.count);
    case 'days':
      return { day: iso(addDays(start, span.count)), outside: false };
    case 'weeks':
      return { day: iso(addWeeks(start, span.count)), outside: false };
    case 'months':
      return { day: iso(addMonths(start, span.count)), outside: false };
  }
}

/** How many working days there are after `from`, up to and with `to`; 0 where `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): Counted {
  return to > from ? workingDaysFrom(calendar, dayAfter(from), to) : { days: 0, outside: false };
}

/**
 * The clear days between two days, neither of which is counted; 0 where there are none. That notice is given in clear
 * days: Local Government Act 1972, s100B. Whether weekends and bank holidays count is the council's own setting.
 */
export function clearDays(calendar: WorkingCalendar, from: string, to: string, { working }: Notice): Counted {
  const [first, last] = [dayAfter(from), dayAfter(to, -1)];
  if (first > last) return { days: 0, outside: false };
  if (working) return workingDaysFrom(calendar, first, last);
  return { days: differenceInCalendarDays(parseISO(last), parseISO(first)) + 1, outside: false };
}

/**
 * The last lawful day for notice: the latest day from which there are `n` clear days to the event.
 * @returns `day` by the count alone, which may be a Sunday; `office`, the last working day not after it, on which
 * an office can do what the notice asks for
 */
export function lastDayForNotice(
  calendar: WorkingCalendar,
  event: string,
  n: number,
  { working }: Notice,
): Reckoned & { office: string } {
  const last = working ? addWorkingDays(calendar, event, -n) : { day: dayAfter(event, -n), outside: false };
  const day = dayAfter(last.day, -1);
  const office = isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, -1).day;
  return { day, office, outside: last.outside || !coversAll(calendar, office, day) };
}

/** Working days from `first` up to `last`, both counted. */
function workingDaysFrom(calendar: WorkingCalendar, first: string, last: string): Counted {
  const start = parseISO(first);
  const length = differenceInCalendarDays(parseISO(last), start) + 1;
  let days = 0;
  for (let i = 0; i < length; i++) if (isWorked(calendar, addDays(start, i))) days++;
  return { days, outside: !coversAll(calendar, first, last) };
}

function isWorked({ holidays }: WorkingCalendar, date: Date): boolean {
  return !isWeekend(date) && !holidays.has(iso(date));
}

/** Whether the years of both days, and so every year between them, are covered. */
function coversAll(calendar: WorkingCalendar, a: string, b: string): boolean {
  return isCovered(calendar, a) && isCovered(calendar, b);
}

function dayAfter(day: string, by = 1): string {
  return iso(addDays(parseISO(day), by));
}

function iso(date: Date): string {
  return format(date, 'yyyy-MM-dd');
}
