import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectFolder, type TestProject } from '../support/project.ts';
import { filesOf, smallProject } from './support.ts';

/** What a user runs: the bundle, as a process of its own with a cache of its own. */
const program = join(projectFolder, 'dist', 'cli.js');
const cache = mkdtempSync(join(tmpdir(), 'scrutineer-cache-'));
const env = { ...process.env, XDG_CACHE_HOME: cache };
afterAll(() => rmSync(cache, { recursive: true, force: true }));

interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

function scrutineer(project: TestProject, args: readonly string[], more: Record<string, string> = {}): Ran {
  return spawnSync(process.execPath, [program, '--root', project.root, ...args], {
    encoding: 'utf8',
    env: { ...env, ...more },
  });
}

/** A project with this many papers more. */
function withCopies(count: number): TestProject {
  const project = smallProject();
  const reports = join(project.root, 'data/reports');
  for (let i = 1; i <= count; i++)
    copyFileSync(join(reports, 'derby-2002.yaml'), join(reports, `copy-${String(i)}.yaml`));
  return project;
}

function leftovers(out: string): string[] {
  if (!existsSync(out)) return [];
  return readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));
}

describe('a build as a process of its own', () => {
  it('starts no browser where everything is current', () => {
    using project = smallProject();
    expect(scrutineer(project, ['build']).status).toBe(0);
    // A browser keeps its profile in a folder for temporary files: without one it could not start unnoticed.
    const again = scrutineer(project, ['build'], { TMPDIR: '/nowhere' });
    expect(again.stderr).toBe('2 papers: 2 current.\n');
    expect(again.status).toBe(0);
  });

  it('needs nothing of what it remembers: with a damaged cache papers are current as before', () => {
    using project = smallProject();
    scrutineer(project, ['build']);
    const kept = join(cache, 'scrutineer', 'kept');
    for (const name of readdirSync(kept).filter((n) => n.startsWith('index-')))
      writeFileSync(join(kept, name), 'damaged');
    const again = scrutineer(project, ['build']);
    expect(again.stderr).toBe('2 papers: 2 current.\n');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stopped by %s leaves whole files, says how many are done, and a second run does the rest',
    async (signal) => {
      using project = withCopies(14);
      const out = join(project.root, 'out');
      const child = spawn(process.execPath, [program, '--root', project.root, 'build'], {
        env,
        stdio: 'pipe',
      });
      let said = '';
      child.stderr.on('data', (text: Buffer) => (said += text.toString()));
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      while (child.exitCode === null && !(existsSync(out) && readdirSync(out).length >= 2)) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      child.kill(signal);
      expect(await ended, said).toBe(130);
      const done = Number(/^Stopped: (\d+) of 16 papers (?:is|are) done and whole/m.exec(said)?.[1]);
      expect(done, said).toBeGreaterThan(0);
      expect(done).toBeLessThan(16);
      expect(leftovers(out)).toEqual([]);
      const rest = scrutineer(project, ['build', '--json']);
      const { result } = JSON.parse(rest.stdout) as { result: { state: string }[] };
      expect(result.filter(({ state }) => state === 'current').length).toBe(done);
      expect(result.filter(({ state }) => state === 'made').length).toBe(16 - done);
      expect(rest.status).toBe(0);
    },
  );

  it('killed at random moments gives the clean build’s bytes in the end', async () => {
    using project = withCopies(2);
    expect(scrutineer(project, ['build', '--out', 'clean']).status).toBe(0);
    const out = join(project.root, 'out');
    const review = join(project.root, 'data/reviews/durham-2002-03.yaml');
    const text = readFileSync(review, 'utf8');
    for (let i = 0; i < 10; i++) {
      writeFileSync(review, text.replace('value: 38', `value: ${String(40 + i)}`));
      const child = spawn(
        process.execPath,
        [program, '--root', project.root, 'build', ...(i % 3 === 0 ? ['--all'] : [])],
        {
          env,
          stdio: 'ignore',
        },
      );
      const ended = new Promise((resolve) => child.on('close', resolve));
      setTimeout(() => child.kill('SIGKILL'), 100 + Math.random() * 1500);
      await ended;
    }
    writeFileSync(review, text);
    expect(scrutineer(project, ['build']).status).toBe(0);
    for (const paper of readdirSync(join(project.root, 'clean'))) {
      const wanted = filesOf(join(project.root, 'clean'), paper);
      const made = filesOf(out, paper);
      for (const file of Object.keys(wanted)) expect(made[file] === wanted[file], file).toBe(true);
    }
  });

  it('one failure stops no other, and is named at the end', () => {
    using project = withCopies(3);
    const broken = join(project.root, 'data/reports/copy-2.yaml');
    writeFileSync(broken, readFileSync(broken, 'utf8').replace('purpose: decision', 'purpose: nothing'));
    const built = scrutineer(project, ['build', '--jobs', '3']);
    expect(built.status).toBe(1);
    expect(built.stderr).toContain('5 papers: 4 made, 1 NOT made.\nNot made: copy-2. Earlier files');
    const again = scrutineer(project, ['build']);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('5 papers: 4 current, 1 NOT made.');
  });
});
