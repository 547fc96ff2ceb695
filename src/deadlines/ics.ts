import icalGenerator, { ICalAlarmType, ICalEventTransparency, type ICalCalendar } from 'ical-generator';
import type { Agenda } from '../agenda/agenda.ts';
import { longDate } from '../records/dates.ts';
import type { Timetable } from './timetable.ts';
import { timeOf } from './time.ts';
import { london, zone } from './zone.ts';

/** How long before the first moment of its day one is reminded of a deadline: at nine in the morning of the day before. */
const reminder = 15 * 60 * 60;

/**
 * Meetings and their deadlines as a calendar file (RFC 5545). The same records give the same bytes on any day, and an
 * entry keeps its name (UID), so that a calendar that took in an earlier file moves it instead of adding another.
 */
export function calendarFile(timetables: readonly Timetable[]): string {
  const calendar = icalGenerator({
    name: 'Committee meetings and deadlines',
    prodId: { company: 'Scrutineer', product: 'Committee deadlines', language: 'EN-GB' },
    // No zone for the whole: moments such as the stamp would be written as if they were in it.
    timezone: { name: null, generator: (name) => (name === zone ? london : null) },
  });
  for (const timetable of timetables) {
    const { date } = timetable.agenda.meeting.value;
    if (date === 'unknown') continue;
    addMeeting(calendar, timetable.agenda, date);
    addDeadlines(calendar, timetable, date);
  }
  // Every line ends with a line break, and the last one as well.
  return `${calendar.toString()}\r\n`;
}

function addMeeting(calendar: ICalCalendar, agenda: Agenda, day: string): void {
  const { time, venue, remote, web, held } = agenda.meeting.value;
  const begins = timeOf(time);
  const ends = timeOf(held?.closed);
  const event = calendar.createEvent({
    id: uid(agenda, 'meeting'),
    stamp: stampOf(agenda),
    summary: `${agenda.body.name} of ${agenda.council.value.name}`,
    ...(begins ? { start: onTheClock(day, begins), timezone: zone } : { start: midnight(day), allDay: true }),
    ...(begins && ends && minutesOf(ends) > minutesOf(begins) ? { end: onTheClock(day, ends) } : {}),
    ...(venue === undefined || venue === 'unknown' ? {} : { location: venue }),
    ...(web === undefined ? {} : { url: web }),
  });
  const told = [
    ...(remote === undefined ? [] : [`It can be followed at ${remote}`]),
    ...(begins ? [] : ['The time is not known.']),
  ];
  if (told.length > 0) event.description(told.join('\n'));
}

function addDeadlines(calendar: ICalCalendar, { agenda, deadlines }: Timetable, meetingDay: string): void {
  for (const { id, what, by, rule, source, kind, day, last, met } of deadlines) {
    const told = [
      `For the meeting of ${agenda.body.name} on ${longDate(meetingDay)}. By: ${by}.`,
      `${rule} (${source}).`,
      ...(kind === 'law' && last !== day ? [`The last lawful day is ${longDate(last)}.`] : []),
      ...(met === undefined ? [] : [`Done on ${longDate(met)}.`]),
    ];
    const event = calendar.createEvent({
      id: uid(agenda, id),
      stamp: stampOf(agenda),
      start: midnight(day),
      allDay: true,
      summary: `${met === undefined ? '' : 'Done: '}${what}`,
      description: told.join('\n'),
      // A deadline takes up nobody’s day.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    if (met === undefined) event.createAlarm({ type: ICalAlarmType.display, trigger: reminder });
  }
}

function uid({ meeting, council }: Agenda, id: string): string {
  return `${meeting.id}/${id}@${council.id}.scrutineer`;
}

/**
 * The moment that an entry was last changed, as far as the records tell: the latest day before the meeting on which they
 * say that something was done for it. With the clock’s own there would be another file every time.
 */
function stampOf({ meeting, items }: Agenda): Date {
  const { date, published, private_notice, supplements } = meeting.value;
  const days = [
    published,
    private_notice?.first,
    private_notice?.further,
    ...(supplements ?? []).map((supplement) => supplement.published),
    ...items.map(({ entry }) => entry?.key_decision?.notice),
  ].filter((day) => day !== undefined && day <= date);
  return midnight(days.sort().at(-1) ?? '2000-01-01');
}

/** A day for the library, which takes a day’s date from its moment in UTC where no zone is named. */
function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** A time for the library, which takes what this computer’s clock would show for the time in the zone that is named. */
function onTheClock(day: string, { hours, minutes }: { hours: number; minutes: number }): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, hours, minutes);
}

function minutesOf({ hours, minutes }: { hours: number; minutes: number }): number {
  return hours * 60 + minutes;
}
