import type { Agenda } from '../agenda/agenda.ts';
import { lastDayForNotice, type WorkingCalendar } from '../calendar/working-days.ts';
import { leastNotice } from '../records/deadlines.ts';
import type { Records } from '../records/load.ts';
import { countsWorking } from './calendar.ts';
import type { Deadline } from './deadline.ts';
import { clearDaysBefore, type Period } from './law.ts';

/** What the deadlines of one meeting are reckoned from. */
export interface Meeting {
  agenda: Agenda;
  /** The day of the meeting. */
  day: string;
  records: Records;
  calendar: WorkingCalendar;
  /** Who sees to the agenda. */
  clerk: string;
}

/** The last day on which so many clear days’ notice can be given, and the working day to give it on. */
export function lastDay(
  meeting: Meeting,
  days: number,
  working = countsWorking(meeting.agenda.council.value),
): Last {
  const { day, office, outside } = lastDayForNotice(meeting.calendar, meeting.day, days, { working });
  return { day: office, last: day, outside };
}
/** A day to act on, and the last that keeps the rule. */
type Last = Pick<Deadline, 'day' | 'last' | 'outside'>;

/** What a deadline of the law is counted on: its few days on the council’s clear days, its many on all days. */
export function lawful(
  meeting: Meeting,
  { days, source }: Period,
): Last & Pick<Deadline, 'kind' | 'rule' | 'source'> {
  const working = days <= leastNotice && countsWorking(meeting.agenda.council.value);
  return { kind: 'law', rule: clearDaysBefore(days), source, ...lastDay(meeting, days, working) };
}
