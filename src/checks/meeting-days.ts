import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { longDate } from '../records/dates.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Meeting } from '../records/meeting.ts';
import type { Path } from '../records/source.ts';

const days = rule(
  'meeting/days',
  'error',
  'An agenda that tells of days in the wrong order was filled in wrongly somewhere, and notice is reckoned from it.',
);

/** The days that an agenda tells of are in the order in which such things happen. */
export function checkMeetingDays(records: Records): Diagnostic[] {
  return [...records.meeting.values()].flatMap((meeting) => {
    const { date } = meeting.value;
    if (date === 'unknown') return [];
    return [...checkBefore(meeting, date), ...checkEarlier(records, meeting, date)];
  });
}

/** What is done before a meeting was not done after it. */
function checkBefore({ source, value }: Entry<Meeting>, meeting: string): Diagnostic[] {
  const told: { path: Path; day: string | undefined; what: string }[] = [
    { path: ['published'], day: value.published, what: 'The agenda was published' },
    ...(value.supplements ?? []).map(({ letter, published }, i) => ({
      path: ['supplements', i, 'published'],
      day: published,
      what: `Supplement ${letter} went out`,
    })),
    ...(['items', 'exempt_items'] as const).flatMap((list) =>
      (value[list] ?? []).map(({ key_decision }, i) => ({
        path: [list, i, 'key_decision', 'notice'],
        day: key_decision?.notice,
        what: 'Notice of the key decision was given',
      })),
    ),
    ...(['first', 'further'] as const).map((entry) => ({
      path: ['private_notice', entry],
      day: value.private_notice?.[entry],
      what: 'Notice of meeting in private was given',
    })),
  ];
  return told.flatMap(({ path, day, what }) =>
    day === undefined || day <= meeting
      ? []
      : [
          days.at(
            source.at(path),
            `${what} on ${longDate(day)}, after the meeting of ${longDate(meeting)}.`,
            'Check the year of both.',
          ),
        ],
  );
}

/** Minutes and the meeting before are of earlier days. */
function checkEarlier(records: Records, { source, value }: Entry<Meeting>, meeting: string): Diagnostic[] {
  const previous = value.previous === undefined ? undefined : records.meeting.get(value.previous)?.value.date;
  const told: { path: Path; day: string | undefined; what: string }[] = [
    ...(value.minutes ?? []).map(({ of }, i) => ({
      path: ['minutes', i, 'of'],
      day: of,
      what: 'Minutes are put before it of the meeting',
    })),
    { path: ['previous'], day: previous, what: 'The meeting before it was' },
  ];
  return told.flatMap(({ path, day, what }) =>
    day === undefined || day === 'unknown' || day < meeting
      ? []
      : [
          days.at(
            source.at(path),
            `${what} on ${longDate(day)}, which is not before the meeting of ${longDate(meeting)}.`,
            'Check the year of both.',
          ),
        ],
  );
}
