import { agendaOf } from '../agenda/agenda.ts';
import { longDate } from '../records/dates.ts';
import type { Records } from '../records/load.ts';
import { actionsOf } from './actions.ts';
import type { ActionFact, MattersArisingFacts } from './facts.ts';

/** What arises from the meeting before, as it stands on the day of a meeting. */
export interface MattersArising {
  /** The meeting before. */
  previous: string;
  /** Its day, YYYY-MM-DD; absent where it is not known. */
  held?: string;
  /** Actions that are neither done nor stopped; those past their day are called overdue. */
  open: ActionFact[];
  /** What was done or stopped since. */
  closed: ActionFact[];
}

/**
 * Actions that the meeting before resolved. Those of items that were taken in private are not among them: the paper is for
 * the public.
 * @returns nothing where there was no meeting before, or its record cannot be read
 */
export function mattersArising(records: Records, meeting: string): MattersArising | undefined {
  const value = records.meeting.get(meeting)?.value;
  const before = value?.previous === undefined ? undefined : agendaOf(records, value.previous);
  if (!value || !before) return undefined;
  const day = value.date === 'unknown' ? undefined : value.date;
  const { outcomes, date } = before.meeting.value;
  const all = before.items
    .filter(({ part }) => part === 'public')
    .flatMap((item) => actionsOf(item, outcomes?.[item.id], day));
  const those = (open: boolean): ActionFact[] =>
    all.flatMap(({ isOpen, ...action }) => (isOpen === open ? [action] : []));
  return {
    previous: before.meeting.id,
    ...(date === 'unknown' ? {} : { held: date }),
    open: those(true),
    closed: those(false),
  };
}

/** The same for the wordings of a house style; nothing where nothing arises. */
export function mattersArisingFacts(records: Records, meeting: string): MattersArisingFacts | undefined {
  const agenda = agendaOf(records, meeting);
  const arising = mattersArising(records, meeting);
  if (!agenda || !arising || arising.open.length + arising.closed.length === 0) return undefined;
  const { open, closed, held } = arising;
  const { date } = agenda.meeting.value;
  return {
    council: { name: agenda.council.value.name },
    body: { name: agenda.body.name },
    previous: held === undefined ? 'a day that is not recorded' : longDate(held),
    day: date === 'unknown' ? 'a day that is not recorded' : longDate(date),
    ...(open.length === 0 ? {} : { open }),
    ...(closed.length === 0 ? {} : { closed }),
  };
}
