import { addSpan, workingCalendar, type WorkingCalendar } from '../calendar/working-days.ts';
import type { Calendar } from '../records/calendar.ts';
import { isCalendarDate } from '../records/dates.ts';
import type { Duty } from '../records/duties.ts';
import type { Framework } from '../records/framework.ts';
import type { Review } from '../records/review.ts';

/**
 * How a duty stands on a day. `open`: nobody can say by when it must be met, as the framework sets no time or the day
 * that the time counts from is not recorded.
 */
export type DutyState = 'met' | 'met late' | 'due' | 'overdue' | 'open';

/** A duty of the council on a day. Days are YYYY-MM-DD. */
export interface DutyOnDay {
  duty: Duty;
  /** Its place among the framework's duties, from 0. */
  index: number;
  state: DutyState;
  /** The day that its time counts from, and which entry of the timeline records it. */
  start: { day: string; entry: number } | undefined;
  /** The last day on which it is met in time. */
  due: string | undefined;
  /** Whether days of years that the calendar does not cover were counted. */
  outside: boolean;
  /** The day on which it was met. */
  met: string | undefined;
}

/** What duties are worked out from. */
export interface DutySources {
  framework: Framework;
  review: Review;
  /** What the council counts working days on; needed where the framework counts any. */
  calendar: WorkingCalendar | undefined;
}

/**
 * What the time for a duty is counted on: the council's calendar of bank holidays, without the days on which its
 * own offices are closed. The law that sets the time counts these as working days (SI 2007/462, regulation 2), so a
 * council cannot lengthen its own time by closing.
 */
export function statutoryCalendar(calendar: Calendar | undefined): WorkingCalendar | undefined {
  return calendar && workingCalendar(calendar, undefined);
}

/**
 * The duties that a review brings, as they stand on a day, in the framework's order. What must be done, within what
 * time and from which day is the framework's to say; each duty there names its source. The day that time counts from is
 * itself not counted; a duty met on its last day is met in time.
 * @param day what is not known by then is not told
 */
export function dutiesOn(day: string, { framework, review, calendar }: DutySources): DutyOnDay[] {
  const timeline = review.timeline ?? [];
  return (framework.duties ?? []).flatMap((duty, index) => {
    if (!applies(duty, review.rating)) return [];
    const entry = timeline.findIndex(({ id }) => id === duty.after);
    const from = timeline[entry]?.date;
    const reckoned = from !== undefined && duty.within ? addSpan(calendar, from, duty.within) : undefined;
    // A day after the year 9999 cannot be written down, and nobody waits for it.
    const due = reckoned && isCalendarDate(reckoned.day) ? reckoned.day : undefined;
    const met = timeline
      .filter(({ meets, date }) => meets?.includes(duty.id) && date <= day)
      .map(({ date }) => date)
      .sort()[0];
    return [
      {
        duty,
        index,
        state: stateOf(day, due, met),
        start: from === undefined ? undefined : { day: from, entry },
        due,
        outside: reckoned?.outside ?? false,
        met,
      },
    ];
  });
}

/** Whether a rating brings the duty: every rating does where the framework names none. */
function applies({ ratings }: Duty, rating: string | undefined): boolean {
  return ratings === undefined || (rating !== undefined && ratings.includes(rating));
}

function stateOf(day: string, due: string | undefined, met: string | undefined): DutyState {
  if (met !== undefined) return due !== undefined && met > due ? 'met late' : 'met';
  if (due === undefined) return 'open';
  return day > due ? 'overdue' : 'due';
}
