import type { Meeting } from '../deadlines/counting.ts';
import { isLate, type Deadline } from '../deadlines/deadline.ts';
import { deadlinesOf, publishDeadline } from '../deadlines/reckon.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { calendarOf } from '../records/calendar.ts';
import { longDate } from '../records/dates.ts';
import type { Records } from '../records/load.ts';
import { dayOfWeek, lastLawful, reckonedMeetings } from './meetings.ts';

const late = rule(
  'notice/agenda-late',
  'error',
  'What was not open to the public in time may not be considered at the meeting, unless it is urgent.',
);
const lateItem = rule(
  'notice/item-late',
  'error',
  'A late item may be considered only where the chair finds it urgent, for special circumstances that are written down.',
);
const outside = rule(
  'deadlines/outside-calendar',
  'warning',
  'Bank holidays of other years are not known, so a last lawful day may be given that is too late.',
);

/** Agendas and late papers went out in time, or it is said why they are urgent. */
export function checkNotice(records: Records): Diagnostic[] {
  return reckonedMeetings(records).flatMap((meeting) => {
    const publishing = publishDeadline(meeting);
    return [
      ...(publishing ? [...checkAgendaDay(meeting, publishing), ...checkLateItems(meeting, publishing)] : []),
      ...checkYears(records, meeting),
    ];
  });
}

function checkAgendaDay(meeting: Meeting, publishing: Deadline): Diagnostic[] {
  const { source, value } = meeting.agenda.meeting;
  if (!isLate(publishing, meeting.day) || publishing.excused !== undefined || value.published === undefined)
    return [];
  return [
    late.at(
      source.at(['published']),
      `The agenda was published on ${dayOfWeek(value.published)}. ${lastLawful(meeting, publishing)}`,
      'Put the meeting off, or give each item that cannot wait `urgent:` with the chair’s reasons, and take the others out.',
    ),
  ];
}

/** What goes out in a supplement after the last lawful day; a paper that replaces another was on the agenda in time. */
function checkLateItems(meeting: Meeting, publishing: Deadline): Diagnostic[] {
  const { agenda } = meeting;
  const { source, value } = agenda.meeting;
  const days = new Map(value.supplements?.map(({ letter, published }) => [letter, published]));
  return agenda.items.flatMap(({ entry, path, title }) => {
    const day = days.get(entry?.supplement ?? '');
    if (!entry || day === undefined || day <= publishing.last || day > meeting.day) return [];
    if (entry.urgent !== undefined || entry.replaces !== undefined) return [];
    return [
      lateItem.at(
        source.at([...path, 'supplement']),
        `“${title}” went out in supplement ${entry.supplement ?? ''} on ${dayOfWeek(day)}. ${lastLawful(meeting, publishing)}`,
        'Write `urgent:` with the special circumstances for which the chair is of the opinion that it cannot wait, or take it to the next meeting.',
      ),
    ];
  });
}

function checkYears(records: Records, meeting: Meeting): Diagnostic[] {
  const { council, meeting: record } = meeting.agenda;
  const name = calendarOf(council.value);
  const calendar = records.calendar.get(name);
  if (!calendar || !deadlinesOf(meeting).some((deadline) => deadline.outside)) return [];
  const { from, to } = calendar.value.covers;
  return [
    outside.at(
      record.source.at(['date']),
      `Days before the meeting of ${longDate(meeting.day)} are counted in years that the calendar “${calendar.value.name}” does not cover; it covers ${String(from)} to ${String(to)}.`,
      records.brought.has(`calendar/${name}`)
        ? `Check the days, or give the project a data/calendars/${name}.yaml of its own with the years that are missing.`
        : `Check the days, or add the years that are missing to ${calendar.source.file}.`,
    ),
  ];
}
