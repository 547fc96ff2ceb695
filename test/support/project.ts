import { cpSync } from 'node:fs';
import { main } from '../../src/cli.ts';
import type { Kept } from '../../src/kept.ts';
import { realFiles, templatesFor, type Files, type World } from '../../src/world.ts';
import { lendCopy } from './spare-folders.ts';

/** The project's own folder, which every case starts from. */
export const projectFolder = new URL('../..', import.meta.url).pathname;

/** A project folder of a test's own, gone when the test is. */
export interface TestProject extends Disposable {
  root: string;
}

/**
 * The example project in a folder of its own.
 * @param overlays folders laid over it, one after another
 * @param base which of the example's folders it has
 */
export function testProject(
  overlays: readonly string[] = [],
  base: readonly string[] = ['data', 'templates', 'seeds'],
): TestProject {
  const { root, giveBack } = lendCopy(projectFolder, base);
  for (const overlay of overlays) cpSync(overlay, root, { recursive: true });
  return { root, [Symbol.dispose]: giveBack };
}

/** What a command did. */
export interface Ran {
  exitCode: number;
  out: string;
  err: string;
}

/** A clock on which every pause is over at once. */
export function impatient(): NonNullable<World['clock']> {
  let now = 0;
  return {
    now: () => now,
    pause: (ms) => {
      now += ms;
      return Promise.resolve();
    },
  };
}

/** What earlier runs of this process found and made, as the user's cache has it from one run to the next. */
const found = new Set<string>();
const made = new Map<string, Buffer>();
const kept: Kept = {
  get: (name) => made.get(name),
  put: (name, bytes) => made.set(name, Buffer.from(bytes)),
};

/** Runs a command in this process, as `scrutineer` would with this project as its folder. */
export async function run(
  root: string,
  args: readonly string[],
  changes: {
    files?: Partial<Files>;
    env?: World['env'];
    found?: World['found'];
    kept?: World['kept'];
    today?: string;
    clock?: World['clock'];
  } = {},
): Promise<Ran> {
  const said = { out: '', err: '' };
  const exitCode = await main(args, () => ({
    root,
    templates: templatesFor(root),
    files: { ...realFiles, ...changes.files },
    found: changes.found ?? found,
    kept: 'kept' in changes ? changes.kept : kept,
    today: () => changes.today ?? '2003-12-01',
    clock: changes.clock ?? impatient(),
    env: { ...process.env, ...changes.env },
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    interactive: false,
    colour: false,
  }));
  return { exitCode, ...said };
}

/** The project's own folder, read by a test that says nothing. */
export const quietWorld: World = {
  root: projectFolder,
  templates: templatesFor(projectFolder),
  files: realFiles,
  found: new Set(),
  today: () => '2003-12-01',
  env: {},
  out: () => undefined,
  err: () => undefined,
  interactive: false,
  colour: false,
};
