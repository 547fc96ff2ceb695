import { join } from 'node:path';
import { workingCalendar } from '../../src/calendar/working-days.ts';
import { Calendar } from '../../src/records/calendar.ts';
import { readYaml } from '../../src/records/read.ts';
import { projectFolder, quietWorld } from '../support/project.ts';

const file = 'data/calendars/england.yaml';

/** England's calendar as it ships. */
export const england = Calendar().parse(readYaml(quietWorld, join(projectFolder, file), file).read?.plain);

/** The same to count on, for a council that closes between Christmas and New Year and for one that does not. */
export const working = workingCalendar(england);
export const closing = workingCalendar(england, [
  { date: '2024-12-27', name: 'Offices closed' },
  { date: '2024-12-30', name: 'Offices closed' },
  { date: '2024-12-31', name: 'Offices closed' },
]);
