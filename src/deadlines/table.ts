import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { longDate } from '../records/dates.ts';
import type { Standing, Timetable } from './timetable.ts';

interface Row {
  day: string;
  state: string;
  what: string;
  how: string;
}

/** What is due before which meeting, in order of day, for people. */
export function tableOf(timetables: readonly Timetable[], day: string): string {
  const rows = timetables.flatMap(rowsOf).sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  const wide = Math.max(0, ...rows.map(({ state }) => state.length));
  const lines = rows.flatMap(({ day, state, what, how }) => {
    const head = `${format(parseISO(day), 'EEE d MMM yyyy').padEnd(15)}  ${state.padEnd(wide)}  `;
    return [`${head}${what}`, ...(how === '' ? [] : [`${' '.repeat(head.length)}${how}`])];
  });
  const without = timetables.flatMap(({ agenda, none }) => {
    if (none === undefined) return [];
    const why =
      none === 'no day'
        ? 'the day of the meeting is not known'
        : 'the calendar that its council counts days on cannot be read';
    return [`${agenda.body.name} (${agenda.meeting.id}): no deadlines, because ${why}.`];
  });
  const told =
    rows.length === 0
      ? [timetables.length > 0 ? 'No meeting whose day is known.' : 'No meeting is to come.']
      : [`As it stands on ${longDate(day)}:`, '', ...lines];
  return `${[...told, ...(without.length > 0 ? ['', ...without] : [])].join('\n')}\n`;
}

function rowsOf({ agenda, deadlines }: Timetable): Row[] {
  const { date } = agenda.meeting.value;
  if (date === 'unknown') return [];
  const of = `${agenda.body.name}, ${longDate(date)}`;
  return [
    ...deadlines.map((deadline) => ({
      day: deadline.day,
      state: deadline.state,
      what: `${of}: ${shortened(agenda, deadline.what)}`,
      how: howOf(deadline),
    })),
    { day: date, state: 'meeting', what: of, how: '' },
  ];
}

/** Letters of a title that a line has room for. */
const longestTitle = 60;

/** Words that name a paper, by no more of its title than tells which it is. */
function shortened({ items }: Timetable['agenda'], what: string): string {
  const long = items.find(({ title }) => title.length > longestTitle && what.includes(title))?.title;
  if (long === undefined) return what;
  return what.replace(long, () => `${long.slice(0, longestTitle).replace(/[\s,;:–]+[^\s–]*$/, '')} …`);
}

/** "Democratic Services; five clear days before the meeting (…); done on 3 March 2025" */
function howOf({ by, rule, source, kind, day, last, met, state }: Standing): string {
  return [
    by,
    `${rule.charAt(0).toLowerCase()}${rule.slice(1)} (${source})`,
    ...(kind === 'law' && last !== day ? [`last lawful day ${longDate(last)}`] : []),
    // What is done only after the day that is asked about is not done yet.
    ...(met === undefined || state === 'due' || state === 'overdue' ? [] : [`done on ${longDate(met)}`]),
  ].join('; ');
}
