import { statutoryCalendar, dutiesOn, type DutyOnDay, type DutyState } from '../derive/duties.ts';
import { longDate } from '../records/dates.ts';
import type { Span } from '../records/duties.ts';
import type { Prose } from '../records/prose.ts';
import type { Joined } from './join.ts';
import { typeset } from './markdown.ts';
import { countInWords } from './words.ts';

/** A duty as a paper shows it: a row of a table, or a sentence. */
export interface DutyFact {
  id: string;
  /** As a row header: “Publish the report”. */
  name: string;
  /** What must be done, in a sentence. */
  duty: Prose;
  /** Where it is laid down, as the framework says. */
  source: string;
  /** "30 working days", "two months"; absent where no time is set. */
  within?: string;
  /** The day that the time counts from, "17 March 2025"; absent where it is not recorded. */
  after?: string;
  /** The last day on which it is met in time, "30 April 2025"; absent where that cannot be said. */
  due?: string;
  state: DutyState;
  /** The state in words for members: "Due by 30 April 2025". */
  state_words: string;
  /** The day on which it was met, "9 April 2025"; absent where it is not. */
  met_on?: string;
}

/**
 * The duties that a judgement brings the council, as they stand on a day; undefined where it brings none. Each is the
 * framework's, which names its source: e.g. that a report on children's services is published within 30 working days
 * (SI 2007/462). Working days are counted on the council's own calendar: see `src/calendar/working-days.ts`.
 * @param day YYYY-MM-DD; for a paper, `dayOf` of src/derive/day.ts
 */
export function dutiesOf(joined: Joined, day: string): DutyFact[] | undefined {
  const found = dutiesOn(day, {
    framework: joined.framework.value,
    review: joined.review.value,
    calendar: statutoryCalendar(joined.calendar?.value),
  });
  if (found.length === 0) return undefined;
  return found.map((found) => ({
    id: found.duty.id,
    name: typeset(found.duty.name),
    duty: found.duty.duty,
    source: typeset(found.duty.source),
    within: found.duty.within && spanInWords(found.duty.within),
    after: found.start && longDate(found.start.day),
    due: found.due === undefined ? undefined : longDate(found.due),
    state: found.state,
    state_words: stateInWords(found),
    met_on: found.met === undefined ? undefined : longDate(found.met),
  }));
}

/** "30 working days", "one working day", "two months". */
export function spanInWords({ count, unit }: Span): string {
  return `${countInWords(count)} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

/** How a duty stands, in words for members, without a full stop: "Overdue since 4 April 2025". */
function stateInWords({ state, due, met, duty }: DutyOnDay): string {
  const date = (day: string | undefined): string => (day === undefined ? '' : longDate(day));
  switch (state) {
    case 'met':
      return `Met on ${date(met)}`;
    case 'met late':
      return `Met on ${date(met)}, after the day it was due (${date(due)})`;
    case 'due':
      return `Due by ${date(due)}`;
    case 'overdue':
      return `Overdue since ${date(due)}`;
    case 'open':
      if (!duty.within) return 'No day is set for it';
      return duty.after === undefined
        ? `Within ${spanInWords(duty.within)}; from which day is not said`
        : 'The day it counts from is not recorded';
  }
}
