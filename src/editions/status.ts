import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isIdentifier } from '../records/names.ts';
import type { World } from '../world.ts';
import { reportNames } from './places.ts';
import { isCurrent, type Standing, type Survey } from './survey.ts';

/** How a paper stands. */
export interface PaperStatus {
  /** The name of its folder and files. */
  paper: string;
  report: string;
  style?: string;
  /** Who has not cleared it, in words; absent in what is no draft. */
  draft?: readonly string[];
  /**
   * - `current`: its files are what a build would make now
   * - `stale`: a build would make them anew
   * - `never`: it was never built
   * - `stopped`: it cannot be built as its records stand
   * - `withheld`: the whole report is exempt, so that no paper for the public is made of it
   * - `left over`: it was built, and its report is not there any more
   */
  state: 'current' | 'stale' | 'never' | 'stopped' | 'withheld' | 'left over';
  /** Why it is not current, a line each. */
  because: string[];
  errors: number;
  warnings: number;
  suggestions: number;
  issued?: Issued;
}

/** The edition that was issued last. */
export interface Issued {
  edition: number;
  /** How many editions there are. */
  of: number;
  /** YYYY-MM-DD. */
  date: string;
  by: string;
  /** Whether the paper would say something else now; absent where nobody can tell. */
  changed?: boolean;
}

/** The papers there are or could be: one for each report, and whatever else stands in the folder of outputs. */
export function papersIn(survey: Survey): Standing[] {
  const { world } = survey;
  const reports = reportNames(world);
  const others = world.files.list(survey.asked.out).flatMap((folder) => {
    if (reports.includes(folder) || !isIdentifier(folder)) return [];
    const report = survey.manifestIn(folder)?.report;
    return report === undefined ? [] : [survey.standingIn(folder, report)];
  });
  return [...reports.map((report) => survey.standingIn(report, report)), ...others];
}

/** How papers stand. Records are read only where something is not current. */
export async function statusOf(
  survey: Survey,
  standings: readonly Standing[],
): Promise<{ statuses: PaperStatus[]; diagnostics: Diagnostic[]; texts: ReadonlyMap<string, string> }> {
  const { world } = survey;
  const reports = new Set(reportNames(world));
  const open = standings.filter((standing) => !isCurrent(standing) && reports.has(standing.report));
  const looked =
    open.length > 0 ? await import('./look.ts').then(({ lookInto }) => lookInto(survey, open)) : undefined;
  const statuses: PaperStatus[] = [];
  for (const standing of standings) {
    const { report, manifest } = standing;
    const paper = standing.folder ?? report;
    const seen = looked?.papers.get(standing);
    const status: PaperStatus = {
      paper,
      report,
      ...(manifest ? { style: manifest.style } : {}),
      ...(manifest?.draft && !seen ? { draft: manifest.draft } : {}),
      state: 'current',
      because: [],
      errors: 0,
      warnings: manifest?.warnings ?? 0,
      suggestions: manifest?.suggestions ?? 0,
      ...seen,
    };
    if (!reports.has(report)) {
      status.state = 'left over';
      status.because = [`data/reports/${report}.yaml is not there any more`];
    }
    const html = seen ? seen.html : manifest?.outputs[`${paper}.html`]?.sha256;
    const issued = await issuedOf(world, paper, html);
    if (issued) status.issued = issued;
    Reflect.deleteProperty(status, 'html');
    statuses.push(status);
  }
  return { statuses, diagnostics: looked?.diagnostics ?? [], texts: looked?.texts ?? new Map() };
}

/** @param html SHA-256 of the HTML file as it would be made now */
async function issuedOf(world: World, paper: string, html: string | undefined): Promise<Issued | undefined> {
  // What reads editions is loaded only where there are any.
  if (!world.files.isFolder(join(world.root, 'editions', paper))) return undefined;
  const { listEditions } = await import('./store.ts');
  const editions = listEditions(world, paper);
  const last = editions.at(-1);
  if (!last) return undefined;
  const then = Object.entries(last.outputs).find(([name]) => name.endsWith('.html'))?.[1].sha256;
  return {
    edition: last.number,
    of: editions.length,
    date: last.date,
    by: last.by,
    ...(html === undefined || then === undefined ? {} : { changed: html !== then }),
  };
}
