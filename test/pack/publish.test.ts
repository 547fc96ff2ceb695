import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Published } from '../../src/pack/published.ts';
import { realFiles } from '../../src/world.ts';
import { readPdfPages } from '../support/pdf-pages.ts';
import { run, testProject, type Ran, type TestProject } from '../support/project.ts';

/** What has gone out is kept for good, and what goes out later counts its pages on from it. */

const meeting = 'deskford-2026-05-12';
const overlays = ['duties', 'meetings'].map(
  (name) => new URL(`../overlays/${name}`, import.meta.url).pathname,
);
const letter = 'exampleshire-auditors-letter-2026-01-07.pdf';
const minutes = 'exampleshire-cabinet-minutes-2025-12-09.pdf';

/** A meeting whose depot has a paper of two pages, and whose lease one that is exempt. */
function deskford(): TestProject {
  const project = testProject(overlays);
  slip(project, '    title: A new depot\n', `    title: A new depot\n    file: ${minutes}\n`);
  slip(project, '    title: A lease\n', `    title: A lease\n    file: ${letter}\n`);
  return project;
}

function slip({ root }: TestProject, from: string, to: string, file = `data/meetings/${meeting}.yaml`): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

const pack = (project: TestProject, ...more: string[]): Promise<Ran> =>
  run(project.root, ['pack', meeting, ...more]);

