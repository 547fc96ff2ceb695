import { join, relative, resolve, sep } from 'node:path';
import { agendaOf, type Agenda } from '../agenda/agenda.ts';
import { agendaPaper } from '../agenda/agenda-paper.ts';
import { agendaKind } from '../agenda/facts.ts';
import { styleNames } from '../compose/style.ts';
import { stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { DocumentStyles, htmlFile, layOut, printDocument, type DocumentReady } from '../documents.ts';
import { leaksOfMeeting } from '../pack/secrets.ts';
import { openProject, type Project } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import type { Records } from '../records/load.ts';
import type { World } from '../world.ts';
import { writeOutputs } from '../write.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import { meant } from './meant.ts';
import { refuseAmongPublic } from './restricted-folder.ts';

/** What was typed after `scrutineer agenda`. */
export interface AgendaCommandOptions {
  style?: string | undefined;
  out: string;
  /** Where the agenda of Part II goes: never among what the public may have. */
  restrictedOut: string;
  emit?: 'records' | 'paper' | 'html' | 'pdf' | undefined;
  /** The agenda of Part II instead. */
  restricted?: boolean | undefined;
  openPrinter: () => Promise<Printer>;
}

/** `scrutineer agenda`: the agenda of a meeting, as HTML and PDF. */
export async function agenda(
  context: CommandContext,
  meetingId: string,
  options: AgendaCommandOptions,
): Promise<number> {
  const { world } = context;
  const restricted = options.restricted === true;
  const out = resolve(world.root, restricted ? options.restrictedOut : options.out);
  const refused = restricted ? refuseAmongPublic(context, out, resolve(world.root, options.out)) : undefined;
  if (refused !== undefined) return refused;
  const project = openProject(world);
  const wrong = usageMistake(context, project, meetingId, options.style);
  if (wrong !== undefined) return wrong;
  const { records } = project;
  const styles = new DocumentStyles(world);
  const texts = (): ReadonlyMap<string, string> => new Map([...project.texts, ...styles.texts]);
  const found = agendaOf(records, meetingId);
  const diagnostics = diagnosticsOf(project, meetingId, found);
  if (!found) return conclude(context, { files: [] }, diagnostics, texts());
  if (options.emit === 'records') {
    const value = { meeting: { id: meetingId, ...found.meeting.value }, council: found.council.value };
    return emit(context, value, diagnostics, texts());
  }

  const style = styles.of(agendaKind, options.style ?? found.council.value.style);
  diagnostics.push(...style.diagnostics);
  const part = restricted ? 'restricted' : 'public';
  const made = style.style && agendaPaper(found, records, style.style, { part });
  diagnostics.push(...(made?.diagnostics ?? []));
  const paper = made?.value;
  if (options.emit === 'paper') return emit(context, paper ?? null, diagnostics, texts());
  const ready = paper && !stops(diagnostics) ? layOut(style, paper) : undefined;
  diagnostics.push(...(ready?.diagnostics ?? []));
  const files = ready?.value
    ? await filesOf(ready.value, world, options, diagnostics)
    : new Map<string, Uint8Array>();
  if (!restricted) diagnostics.push(...(await leaksOfMeeting(project, found, files)));
  const written = stops(diagnostics) ? [] : write(context, meetingId, out, files, diagnostics);
  if (!context.json) for (const file of written) world.out(`${file}\n`);
  return conclude(context, { files: written }, diagnostics, texts());
}

/** The files that are asked for, by what their names end in. */
async function filesOf(
  ready: DocumentReady,
  world: World,
  { emit: kind, openPrinter, restricted }: AgendaCommandOptions,
  diagnostics: Diagnostic[],
): Promise<Map<string, Uint8Array>> {
  const name = restricted === true ? 'agenda-restricted' : 'agenda';
  const files = new Map<string, Uint8Array>();
  if (kind !== 'pdf') files.set(`${name}.html`, htmlFile(ready));
  if (kind === 'html') return files;
  await using printer = await openPrinter();
  const print =
    restricted === true
      ? (await import('../pack/marked.ts')).printMarked.bind(undefined, world)
      : printDocument;
  const printed = await print(printer, ready);
  diagnostics.push(...printed.diagnostics);
  if (printed.value) files.set(`${name}.pdf`, printed.value);
  return files;
}

function write(
  { world }: CommandContext,
  meetingId: string,
  out: string,
  files: ReadonlyMap<string, Uint8Array>,
  diagnostics: Diagnostic[],
): string[] {
  const folder = join(out, meetingId);
  const placed = new Map([...files].map(([name, bytes]) => [join(folder, `${meetingId}-${name}`), bytes]));
  if (placed.size === 0) return [];
  const failures = writeOutputs(world, placed);
  diagnostics.push(...failures);
  if (failures.length > 0) return [];
  return [...placed.keys()].map((path) => relative(world.root, path).split(sep).join('/'));
}

/** What there is to say of the records that an agenda is made from. */
function diagnosticsOf({ diagnostics }: Project, meetingId: string, found: Agenda | undefined): Diagnostic[] {
  const files = new Set([`data/meetings/${meetingId}.yaml`]);
  if (found) {
    files.add(found.council.source.file);
    for (const { report } of found.items) files.add(`data/reports/${report ?? ''}.yaml`);
    return diagnostics.filter(({ file }) => file !== undefined && files.has(file));
  }
  // A council that cannot be read is why there is no agenda, whatever the meeting's own record says.
  const ofCouncils = (file: string | undefined): boolean => file?.startsWith('data/councils/') === true;
  return diagnostics.filter(({ file }) => file !== undefined && (files.has(file) || ofCouncils(file)));
}

function usageMistake(
  context: CommandContext,
  { records, world }: Project,
  meetingId: string,
  style: string | undefined,
): number | undefined {
  const known = meetingNames(records);
  if (!known.includes(meetingId))
    return wrongUsage(
      context,
      `There is no meeting called \`${meetingId}\` in data/meetings.`,
      known.length === 0
        ? 'Start one with `npx scrutineer new meeting <name>`.'
        : meant(meetingId, known, 'Meetings'),
    );
  const styles = styleNames(world);
  if (style === undefined || styles.includes(style)) return undefined;
  return wrongUsage(
    context,
    `There is no house style called \`${style}\` in templates.`,
    didYouMean(style, styles, 'House styles'),
  );
}

function meetingNames({ present }: Records): string[] {
  return [...present]
    .filter((name) => name.startsWith('meeting/'))
    .map((name) => name.slice('meeting/'.length));
}

function emit(
  context: CommandContext,
  value: unknown,
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): number {
  if (!context.json) context.world.out(`${JSON.stringify(value, undefined, 2)}\n`);
  return conclude(context, value, diagnostics, texts);
}
