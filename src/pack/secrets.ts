import type { Paper } from '../compose/paper.ts';
import type { Source } from '../exempt/told.ts';
import type { Secrets } from '../exempt/secrets.ts';
import { makeReport, type Project } from '../pipeline.ts';

/**
 * What must not reach the public of all that stands on an agenda, whether it goes into the public pack or not.
 *
 * @param reports identifiers of the reports on the agenda
 * @returns `undefined` where nothing of them is exempt
 */
export async function secretsOfAgenda(
  project: Project,
  reports: readonly string[],
): Promise<Secrets | undefined> {
  const sources: Source[] = [];
  for (const report of reports) {
    const open = await makeReport(project, report);
    if (open.withheld !== true && !open.ready?.secrets) continue;
    const whole = await makeReport(project, report, undefined, { part: 'restricted' });
    if (!whole.read) continue;
    const { joined, wordings } = whole.read;
    const paper: Paper | undefined = open.ready?.paper;
    sources.push({ joined, flows: wordings.flows, ...(paper ? { paper } : {}) });
  }
  if (sources.length === 0) return undefined;
  const { secretsOf } = await import('../exempt/secrets.ts');
  const templates = [...project.texts].filter(([file]) => file.startsWith('templates/'));
  return secretsOf(
    sources,
    templates.map(([, text]) => text),
  );
}
