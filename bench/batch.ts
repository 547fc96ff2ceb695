import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The report that everything is measured with. */
export const example = 'durham-2003-12-01';

/** How many reports a batch has. */
export const batchSize = 50;

/**
 * Makes a project of its own with a batch of reports: the example, and copies with other titles.
 * @returns names of the reports
 */
export function makeBatch(root: string, project: string): string[] {
  mkdirSync(project);
  for (const folder of ['data', 'templates'])
    cpSync(join(root, folder), join(project, folder), { recursive: true });
  const reports = join(project, 'data', 'reports');
  const original = readFileSync(join(reports, `${example}.yaml`), 'utf8');
  rmSync(reports, { recursive: true });
  rmSync(join(project, 'data', 'meetings'), { recursive: true });
  mkdirSync(reports);
  const names = Array.from({ length: batchSize }, (_, index) =>
    index === 0 ? example : `${example}-${index + 1}`,
  );
  for (const [index, name] of names.entries()) {
    const copy = original.replace(/^title: .*$/m, (title) =>
      index === 0 ? title : `${title} (${index + 1})`,
    );
    writeFileSync(join(reports, `${name}.yaml`), copy);
  }
  return names;
}
