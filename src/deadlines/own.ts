import type { AgendaItem } from '../agenda/agenda.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { clearerName, leastNotice, usualSpans } from '../records/deadlines.ts';
import { spanInFigures, type Span } from '../records/duties.ts';
import { clearedOn, neededClearances } from './clearance.ts';
import type { Deadline } from './deadline.ts';
import { clearDaysBefore } from './law.ts';
import { lastDay, type Meeting } from './counting.ts';

type Going = Pick<Deadline, 'day' | 'outside'>;

/**
 * What a council sets for itself: when the agenda goes out, and when drafts, clearances and final reports are due before
 * that. A council that sets nothing has only the day on which the agenda goes out.
 * @param publishing the law’s deadline for the agenda
 */
export function ownDeadlines(meeting: Meeting, publishing: Deadline | undefined): Deadline[] {
  const { agenda, clerk } = meeting;
  const set = agenda.council.value.deadlines;
  const days = set?.notice ?? leastNotice;
  const going = lastDay(meeting, days);
  const { published } = agenda.meeting.value;
  // The law’s own day is not told twice.
  const dispatch: Deadline[] =
    publishing && publishing.day <= going.day
      ? []
      : [
          {
            id: 'dispatch',
            kind: 'council',
            what: 'Send out the agenda and its papers',
            by: clerk,
            rule: clearDaysBefore(days),
            source: ownSource(meeting, set?.notice !== undefined),
            ...going,
            tracked: true,
            ...(published === undefined ? {} : { met: published }),
          },
        ];
  const reports = agenda.items.filter(({ kind }) => kind === 'report');
  if (!set || reports.length === 0) return dispatch;
  const goes = publishing && publishing.day < going.day ? publishing : going;
  const stage = (id: 'draft' | 'final', what: string): Deadline => ({
    id,
    what,
    by: 'Report authors',
    tracked: false,
    ...before(meeting, goes, set[id], usualSpans[id]),
  });
  return [
    stage('draft', 'Send in drafts of the reports'),
    ...reports.flatMap((item) => clearanceDeadlines(meeting, goes, item)),
    stage('final', 'Send in the final reports'),
    ...dispatch,
  ];
}

/** One for each of those who must clear the report. */
function clearanceDeadlines(meeting: Meeting, goes: Going, item: AgendaItem): Deadline[] {
  const { council } = meeting.agenda;
  const report = meeting.records.report.get(item.report ?? '')?.value;
  return neededClearances(council.value).map((by) => {
    const set = council.value.deadlines;
    const met = report && clearedOn(report, by);
    const name = clearerName(by);
    return {
      id: `clearance/${item.id}/${by}`,
      what: `Clear the report ${item.title}`,
      by: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      tracked: true,
      item: item.id,
      ...before(meeting, goes, set?.cleared_by?.[by] ?? set?.cleared, usualSpans.cleared),
      ...(met === undefined ? {} : { met }),
    };
  });
}

/** So many working days before the agenda goes out. */
function before(
  meeting: Meeting,
  goes: Going,
  set: Span | undefined,
  usual: Span,
): Pick<Deadline, 'kind' | 'rule' | 'source' | 'day' | 'last' | 'outside'> {
  const { count, unit } = set ?? usual;
  const { day, outside } = addWorkingDays(meeting.calendar, goes.day, -count);
  return {
    kind: 'council',
    rule: `${spanInFigures({ count, unit })} before the agenda goes out`,
    source: ownSource(meeting, set !== undefined),
    day,
    last: day,
    outside: outside || goes.outside,
  };
}

/** Whose rule it is, where it is not the law’s. */
function ownSource(meeting: Meeting, set: boolean): string {
  const { short_name } = meeting.agenda.council.value;
  return set ? `${short_name}’s own rule` : `Scrutineer’s usual, as ${short_name} sets none`;
}
