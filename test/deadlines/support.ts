import { agendaOf } from '../../src/agenda/agenda.ts';
import { deadlinesOf, reckoning } from '../../src/deadlines/reckon.ts';
import type { Deadline } from '../../src/deadlines/deadline.ts';
import type { Council } from '../../src/records/council.ts';
import type { Deadlines } from '../../src/records/deadlines.ts';
import type { Entry, Records } from '../../src/records/load.ts';
import type { Meeting } from '../../src/records/meeting.ts';
import { openProject } from '../../src/pipeline.ts';
import { quietWorld } from '../support/project.ts';

const example = openProject(quietWorld).records;
const [council] = [...example.council.values()].filter(({ id }) => id === 'exampleshire');
const [cabinet] = [...example.meeting.values()].filter(({ id }) => id === 'exampleshire-cabinet-2025-12-09');

/** Records of one meeting of an invented council: its cabinet or a scrutiny committee on a day. */
export function recordsOf(
  meeting: Partial<Meeting>,
  own: { deadlines?: Deadlines | undefined; closed?: Council['closed'] } = {},
): Records {
  if (!council || !cabinet) throw new Error('the example is not there');
  const made: Entry<Council> = {
    ...council,
    value: { ...council.value, deadlines: own.deadlines, closed: own.closed },
  };
  const value: Meeting = {
    council: 'exampleshire',
    body: 'adults-scrutiny',
    date: '2026-05-12',
    items: [{ title: 'An item' }],
    ...meeting,
  };
  return {
    ...example,
    council: new Map([['exampleshire', made]]),
    meeting: new Map([['a-meeting', { ...cabinet, id: 'a-meeting', value }]]),
  };
}

/** Its deadlines. */
export function deadlinesIn(records: Records): Deadline[] {
  const agenda = agendaOf(records, 'a-meeting');
  const meeting = agenda && reckoning(records, agenda);
  if (meeting === undefined || typeof meeting === 'string')
    throw new Error(`nothing can be reckoned: ${String(meeting)}`);
  return deadlinesOf(meeting);
}
