import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import type { AgendaItem } from '../agenda/agenda.ts';
import { capital, figure } from '../compose/words.ts';
import { standingOf } from '../derive/actions.ts';
import { longDate } from '../records/dates.ts';
import type { ItemOutcome } from '../records/outcomes.ts';
import type { ActionFact } from './facts.ts';

/** What the meeting resolved that somebody does, as it stands on a day. @param day absent where none is known */
export function actionsOf(
  item: AgendaItem,
  outcome: ItemOutcome | undefined,
  day: string | undefined,
): (ActionFact & { isOpen: boolean })[] {
  return (outcome?.actions ?? []).map(({ id, action, owner, due, status = 'not started', progress }) => {
    const standing = day === undefined ? status : standingOf({ status, due }, day);
    return {
      id,
      action,
      owner,
      // A day is not parted by the end of a narrow column's line.
      due: due === undefined ? 'No date set' : longDate(due).replaceAll(' ', '\u00a0'),
      status: standing === 'overdue' ? overdueInWords(due, day) : capital(standing),
      ...(progress === undefined ? {} : { progress }),
      from: item.number === undefined ? item.title : `Item ${item.number}`,
      isOpen: status === 'not started' || status === 'under way',
    };
  });
}

function overdueInWords(due: string | undefined, day: string | undefined): string {
  if (due === undefined || day === undefined) return 'Overdue';
  const days = differenceInCalendarDays(parseISO(day), parseISO(due));
  return `Overdue by ${figure(days)} ${days === 1 ? 'day' : 'days'}`;
}
