import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Index } from '../../src/editions/index.ts';
import { papersIn, statusOf, type PaperStatus } from '../../src/editions/status.ts';
import { Survey } from '../../src/editions/survey.ts';
import type { Kept } from '../../src/kept.ts';
import { realFiles, type Files } from '../../src/world.ts';
import { quietWorld, testProject, type TestProject } from '../support/project.ts';

/** What runs remember, in this process. */
export class Remembered implements Kept {
  readonly #files = new Map<string, Buffer>();

  get(name: string): Buffer | undefined {
    return this.#files.get(name);
  }

  put(name: string, bytes: Uint8Array): void {
    this.#files.set(name, Buffer.from(bytes));
  }

  readonly forget = (): void => {
    this.#files.clear();
  };
}

/** The example with two reports, which is enough and quick. */
export function smallProject(): TestProject {
  const project = testProject([], ['data', 'templates']);
  for (const noun of ['meetings', 'reports', 'reviews', 'councils']) {
    for (const name of readdirSync(join(project.root, 'data', noun)))
      if (name.startsWith('exampleshire')) rmSync(join(project.root, 'data', noun, name));
  }
  return project;
}

/** A file system on which every file was written long ago, so that what is known of it is relied on. */
export const longAgo: Partial<Files> = {
  stamp(path) {
    const stamp = realFiles.stamp(path);
    return stamp && { ...stamp, changed: stamp.changed - 60_000 };
  },
};

/** Every file of a paper that is to be there, by name; none where it was not made. */
export function filesOf(out: string, paper: string): Record<string, string> {
  const folder = join(out, paper);
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

/** How papers stand, with HTML alone. */
export async function statusesOf(root: string, kept: Kept): Promise<PaperStatus[]> {
  const world = {
    ...quietWorld,
    root,
    templates: join(root, 'templates'),
    kept,
    files: { ...realFiles, ...longAgo },
  };
  const out = join(root, 'out');
  const survey = new Survey(world, new Index(world, out), { out, kinds: ['html'] });
  return (await statusOf(survey, papersIn(survey))).statuses;
}
