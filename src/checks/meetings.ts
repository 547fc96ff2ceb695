import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { agendaOf, type Agenda } from '../agenda/agenda.ts';
import type { Meeting } from '../deadlines/counting.ts';
import { reckoning } from '../deadlines/reckon.ts';
import type { Deadline } from '../deadlines/deadline.ts';
import { longDate } from '../records/dates.ts';
import type { Records } from '../records/load.ts';

/** The agendas of all meetings that can be made out, in the order of their names. */
export function agendas(records: Records): Agenda[] {
  return [...records.meeting.keys()].flatMap((id) => agendaOf(records, id) ?? []);
}

/** Those whose deadlines can be reckoned. */
export function reckonedMeetings(records: Records): Meeting[] {
  return agendas(records).flatMap((agenda) => {
    const meeting = reckoning(records, agenda);
    return typeof meeting === 'string' ? [] : [meeting];
  });
}

/** "Monday 3 March 2025": whoever counts days wants to know which day of the week it is. */
export function dayOfWeek(day: string): string {
  return format(parseISO(day), 'EEEE d MMMM yyyy');
}

/** "The last lawful day is Monday 3 March 2025: five clear days before the meeting of 11 March 2025 (…)." */
export function lastLawful({ day }: Meeting, { last, rule, source }: Deadline): string {
  return `The last lawful day is ${dayOfWeek(last)}: ${rule.toLowerCase()} of ${longDate(day)} (${source}).`;
}
