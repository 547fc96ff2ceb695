import { resolve } from 'node:path';
import { figure } from '../compose/words.ts';
import { tableOf } from '../deadlines/table.ts';
import { timetables, type Timetable } from '../deadlines/timetable.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { openProject, type Project } from '../pipeline.ts';
import { calendarOf } from '../records/calendar.ts';
import { isCalendarDate, longDate } from '../records/dates.ts';
import { writeOutputs } from '../write.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import { meant } from './meant.ts';
import { withoutOut } from './where-written.ts';

const overdue = rule(
  'deadlines/overdue',
  'error',
  'The law sets this day, and what is not done by it needs a reason that the law allows, or a later meeting.',
);

export interface CalendarOptions {
  /** The day on which deadlines are looked at. */
  on?: string;
  /** Meetings that are over, too. */
  all?: boolean;
  /** The calendar file to write; `true` for standard output. */
  ics?: string | true;
}

/** `scrutineer calendar`: what is due before which meeting, and by when. */
export async function calendar(
  context: CommandContext,
  wanted: readonly string[],
  { on, ics, all: over = false }: CalendarOptions,
): Promise<number> {
  const { world } = context;
  if (on !== undefined && !isCalendarDate(on))
    return wrongUsage(
      context,
      `\`${on}\` is not a day.`,
      'Write it as --on 2003-12-01, or leave it out for today.',
    );
  const project = openProject(world);
  const all = [...project.records.present].flatMap((name) => name.split('meeting/')[1] ?? []);
  const unknown = wanted.find((id) => !all.includes(id));
  if (unknown !== undefined)
    return wrongUsage(context, `There is no meeting called \`${unknown}\`.`, meant(unknown, all, 'Meetings'));
  const day = on ?? world.today();
  const ahead = over ? all : all.filter((id) => !isOver(project, id, day));
  const chosen = wanted.length > 0 ? [...new Set(wanted)] : ahead;
  const found = timetables(project.records, chosen, day);
  const diagnostics = [
    ...concerning(project, chosen, found),
    ...found.flatMap((timetable) => late(timetable, day)),
  ];

  let file: string | undefined;
  if (ics !== undefined) {
    const { calendarFile } = await import('../deadlines/ics.ts');
    const text = calendarFile(found);
    if (ics === true) world.out(text);
    else {
      const files = new Map([[resolve(world.root, ics), Buffer.from(text)]]);
      const failures = withoutOut(writeOutputs(world, files), 'another file with --ics');
      diagnostics.push(...failures);
      if (failures.length === 0) file = ics;
    }
  }
  if (ics === true) return conclude({ ...context, json: false }, {}, diagnostics, project.texts);
  if (!context.json) world.out(file === undefined ? tableOf(found, day) : `${file}\n`);
  if (!context.json && file === undefined && wanted.length === 0 && ahead.length < all.length)
    world.out(leftOut(all.length - ahead.length));
  const result = { on: day, ...(file === undefined ? {} : { file }), meetings: found.map(plainOf) };
  return conclude(context, result, diagnostics, project.texts);
}

/** Whether a meeting was before a day, or nobody knows when it was. One whose record cannot be read is told of as such. */
function isOver({ records }: Project, id: string, day: string): boolean {
  const date = records.meeting.get(id)?.value.date;
  return date !== undefined && (date === 'unknown' || date < day);
}

function leftOut(count: number): string {
  const meetings =
    count === 1 ? 'One meeting that is over is' : `${figure(count)} meetings that are over are`;
  return `\n${meetings} left out: name a meeting to see it, or give --all.\n`;
}

/** What is wrong with the meetings, with what their days are counted on, and with the clearances of their reports. */
function concerning(
  { diagnostics, records }: Project,
  chosen: readonly string[],
  found: readonly Timetable[],
): Diagnostic[] {
  const files = new Set(chosen.map((id) => `data/meetings/${id}.yaml`));
  const reports = new Set<string>();
  for (const { agenda } of found) {
    files.add(agenda.council.source.file);
    const calendar = records.calendar.get(calendarOf(agenda.council.value));
    if (calendar) files.add(calendar.source.file);
    for (const { report } of agenda.items) reports.add(`data/reports/${report ?? ''}.yaml`);
  }
  return diagnostics.filter(
    ({ file = '', rule }) => files.has(file) || (rule.startsWith('clearance/') && reports.has(file)),
  );
}

/** What the law set a day for that has passed, while the meeting is still to come. */
function late({ agenda, deadlines }: Timetable, day: string): Diagnostic[] {
  return deadlines
    .filter(({ kind, state }) => kind === 'law' && state === 'overdue')
    .map(({ what, last, rule, source }) =>
      overdue.at(
        agenda.meeting.source.at(['date']),
        `On ${longDate(day)} it is not recorded that this was done: ${what}. The last lawful day was ${longDate(last)}: ${rule.toLowerCase()} (${source}).`,
        'If it was done, write the day into the record; if not, put the matter off or write down why it cannot wait.',
      ),
    );
}

/** A meeting and its deadlines for other programs. */
function plainOf({ agenda, deadlines, none }: Timetable): Record<string, unknown> {
  const { id, value } = agenda.meeting;
  return {
    meeting: id,
    council: value.council,
    body: agenda.body.name,
    date: value.date,
    ...(none === undefined ? {} : { none }),
    deadlines: deadlines.map(({ outside, ...deadline }) => ({
      ...deadline,
      ...(outside ? { outside } : {}),
    })),
  };
}
