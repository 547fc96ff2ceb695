import type { Agenda } from '../agenda/agenda.ts';
import type { Paper } from '../compose/paper.ts';
import type { Source } from '../exempt/told.ts';
import type { Secrets } from '../exempt/secrets.ts';
import type { Project } from '../pipeline.ts';
import { reportOf } from './reports.ts';

/**
 * What must not reach the public of all that stands on an agenda, whether it goes into the public pack or not. What any
 * report on it, the meeting's record or the agenda itself says to everybody is no secret.
 *
 * @param front the agenda as the public has it
 * @param others what PDFs of somebody else in the pack say
 * @returns `undefined` where nothing of it is exempt
 */
export async function secretsOfAgenda(
  project: Project,
  { meeting, items }: Agenda,
  front: Paper,
  others: () => Promise<readonly string[]>,
): Promise<Secrets | undefined> {
  const sources: Source[] = [];
  let exempt = false;
  for (const report of items.flatMap((item) => item.report ?? [])) {
    const open = await reportOf(project, report);
    const hides = open.withheld === true || open.ready?.secrets !== undefined;
    const whole = hides ? await reportOf(project, report, 'restricted') : open;
    exempt ||= hides;
    if (!whole.read) continue;
    const { joined, wordings } = whole.read;
    const paper = open.ready?.paper;
    sources.push({ joined, flows: wordings.flows, ...(paper ? { paper } : {}) });
  }
  if (!exempt) return undefined;
  const { secretsOf } = await import('../exempt/secrets.ts');
  const { textsOf } = await import('../exempt/told.ts');
  const templates = [...project.texts].filter(([file]) => file.startsWith('templates/'));
  const open = [
    ...templates.map(([, text]) => text),
    // What came of an exempt item may be exempt itself.
    ...textsOf({ ...meeting.value, outcomes: undefined }),
    ...textsOf(front),
  ];
  return secretsOf(sources, open, await others());
}