/** Every file below a folder with what is in it. */
function everything(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

const recordOf = ({ root }: TestProject, folder: string): Published =>
  Published.parse(
    JSON.parse(readFileSync(join(root, 'published', meeting, folder, 'published.json'), 'utf8')),
  );

const pagesOf = ({ root }: TestProject, name: string): ReturnType<typeof readPdfPages> =>
  readPdfPages(readFileSync(join(root, 'published', meeting, name)));

describe('a pack that is published', () => {
  let project: TestProject;
  let kept: string;
  let first: Map<string, string>;
  beforeAll(async () => {
    project = deskford();
    kept = join(project.root, 'published', meeting);
    const ran = await pack(project, '--publish');
    expect(ran.exitCode, ran.err).toBe(0);
    expect(ran.out).toContain(`Published, and kept in published/${meeting}/pack.`);
    first = everything(join(kept, 'pack'));
  });
  afterAll(() => {
    project[Symbol.dispose]();
  });

  it('is kept as it was written, with nothing restricted', () => {
    const written = everything(join(project.root, 'out', meeting));
    expect(new Map([...first].filter(([name]) => name !== 'published.json'))).toEqual(written);
    expect([...first.keys()].filter((name) => /restricted|exempt|auditors/.test(name))).toEqual([]);
    expect(readdirSync(join(project.root, 'restricted', meeting))).toEqual([
      `${meeting}-restricted-pack.pdf`,
    ]);
    const record = recordOf(project, 'pack');
    expect(record).toMatchObject({ meeting, published: '2026-04-30', pages: { first: 1 } });
    expect(record.files).toEqual(Object.fromEntries(written));
    expect(record.items.map(({ number, title }) => `${number ?? ''} ${title}`)).toEqual([
      '3 Inspection of services 2024/2025',
      '4 A new depot',
    ]);
  });

  it('can only be read', () => {
    for (const name of first.keys()) expect(statSync(join(kept, 'pack', name)).mode & 0o222, name).toBe(0);
  });

  it('is not published again, and nothing is written where it lies', async () => {
    const again = await pack(project, '--publish');
    expect(again.exitCode).toBe(1);
    expect(again.err).toContain('[pack/published-already]');
    for (const out of ['published', `published/${meeting}/pack`, `published/${meeting}/pack/pack`]) {
      const ran = await pack(project, '--only', 'public', '--out', out);
      expect(ran.exitCode, ran.out).toBe(1);
      expect(ran.err).toContain('[output/issued]');
    }
    const restricted = await pack(project, '--only', 'restricted', '--restricted-out', 'published');
    expect(restricted.err).toContain('[output/issued]');
    expect(readdirSync(kept)).toEqual(['pack']);
    expect(everything(join(kept, 'pack'))).toEqual(first);
  });

  it('has supplements whose pages follow on, A and then B, and stays as it was', async () => {
    const { last } = recordOf(project, 'pack').pages;
    slip(project, '    title: Flood damage\n', `    title: Flood damage\n    file: ${letter}\n`);
    const early = await pack(project, '--supplement', 'A');
    expect(early.exitCode, early.err).toBe(0);
    expect(early.err).not.toContain('[pack/not-published]');
    const a = await pack(project, '--supplement', 'A', '--publish');
    expect(a.exitCode, a.err).toBe(0);
    const supplementA = recordOf(project, 'supplement-a');
    expect(supplementA).toMatchObject({ supplement: 'A', published: '2026-05-06' });
    expect(supplementA.pages.first).toBe(last + 1);
    const { pages } = await pagesOf(project, `supplement-a/${meeting}-supplement-a.pdf`);
    expect(pages.map(({ label }) => label)).toEqual(pages.map((_, i) => String(last + 1 + i)));
    pages.forEach(({ text }, i) => expect(text).toMatch(new RegExp(`Page ${String(last + 1 + i)}$`)));
    expect(supplementA.pages.last).toBe(last + pages.length);

    // B takes the place of a paper in the pack, and of nothing in A.
    slip(
      project,
      `  - { letter: A, published: 2026-05-06 }\n`,
      `  - { letter: A, published: 2026-05-06 }\n  - { letter: B, published: 2026-05-07 }\n`,
    );
    slip(
      project,
      `    file: ${minutes}\n`,
      `    file: ${letter}\n    supplement: B\n    replaces: The plan of the site was missing.\n`,
    );
    const b = await pack(project, '--supplement', 'B', '--publish');
    expect(b.exitCode, b.err).toBe(0);
    const supplementB = recordOf(project, 'supplement-b');
    expect(supplementB.pages.first).toBe(supplementA.pages.last + 1);
    const depot = recordOf(project, 'pack').items.find(({ id }) => id === 'depot');
    if (!depot) throw new Error('the depot was not published');
    const cover = (await pagesOf(project, `supplement-b/${meeting}-supplement-b.pdf`)).pages[0]?.text ?? '';
    const replaced = `pages ${String(depot.pages.first)} to ${String(depot.pages.last)}`;
    expect(cover.replaceAll(/\s+/g, ' ')).toContain(replaced);
    expect(cover).toContain('The plan of the site was missing.');

    expect(everything(join(kept, 'pack'))).toEqual(first);
    const made = await pack(project);
    expect(made.exitCode, made.err).toBe(0);
    expect(everything(join(kept, 'pack'))).toEqual(first);
  });
});

describe('two who publish at once', () => {
  it('one does, the other is told, and what is kept is one of the two, whole', async () => {
    using project = deskford();
    const both = await Promise.all([
      pack(project, '--only', 'public', '--publish'),
      pack(project, '--only', 'public', '--publish'),
    ]);
    expect(both.map(({ exitCode }) => exitCode).sort()).toEqual([0, 1]);
    const told = both.find(({ exitCode }) => exitCode === 1);
    expect(told?.err).toContain('[pack/published-already]');
    expect(told?.err).toContain('just now');
    const { files } = recordOf(project, 'pack');
    const kept = everything(join(project.root, 'published', meeting, 'pack'));
    kept.delete('published.json');
    expect(Object.fromEntries(kept)).toEqual(files);
    expect(readdirSync(join(project.root, 'published', meeting))).toEqual(['pack']);
  });

  it('nothing is kept where the disk is full, and it can be done again', async () => {
    using project = deskford();
    const createFolder = (): never => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    const args = ['pack', meeting, '--only', 'public', '--publish'];
    const full = await run(project.root, args, { files: { ...realFiles, createFolder } });
    expect(full.exitCode, full.err).toBe(3);
    expect(full.err).toContain('[output/not-written]');
    const again = await run(project.root, args);
    expect(again.exitCode, again.err).toBe(0);
  });
});
