import type { Agenda } from '../agenda/agenda.ts';
import type { Records } from '../records/load.ts';
import { councilCalendar } from './calendar.ts';
import { lawful, type Meeting } from './counting.ts';
import type { Deadline } from './deadline.ts';
import { executiveDeadlines } from './executive.ts';
import { agendaNotice } from './law.ts';
import { ownDeadlines } from './own.ts';

/**
 * What a meeting's deadlines are reckoned from.
 * @returns why nothing can be reckoned, where the day is not known or the council’s calendar cannot be read
 */
export function reckoning(records: Records, agenda: Agenda): Meeting | 'no day' | 'no calendar' {
  const { date } = agenda.meeting.value;
  if (date === 'unknown') return 'no day';
  const calendar = councilCalendar(records, agenda.council.value);
  if (!calendar) return 'no calendar';
  const contact = agenda.meeting.value.contact ?? agenda.body.contact;
  const clerk = contact?.role ?? contact?.name ?? 'The clerk';
  return { agenda, day: date, records, calendar, clerk };
}

/** What must be done before a meeting, and by when, in order of day. */
export function deadlinesOf(meeting: Meeting): Deadline[] {
  const publishing = publishDeadline(meeting);
  return [
    ...(publishing ? [publishing] : []),
    ...executiveDeadlines(meeting),
    ...ownDeadlines(meeting, publishing),
  ].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

/** The last lawful day for the agenda and its reports; `undefined` where nothing is known of the law of that time. */
export function publishDeadline(meeting: Meeting): Deadline | undefined {
  const { agenda, day, clerk } = meeting;
  const period = agendaNotice(agenda.body.kind, day);
  if (!period) return undefined;
  const { published } = agenda.meeting.value;
  const own = agenda.items.flatMap(({ entry }) => entry ?? []);
  const urgent = own.length > 0 && own.every((entry) => entry.urgent !== undefined);
  return {
    id: 'publish',
    what: 'Publish the agenda and its papers',
    by: clerk,
    ...lawful(meeting, period),
    tracked: true,
    ...(published === undefined ? {} : { met: published }),
    ...(urgent ? { excused: 'every item is taken as a matter of urgency' } : {}),
  };
}
