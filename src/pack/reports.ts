import { makeReport, type Made, type Project } from '../pipeline.ts';

const made = new WeakMap<Project, Map<string, Promise<Made>>>();

/**
 * A report as it goes into packs, made once in a run: it stands in the pack, on the web, and is asked for what is exempt.
 */
export function reportOf(
  project: Project,
  report: string,
  part: 'public' | 'restricted' = 'public',
): Promise<Made> {
  const known = made.get(project) ?? new Map<string, Promise<Made>>();
  made.set(project, known);
  const name = `${part}/${report}`;
  const found = known.get(name) ?? makeReport(project, report, undefined, { part });
  known.set(name, found);
  return found;
}
