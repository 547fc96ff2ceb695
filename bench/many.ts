import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from './measure.ts';
import { example } from './batch.ts';
import { run } from './process.ts';

/** How many papers there are when only one of them changes. */
export const manyPapers = 200;

const review = 'durham-2002-03';

/** Makes a project of papers that share nothing but their council, framework and style: each has a review of its own. */
export function makeMany(root: string, project: string): void {
  mkdirSync(project);
  for (const folder of ['data', 'templates'])
    cpSync(join(root, folder), join(project, folder), { recursive: true });
  const file = (noun: string, name: string): string => join(project, 'data', noun, `${name}.yaml`);
  const report = readFileSync(file('reports', example), 'utf8');
  const record = readFileSync(file('reviews', review), 'utf8');
  for (const name of readdirSync(join(project, 'data', 'reports')))
    rmSync(join(project, 'data', 'reports', name));
  rmSync(join(project, 'data', 'meetings'), { recursive: true });
  for (let index = 1; index <= manyPapers; index += 1) {
    writeFileSync(file('reviews', `many-${index}`), record);
    const own = report.replace(`review: ${review}`, `review: many-${index}`);
    writeFileSync(
      file('reports', `many-${index}`),
      own.replace(/^title: .*$/m, (title) => `${title} (${index})`),
    );
  }
}

/** Asking for the version, and what building costs when nothing, one figure or everything has changed. */
export function manyContenders(root: string, project: string, signal: AbortSignal): Contender[] {
  const program = join(root, 'dist', 'cli.js');
  const scrutineer = async (made: number | undefined, ...args: string[]): Promise<number> => {
    const options = { signal, cwd: root, limit: 300_000 };
    const { ms, out } = await run(process.execPath, [program, '--root', project, ...args], options);
    const found = out.match(/"state": "made"/g)?.length ?? 0;
    if (made !== undefined && found !== made) throw new Error(`${found} papers were made, not ${made}`);
    return ms;
  };
  let figure = 38;
  const changed = join(project, 'data', 'reviews', 'many-7.yaml');
  const oneFigure = (): void => {
    figure = figure === 38 ? 41 : 38;
    const text = readFileSync(changed, 'utf8');
    writeFileSync(changed, text.replace(/value: \d+ \}\s*$/, `value: ${figure} }\n`));
  };
  return [
    { name: 'Asking for the version', once: () => scrutineer(undefined, '--version') },
    { name: `${manyPapers} papers, nothing to do`, once: () => scrutineer(0, 'build', '--json') },
    { name: 'One paper alone', once: () => scrutineer(1, 'build', 'many-7', '--all', '--json') },
    {
      name: `${manyPapers} papers, one figure changed`,
      once: () => {
        oneFigure();
        return scrutineer(1, 'build', '--json');
      },
    },
  ];
}

/** Everything anew: measured once, since it takes as long as all the rest together. */
export function everything(root: string, project: string, signal: AbortSignal): Contender {
  const args = [join(root, 'dist', 'cli.js'), '--root', project, 'build', '--all'];
  const once = async (): Promise<number> =>
    (await run(process.execPath, args, { signal, cwd: root, limit: 300_000 })).ms;
  return { name: `${manyPapers} papers, everything anew`, once };
}
