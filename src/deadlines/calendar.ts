import { workingCalendar, type WorkingCalendar } from '../calendar/working-days.ts';
import { calendarOf } from '../records/calendar.ts';
import type { Council } from '../records/council.ts';
import type { Records } from '../records/load.ts';

/**
 * What a council counts days of notice on: bank holidays, and the days on which its own offices are closed, as nobody can
 * inspect papers there on those. `undefined` where its calendar cannot be read.
 */
export function councilCalendar(records: Records, council: Council): WorkingCalendar | undefined {
  const calendar = records.calendar.get(calendarOf(council));
  return calendar && workingCalendar(calendar.value, council.closed);
}

/** Whether only working days count as clear days; they do where the council has not said otherwise. */
export function countsWorking({ deadlines }: Council): boolean {
  return deadlines?.clear_days !== 'all';
}
