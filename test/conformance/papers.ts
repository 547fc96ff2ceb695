/**
 * Makes what the gate holds to its standards when it is given no files: all example papers in all house styles, and
 * one that is longer than its style allows, so that it has contents with page numbers. By the program that users run.
 */

import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { countPages } from '../../src/print/count.ts';
import { houseStyles } from '../support/web-conditions.ts';
import { run } from './process.ts';

/** The paper that is made once more under a limit of sides that it exceeds. */
const LONG = { report: 'durham-2003-12-01', style: 'durham-scrutiny', sides: 2 } as const;

export interface MadePaper {
  /** The name of its files. */
  name: string;
  /** Its short title. */
  title: string;
  /** The house style's name for people. */
  style: string;
  pages: number;
  /** Whether it gives page numbers in its contents. */
  paged: boolean;
  pdf: string;
  html: string;
  /** The browser that printed it. */
  browser: string;
}

/** A command of Scrutineer did not do what it should; the message has what it said. */
export class NotMade extends Error {}

const told = z.object({
  result: z.array(z.object({ report: z.string(), style: z.string(), files: z.array(z.string()) })),
});
const manifest = z.object({ browser: z.string() });
const titles = z.object({ title: z.string(), short_title: z.string().optional() });
const outline = z.object({ name: z.string() });

/** Makes all papers below `folder`. */
export async function makePapers(root: string, folder: string): Promise<MadePaper[]> {
  const made: MadePaper[] = [];
  for (const style of houseStyles)
    made.push(...(await build(root, root, ['--style', style, '--out', join(folder, 'papers')])));

  const project = join(folder, 'long-paper');
  await copyWithLimit(root, project);
  const long = await build(root, project, [LONG.report]);
  if (!long.every(({ pages }) => pages > LONG.sides))
    throw new NotMade(`The long paper is not longer than ${String(LONG.sides)} sides: choose another one.`);
  return [...made, ...long.map((paper) => ({ ...paper, paged: true }))];
}

/** Makes the accessibility statement below `folder`; nothing where there is no record of tests yet. */
export async function makeStatement(
  root: string,
  folder: string,
): Promise<{ pdf: string; html: string } | undefined> {
  if (!existsSync(join(root, 'docs', 'accessibility.json'))) return undefined;
  await scrutineer(root, ['--root', root, 'statement', '--out', folder]);
  const base = join(folder, 'accessibility-statement', 'accessibility-statement');
  return { pdf: `${base}.pdf`, html: `${base}.html` };
}

/** A change to the data, after which a change sheet and a marked copy have something to show. */
const CHANGE = {
  report: 'durham-2003-12-01',
  file: ['data', 'reviews', 'durham-2002-03.yaml'],
  edits: [
    ['value: 38', 'value: 41'],
    ['serving_people_well: some', 'serving_people_well: most'],
    ['  - More direct payments and more Welfare to Work placements\n', ''],
  ],
} as const;

/** Makes the change sheet and the marked copy of a paper whose data changed, in every house style. */
export async function makeChanges(root: string, folder: string): Promise<{ pdf: string; html: string }[]> {
  const made: { pdf: string; html: string }[] = [];
  for (const style of houseStyles) {
    const project = join(folder, `changes-${style}`);
    await mkdir(project);
    for (const name of ['data', 'templates'])
      await cp(join(root, name), join(project, name), { recursive: true });
    const council = join(project, 'data', 'councils', 'durham.yaml');
    await writeFile(council, (await readFile(council, 'utf8')).replace(/^style: .*$/m, `style: ${style}`));
    const { report, edits } = CHANGE;
    await scrutineer(root, ['--root', project, 'build', report, '--emit', 'html']);
    const file = join(project, ...CHANGE.file);
    let text = await readFile(file, 'utf8');
    for (const [from, to] of edits) {
      if (!text.includes(from)) throw new NotMade(`The record of ${report} does not say “${from}”.`);
      text = text.replace(from, to);
    }
    await writeFile(file, text);
    await scrutineer(root, ['--root', project, 'changes', report, '--sheet', '--marked']);
    for (const ending of ['changes', 'marked']) {
      const base = join(project, 'out', report, `${report}-${ending}`);
      made.push({ pdf: `${base}.pdf`, html: `${base}.html` });
    }
  }
  return made;
}

async function build(root: string, project: string, args: readonly string[]): Promise<MadePaper[]> {
  const out = await scrutineer(root, ['--root', project, 'build', '--json', ...args]);
  const { result } = told.parse(JSON.parse(out));
  return Promise.all(
    // Of a report that is exempt as a whole there is no paper for the public.
    result
      .filter(({ files }) => files.length > 0)
      .map(async ({ report, style, files }): Promise<MadePaper> => {
        const path = (ending: string): string =>
          join(project, files.find((file) => file.endsWith(ending)) ?? '');
        const pdf = path('.pdf');
        const titleOf = async (id: string): Promise<string> => {
          const written: unknown = parse(await text(join(project, 'data', 'reports', `${id}.yaml`)));
          const { title, short_title: short } = titles.parse(written);
          return short ?? title;
        };
        const text = (file: string): Promise<string> => readFile(file, 'utf8');
        const html = path('.html');
        return {
          ...{ pdf, html, paged: false },
          name: /([^/\\]+)\.pdf$/.exec(pdf)?.[1] ?? '',
          title: await titleOf(report),
          style: outline.parse(parse(await text(join(project, 'templates', style, 'outline.yaml')))).name,
          pages: countPages(await readFile(pdf)),
          browser: manifest.parse(JSON.parse(await text(path('.manifest.json')))).browser,
        };
      }),
  );
}

async function copyWithLimit(root: string, project: string): Promise<void> {
  await mkdir(project);
  for (const name of ['data', 'templates'])
    await cp(join(root, name), join(project, name), { recursive: true });
  const file = join(project, 'templates', LONG.style, 'outline.yaml');
  const written = await readFile(file, 'utf8');
  const limited = written.replace(/^sides: \d+$/m, `sides: ${String(LONG.sides)}`);
  if (limited === written) throw new NotMade(`There is no limit of sides in ${LONG.style}’s outline.`);
  await writeFile(file, limited);
}

/** Runs the bundled program and gives what it printed. */
export async function scrutineer(root: string, args: readonly string[]): Promise<string> {
  const ended = await run(process.execPath, [join(root, 'dist', 'cli.js'), ...args]);
  if (ended?.code === 0) return ended.stdout;
  throw new NotMade(
    `scrutineer ${args.join(' ')} ended with ${String(ended?.code)}:\n${ended?.stdout ?? ''}${ended?.stderr ?? ''}`,
  );
}
