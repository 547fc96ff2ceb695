import { join, relative, resolve, sep } from 'node:path';
import { agendaOf, type Agenda } from '../agenda/agenda.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { councilCalendar } from '../deadlines/calendar.ts';
import { rule, stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { DocumentStyles } from '../documents.ts';
import { minutesFiles, type MinutesPaper } from '../minutes/documents.ts';
import { leaksOfMeeting } from '../pack/secrets.ts';
import { openProject, type Project } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import { longDate } from '../records/dates.ts';
import { writeOutputs } from '../write.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import { meant } from './meant.ts';
import { refuseAmongPublic } from './restricted-folder.ts';

export interface MinutesOptions {
  out: string;
  restrictedOut: string;
  decisions?: boolean;
  records?: boolean;
  mattersArising?: boolean;
  restricted?: boolean;
}

const nothing = rule(
  'minutes/nothing-to-make',
  'warning',
  'Somebody waits for a paper that there is no reason to make, or whose record was not written yet.',
);

/** `scrutineer minutes`: the minutes of a meeting, its decision sheet, its decision records, or what arises from the one before. */
export async function minutes(
  context: CommandContext,
  meetingId: string,
  options: MinutesOptions & { printer: Printer },
): Promise<number> {
  const { world } = context;
  const wanted = wantedBy(options);
  if (wanted === undefined)
    return wrongUsage(
      context,
      'Only one paper is made at a time.',
      'Leave out all but one of --decisions, --records and --matters-arising.',
    );
  const restricted = options.restricted === true;
  if (restricted && wanted === 'matters')
    return wrongUsage(context, 'Matters arising are for the public.', 'Leave out --restricted.');
  const out = resolve(world.root, restricted ? options.restrictedOut : options.out);
  const refused = restricted ? refuseAmongPublic(context, out, resolve(world.root, options.out)) : undefined;
  if (refused !== undefined) return refused;
  const project = openProject(world);
  const { records } = project;
  const agenda = agendaOf(records, meetingId);
  const concerning = concerned(project, meetingId);
  if (!agenda) {
    if (concerning.length > 0) return conclude(context, { files: [] }, concerning, project.texts);
    const hint = meant(meetingId, [...records.meeting.keys()], 'Meetings');
    return wrongUsage(context, `There is no meeting called \`${meetingId}\`.`, hint);
  }
  const diagnostics = [...concerning];
  let written: string[] = [];
  let told: string[] = [];
  const styles = new DocumentStyles(world);
  if (!stops(diagnostics)) {
    const made = await minutesFiles(world, records, agenda, styles, options.printer, wanted, restricted);
    diagnostics.push(...made.diagnostics);
    if (made.value) told = made.told;
    if (made.value?.size === 0) diagnostics.push(nothingMade(agenda, wanted, restricted));
    else if (made.value && !restricted)
      diagnostics.push(...(await leaksOfMeeting(project, agenda, made.value)));
    if (made.value && made.value.size > 0 && !stops(diagnostics)) {
      const folder = join(out, meetingId);
      const files = new Map([...made.value].map(([name, bytes]) => [join(folder, name), bytes]));
      const failures = writeOutputs(world, files);
      diagnostics.push(...failures);
      if (failures.length === 0)
        written = [...files.keys()].map((file) => relative(world.root, file).split(sep).join('/'));
    }
  }
  if (!context.json) {
    for (const line of [...written, ...told]) world.out(`${line}\n`);
    if (wanted === 'decisions' && written.length > 0 && !restricted) world.out(publishBy(project, agenda));
  }
  const texts = new Map([...project.texts, ...styles.texts]);
  return conclude(context, { files: written }, diagnostics, texts);
}

function wantedBy({ decisions, records, mattersArising }: MinutesOptions): MinutesPaper | undefined {
  const asked: MinutesPaper[] = [
    ...(decisions === true ? ['decisions' as const] : []),
    ...(records === true ? ['record' as const] : []),
    ...(mattersArising === true ? ['matters' as const] : []),
  ];
  return asked.length > 1 ? undefined : (asked[0] ?? 'minutes');
}

/** What is wrong with the records that the paper is made from. */
function concerned({ records, diagnostics }: Project, meetingId: string): Diagnostic[] {
  const meeting = records.meeting.get(meetingId)?.value;
  const files = [
    `data/meetings/${meetingId}.yaml`,
    ...(meeting ? [`data/councils/${meeting.council}.yaml`] : []),
    ...(meeting?.previous === undefined ? [] : [`data/meetings/${meeting.previous}.yaml`]),
  ];
  return diagnostics.filter(({ file }) => file !== undefined && files.includes(file));
}

function nothingMade({ meeting, body }: Agenda, wanted: MinutesPaper, restricted: boolean): Diagnostic {
  const place = { file: meeting.source.file };
  if (wanted === 'matters')
    return nothing.at(
      place,
      'No action arises from the meeting before.',
      'Name it with `previous:`, and write what was resolved into its `outcomes:`.',
    );
  if (wanted === 'record' && body.kind !== 'executive')
    return nothing.at(
      place,
      `${body.name} is no executive, and makes no executive decisions.`,
      'Make the decision sheet with --decisions. A body that is the executive says `kind: executive` in the council’s file.',
    );
  if (wanted === 'minutes')
    return nothing.at(place, 'No item of this agenda is exempt.', 'Leave out --restricted.');
  return nothing.at(
    place,
    `No ${restricted ? 'exempt ' : ''}decision of this meeting is recorded.`,
    'Write what was resolved into its `outcomes:`.',
  );
}

/** Councils publish decisions within two working days, so that members can call them in before they are carried out. */
function publishBy({ records }: Project, { meeting, council }: Agenda): string {
  const calendar = councilCalendar(records, council.value);
  const { date } = meeting.value;
  if (!calendar || date === 'unknown') return '';
  const { day } = addWorkingDays(calendar, date, 2);
  return `Publish it by ${longDate(day)}, two working days after the meeting.\n`;
}
