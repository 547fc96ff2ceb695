/** One thing to be done before a meeting, and by when. Days are YYYY-MM-DD. */
export interface Deadline {
  /** Its name among the meeting’s deadlines: the same from one edition of the records to the next. */
  id: string;
  /** Whether the law sets it or the council itself. */
  kind: 'law' | 'council';
  /** What is to be done: "Publish the agenda and its papers". */
  what: string;
  /** Who does it. */
  by: string;
  /** How long before: "Five clear days before the meeting". */
  rule: string;
  source: string;
  /** The day to do it on: a working day. */
  day: string;
  /** The last day that still keeps the rule; it can be a Sunday. */
  last: string;
  /** Whether days of years that the calendar does not cover were counted: the day may then be wrong. */
  outside: boolean;
  /** Whether records say when it was done. */
  tracked: boolean;
  /** The day on which it was done. */
  met?: string;
  /** Why it need not be kept, where a record gives the reason that the law asks for. */
  excused?: string;
  /** The item of the agenda that it is about. */
  item?: string;
}

/**
 * How a deadline stands on a day. `passed`: no record says whether it was kept. `not recorded`: the meeting is over, and
 * nobody wrote down when it was done.
 */
export type DeadlineState = 'met' | 'met late' | 'excused' | 'due' | 'overdue' | 'passed' | 'not recorded';

/** How a deadline stands on a day; what is done on its last day is done in time. */
export function stateOn(deadline: Deadline, day: string, meetingDay: string): DeadlineState {
  const { met, last, excused, tracked } = deadline;
  if (met !== undefined && met <= day)
    return met <= last ? 'met' : excused === undefined ? 'met late' : 'excused';
  if (excused !== undefined) return 'excused';
  if (day <= last) return 'due';
  if (!tracked) return 'passed';
  return day > meetingDay ? 'not recorded' : 'overdue';
}

/** Whether it was done before the meeting, and too late. A day after the meeting is a slip of the pen, and told as one. */
export function isLate({ met, last }: Deadline, meetingDay: string): boolean {
  return met !== undefined && met > last && met <= meetingDay;
}
