import { agendaOf, type Agenda } from '../agenda/agenda.ts';
import type { Records } from '../records/load.ts';
import { stateOn, type Deadline, type DeadlineState } from './deadline.ts';
import { deadlinesOf, reckoning } from './reckon.ts';

/** A deadline as it stands on a day. */
export interface Standing extends Deadline {
  state: DeadlineState;
}

/** A meeting with what is due before it. */
export interface Timetable {
  agenda: Agenda;
  /** In order of day; none where the meeting’s day is not known or days cannot be counted. */
  deadlines: Standing[];
  /** Why there are none. */
  none?: 'no day' | 'no calendar';
}

/** The timetables of meetings as they stand on a day; a meeting whose record cannot be read has none. */
export function timetables(records: Records, meetings: readonly string[], day: string): Timetable[] {
  return meetings.flatMap((id) => {
    const agenda = agendaOf(records, id);
    if (!agenda) return [];
    const meeting = reckoning(records, agenda);
    if (typeof meeting === 'string') return [{ agenda, deadlines: [], none: meeting }];
    const deadlines = deadlinesOf(meeting).map((deadline) => ({
      ...deadline,
      state: stateOn(deadline, day, meeting.day),
    }));
    return [{ agenda, deadlines }];
  });
}
