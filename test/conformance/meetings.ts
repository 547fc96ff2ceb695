/**
 * Makes what the clerk's desk writes, for the gate: packs, agendas, minutes, and the page for the web site. Papers from
 * elsewhere are left out of the pack, since one that holds any claims no standard.
 */

import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import * as z from 'zod';
import { scrutineer } from './papers.ts';

/** Files of meetings, by what they are held to. */
export interface MadeMeetings {
  /** Records travel with these. */
  packs: string[];
  /** Nothing travels with these. */
  others: string[];
  html: string[];
}

const meeting = z.looseObject({
  items: z.array(z.looseObject({ file: z.string().optional() })),
});

const held = 'exampleshire-cabinet-2025-12-09';
const coming = 'exampleshire-cabinet-2026-01-13';

export async function makeMeetings(root: string, folder: string): Promise<MadeMeetings> {
  const project = join(folder, 'meetings');
  await mkdir(project);
  for (const name of ['data', 'templates'])
    await cp(join(root, name), join(project, name), { recursive: true });
  await withoutOthers(join(project, 'data', 'meetings', `${coming}.yaml`));
  const make = (...args: string[]): Promise<string> => scrutineer(root, ['--root', project, ...args]);
  const meetings = ['durham-2003-12-01', 'derby-2002', coming];
  for (const name of meetings) {
    await make('agenda', name);
    await make('pack', name);
  }
  await make('minutes', held);
  await make('minutes', held, '--decisions');
  await make('minutes', held, '--records');
  await make('minutes', coming, '--matters-arising');
  await make('site', 'exampleshire');
  const made = await Promise.all(['out', 'restricted'].map((name) => filesIn(join(project, name))));
  const pdfs = made.flat().filter((file) => file.endsWith('.pdf') && !file.includes(join('out', 'site')));
  const packs = pdfs.filter((file) => file.endsWith('-pack.pdf') && !file.endsWith('-restricted-pack.pdf'));
  return {
    packs,
    others: pdfs.filter((file) => !packs.includes(file)),
    html: made.flat().filter((file) => file.endsWith('.html')),
  };
}

async function withoutOthers(file: string): Promise<void> {
  const record = meeting.parse(parse(await readFile(file, 'utf8')));
  const without = (entries: object, ...names: string[]): object =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => !names.includes(name)));
  const own = record.items
    .filter((item) => item.file === undefined)
    .map((item) => without(item, 'supplement', 'replaces'));
  await writeFile(file, stringify({ ...without(record, 'minutes', 'supplements'), items: own }));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
