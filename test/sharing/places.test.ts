import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fingerprints } from '../editions/support.ts';
import { smallProject } from '../incremental/support.ts';
import { run } from '../support/project.ts';
import { filesIn, litter, Programs } from './support.ts';

const html = ['build', '--emit', 'html'];

function records(root: string): string[] {
  return readdirSync(join(root, 'data'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(root, 'data', name));
}

describe('wherever a project stands', () => {
  const programs = new Programs();
  afterAll(() => programs[Symbol.dispose]());

  it('with spaces and letters of all kinds in its path, papers are the same bytes', async () => {
    using project = smallProject();
    const here = mkdtempSync(join(tmpdir(), 'scrutineer places '));
    try {
      const root = join(here, 'Mòd Bhòrd – Ünïcode', 'a b');
      mkdirSync(root, { recursive: true });
      cpSync(project.root, root, { recursive: true });
      for (const folder of [project.root, root]) {
        const ended = await programs.run(['--root', folder, 'build']);
        expect(ended.code, ended.err).toBe(0);
      }
      expect(filesIn(join(root, 'out'))).toEqual(filesIn(join(project.root, 'out')));
      const again = await programs.run(['--root', root, 'build']);
      expect(again.err).toBe('2 papers: 2 current.\n');
    } finally {
      rmSync(here, { recursive: true, force: true });
    }
  });

  it('with records as Windows editors save them, papers are the same HTML', async () => {
    using project = smallProject();
    expect((await run(project.root, [...html, '--out', 'plain'])).exitCode).toBe(0);
    for (const path of records(project.root)) {
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    }
    const ran = await run(project.root, html);
    expect(ran.exitCode, ran.err).toBe(0);
    const [plain, windows] = ['plain', 'out'].map((out) => fingerprints(join(project.root, out)));
    const papers = Object.keys(plain ?? {}).filter((name) => name.endsWith('.html'));
    expect(papers.length).toBe(2);
    for (const name of papers) expect(windows?.[name], name).toBe(plain?.[name]);
    expect((await run(project.root, html)).err).toContain('2 current');
  });

  it('with records that nobody may change, nothing but the outputs is written', async () => {
    using project = smallProject();
    const { root } = project;
    const folders = [
      join(root, 'data'),
      ...readdirSync(join(root, 'data')).map((n) => join(root, 'data', n)),
    ];
    for (const path of records(root)) chmodSync(path, 0o444);
    for (const folder of folders.filter((path) => statSync(path).isDirectory())) chmodSync(folder, 0o555);
    const before = fingerprints(join(root, 'data'));
    const times = records(root).map((path) => statSync(path).ctimeMs);
    // Whoever may do everything is not kept from it by the rights; the times would tell.
    const ended = await programs.run(['--root', root, ...html]);
    expect(ended.code, ended.err).toBe(0);
    expect(fingerprints(join(root, 'data'))).toEqual(before);
    expect(records(root).map((path) => statSync(path).ctimeMs)).toEqual(times);
    expect(readdirSync(root).sort()).toEqual(['data', 'out', 'templates']);
    for (const folder of folders.filter((path) => statSync(path).isDirectory())) chmodSync(folder, 0o755);
  });

  const other = otherFileSystem();
  it.skipIf(other === undefined)('with outputs in another file system, they are whole as well', async () => {
    using project = smallProject();
    const { root } = project;
    const there = mkdtempSync(join(other ?? '', 'scrutineer-out-'));
    try {
      expect((await run(root, [...html, '--out', 'plain'])).exitCode).toBe(0);
      // The folder of outputs, and then that of a single paper, leads elsewhere.
      expect((await run(root, [...html, '--out', there])).exitCode).toBe(0);
      mkdirSync(join(root, 'out'));
      mkdirSync(join(there, 'one'));
      symlinkSync(join(there, 'one'), join(root, 'out/derby-2002'));
      expect((await run(root, html)).exitCode).toBe(0);
      const plain = filesIn(join(root, 'plain'));
      for (const [name, hash] of Object.entries(plain)) expect(filesIn(there)[name], name).toBe(hash);
      expect(readdirSync(join(there, 'one')).sort()).toEqual(['derby-2002.html', 'derby-2002.manifest.json']);
      expect([...litter(there), ...litter(join(root, 'out'))]).toEqual([]);
    } finally {
      rmSync(there, { recursive: true, force: true });
    }
  });
});

/** A folder in another file system than that for temporary files, where there is one. */
function otherFileSystem(): string | undefined {
  return ['/dev/shm', '/var/tmp'].find((folder) => {
    try {
      execFileSync('test', ['-w', folder]);
      return statSync(folder).dev !== statSync(tmpdir()).dev;
    } catch {
      return false;
    }
  });
}
