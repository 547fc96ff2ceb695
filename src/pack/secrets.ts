import { agendaOf, type Agenda } from '../agenda/agenda.ts';
import { join } from '../compose/join.ts';
import type { Paper } from '../compose/paper.ts';
import { publicJoined } from '../exempt/redact.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source, Told } from '../exempt/told.ts';
import type { Secrets } from '../exempt/secrets.ts';
import type { Project } from '../pipeline.ts';
import { Prose } from '../records/prose.ts';
import { reportOf } from './reports.ts';

/**
 * What must not reach the public of all that stands on an agenda and of what came of it and of the meeting before, whether
 * it goes into the public pack or not. What any report on it, the meeting's record or the agenda itself says to everybody
 * is no secret.
 *
 * @param front the agenda as the public has it
 * @param others what PDFs of somebody else in the pack say
 * @returns `undefined` where nothing of it is exempt
 */
export async function secretsOfAgenda(
  project: Project,
  agenda: Agenda,
  front: Paper | undefined,
  others: () => Promise<readonly string[]>,
): Promise<Secrets | undefined> {
  const { meeting, items } = agenda;
  const before = agendaOf(project.records, meeting.value.previous ?? '');
  const outcomes = [agenda, ...(before ? [before] : [])].map(toldByOutcomes);
  const reports = items.flatMap((item) => item.report ?? []);
  const hiding = new Set(reports.filter((id) => isExemptIn(project, id)));
  if (hiding.size === 0 && outcomes.every((told) => told.exempt.length === 0)) return undefined;
  const sources: Source[] = [];
  for (const report of reports) {
    const open = await reportOf(project, report);
    const whole = hiding.has(report) ? await reportOf(project, report, 'restricted') : open;
    if (!whole.read) continue;
    const { joined, wordings } = whole.read;
    const paper = open.ready?.paper;
    sources.push({ joined, flows: wordings.flows, ...(paper ? { paper } : {}) });
  }
  const { secretsIn } = await import('../exempt/secrets.ts');
  const { textsOf, toldBy } = await import('../exempt/told.ts');
  const templates = [...project.texts].filter(([file]) => file.startsWith('templates/'));
  const open = [
    ...sources.flatMap(({ paper }) => textsOf(paper)),
    ...templates.map(([, text]) => text),
    // What came of an exempt item may be exempt itself.
    ...textsOf({ ...meeting.value, outcomes: undefined }),
    ...textsOf(front),
  ];
  return secretsIn([...sources.map(toldBy), ...outcomes], open, await others());
}

/** Whether anything is exempt in a report or in what it rests on. */
function isExemptIn({ records }: Project, id: string): boolean {
  const joined = join(records, id);
  return (
    joined !== undefined && (joined.report.value.exempt !== undefined || publicJoined(joined) !== joined)
  );
}

/** What the record of a meeting says of its items: of those taken in private, and of private parts of others, it is exempt. */
function toldByOutcomes({ meeting, items }: Agenda): Told {
  const told: Told = { exempt: [], open: [] };
  const closed = new Set(items.filter(({ part }) => part === 'exempt').map(({ id }) => id));
  for (const [id, { in_private, ...outcome }] of Object.entries(meeting.value.outcomes ?? {})) {
    (closed.has(id) ? told.exempt : told.open).push(...proseIn(outcome));
    told.exempt.push(...proseIn(in_private));
  }
  return told;
}

/** What was written in words: days, names of entries and states of actions tell nothing by themselves. */
function proseIn(value: unknown): string[] {
  if (value instanceof Prose) return [value.markdown];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(proseIn);
}

/** Nothing exempt of a meeting, of the one before or of their reports may stand in what the public may have of it. */
export async function leaksOfMeeting(
  project: Project,
  agenda: Agenda,
  files: Iterable<readonly [string, Uint8Array]>,
): Promise<Diagnostic[]> {
  const secrets = await secretsOfAgenda(project, agenda, undefined, () => Promise.resolve([]));
  if (!secrets) return [];
  const { scanFiles } = await import('../exempt/scan.ts');
  return scanFiles(files, secrets);
}
