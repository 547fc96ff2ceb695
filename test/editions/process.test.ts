import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createFolder } from '../../src/new-folder.ts';
import { projectFolder, run, testProject } from '../support/project.ts';
import { fingerprints, issue, issuing, programOf, replace, report, start } from './support.ts';

const times = 20;

describe('issuing as a process of its own', () => {
  // What a user runs, the bundle, with a cache of its own.
  const cache = mkdtempSync(join(tmpdir(), 'scrutineer-cache-'));
  const scrutineer = { file: join(projectFolder, 'dist', 'cli.js'), env: { XDG_CACHE_HOME: cache } };
  afterAll(() => rmSync(cache, { recursive: true, force: true }));

  it(`killed at ${String(times)} random moments: no half edition, and what was issued stands`, async () => {
    using project = testProject();
    await issue(project.root, 'First');
    const folder = join(project.root, 'editions', report);
    const review = join(project.root, 'data/reviews/durham-2002-03.yaml');
    replace(review, 'value: 38', 'value: 39');
    const args = ['--root', project.root, ...issuing('Killed', '--again')];
    let usual = 0;
    // What the first runs compile and remember makes the later ones shorter.
    for (let i = 0; i < 3; i++) {
      const begun = performance.now();
      const whole = await start(scrutineer, args);
      expect(whole.code, whole.err).toBe(0);
      usual = performance.now() - begun;
    }
    let killed = 0;
    for (let i = 0; i < times; i++) {
      const before = issued(folder);
      const { code } = await start(scrutineer, args, Math.random() * usual * 1.1);
      if (code === null) killed++;
      expect(issued(folder)).toMatchObject(before);
      const verified = await run(project.root, ['verify', '--all']);
      expect(verified.exitCode, verified.err).toBe(0);
      expect(verified.err).toBe('');
    }
    expect(killed).toBeGreaterThan(0);
    await issue(project.root, 'After all that', '--again');
    const numbers = readdirSync(folder).map(Number);
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
  }, 600_000);

  it(`${String(times)} times two people at once: two numbers, or one is told that nothing has changed`, async () => {
    for (let i = 0; i < times; i++) {
      using project = testProject();
      const again = i % 2 === 0 ? [] : ['--again'];
      const both = await Promise.all(
        ['First', 'Second'].map((reason) =>
          start(scrutineer, ['--root', project.root, ...issuing(reason, ...again)]),
        ),
      );
      const codes = both.map(({ code }) => code).sort();
      const told = both.map(({ err }) => err).join('');
      const numbers = readdirSync(join(project.root, 'editions', report)).sort();
      if (again.length > 0) {
        expect(codes, told).toEqual([0, 0]);
        expect(numbers).toEqual(['1', '2']);
      } else {
        expect(codes, told).toEqual([0, 1]);
        expect(told).toContain('Nothing has changed since edition 1');
        expect(numbers).toEqual(['1']);
      }
      const verified = await run(project.root, ['verify', '--all']);
      expect(verified, verified.err).toMatchObject({ exitCode: 0, err: '' });
    }
  }, 600_000);
});

/** What stands in editions: what a killed run had begun, the next one clears away. */
function issued(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(fingerprints(folder)).filter(([name]) => /^\d+\//.test(name)));
}

describe('a folder that is made whole or not at all', () => {
  const names = Array.from({ length: 30 }, (_, i) => `a/${String(i)}.txt`);
  const content = (name: string): string => name.repeat(2000);

  it('whenever it is killed', async () => {
    const root = mkdtempSync(join(tmpdir(), 'scrutineer-folder-'));
    using program = await programOf(`
      import { writeSync } from 'node:fs';
      import { createFolder } from './src/new-folder.ts';
      const names = ${JSON.stringify(names)};
      for (let i = 0; ; i++) {
        createFolder(process.argv[2] + '/' + process.pid + '-' + i, new Map(names.map((n) => [n, Buffer.from(n.repeat(2000))])));
        if (i === 0) writeSync(1, 'made');
      }
    `);
    try {
      for (let i = 0; i < times; i++) await start(program, [root], Math.random() * 150, 'first word');
      const made = readdirSync(root).filter((name) => !name.startsWith('.'));
      expect(made.length).toBeGreaterThanOrEqual(times);
      for (const name of made)
        expect(Object.keys(fingerprints(join(root, name))).sort()).toEqual([...names].sort());
      createFolder(join(root, 'last'), new Map());
      expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([]);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  it('clears what another computer left only in its time', () => {
    const root = mkdtempSync(join(tmpdir(), 'scrutineer-folder-'));
    try {
      for (const name of ['.unfinished-aaaaaaaa-1-old', '.unfinished-aaaaaaaa-1-new'])
        mkdirSync(join(root, name, 'a'), { recursive: true });
      utimesSync(join(root, '.unfinished-aaaaaaaa-1-old'), 0, 0);
      writeFileSync(join(root, 'file'), content('x'));
      expect(createFolder(join(root, 'one'), new Map([['x', Buffer.from('1')]]))).toBe(true);
      expect(createFolder(join(root, 'one'), new Map([['x', Buffer.from('2')]]))).toBe(false);
      expect(createFolder(join(root, 'file'), new Map())).toBe(false);
      expect(readdirSync(root)).toEqual(['.unfinished-aaaaaaaa-1-new', 'file', 'one']);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
