import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tellFailure } from '../src/cli/failure.ts';
import { projectFolder, run, testProject } from './support/project.ts';

const files = {
  list: (): never => {
    throw new Error('the floor gave way\nunder everything');
  },
};
const stack = /\n\s+at /;

describe('what nobody foresaw', () => {
  it('is told in words, with what to do, and ends with the exit code of a computer that cannot do it', async () => {
    using project = testProject();
    const { exitCode, err, out } = await run(project.root, ['check', 'derby 2002'], {
      files,
      env: { SCRUTINEER_DEBUG: '', NODE_DEBUG: '' },
    });
    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
    expect(err).toBe(
      `Scrutineer itself has failed: the floor gave way under everything
Files are written whole or not at all: nothing half made was left, and what was not made again is as it was.
What to do: Run \`npx scrutineer doctor\`. If it finds nothing, report this with the command (\`npx scrutineer check "derby 2002"\`) and the record it was about. With SCRUTINEER_DEBUG=1 in the environment the command shows where it failed.
`,
    );
  });

  it('is one JSON object where JSON was asked for', async () => {
    using project = testProject();
    const { exitCode, err, out } = await run(project.root, ['list', '--json'], {
      files,
      env: { SCRUTINEER_DEBUG: '', NODE_DEBUG: '' },
    });
    expect({ exitCode, err }).toEqual({ exitCode: 3, err: '' });
    const told = JSON.parse(out) as { result: { message: string; stack?: string } };
    expect(told).toMatchObject({ exitCode: 3, diagnostics: [] });
    expect(told.result.message).toContain('Scrutineer itself has failed: the floor gave way');
    expect(told.result.stack).toBeUndefined();
  });

  it.each(['SCRUTINEER_DEBUG', 'NODE_DEBUG'])('shows where it happened with %s', async (name) => {
    using project = testProject();
    const { err } = await run(project.root, ['check'], { files, env: { [name]: '1' } });
    expect(err).toMatch(stack);
  });

  it('is told of anything that can be thrown', () => {
    const told: string[] = [];
    const telling = { out: () => undefined, err: (text: string) => told.push(text), env: {} };
    for (const thrown of [undefined, 'a word', new RangeError(''), { code: 1 }])
      expect(tellFailure(thrown, [], telling)).toBe(3);
    expect(told.map((text) => text.split('\n')[0])).toEqual([
      'Scrutineer itself has failed: undefined',
      'Scrutineer itself has failed: a word',
      'Scrutineer itself has failed: RangeError',
      'Scrutineer itself has failed: [object Object]',
    ]);
  });

  /** Runs the program as a user does, with something laid in its way beforehand. */
  const inTheWay = (program: string, code: string): ReturnType<typeof spawnSync> & { stderr: string } => {
    const folder = mkdtempSync(join(tmpdir(), 'scrutineer-failing-'));
    try {
      const file = join(folder, 'in-the-way.cjs');
      writeFileSync(file, code);
      return spawnSync(process.execPath, ['--require', file, join(projectFolder, 'dist', program), 'list'], {
        cwd: projectFolder,
        encoding: 'utf8',
        env: { ...process.env, SCRUTINEER_DEBUG: '', NODE_DEBUG: '' },
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it.each([
    ['in a command', "const fs = require('fs'); fs.readdirSync = () => { throw new Error('gone'); };"],
    [
      'where nobody waits for it',
      "const { argv } = process; setImmediate(() => Promise.reject(new Error('gone')));",
    ],
    [
      'before the program is loaded',
      "const M = require('module'); M.createRequire = () => { throw new Error('gone'); };",
    ],
  ])('shows no stack of the process %s', (_, code) => {
    const { status, stderr } = inTheWay('cli.js', code);
    expect(stderr).toMatch(/^Scrutineer itself has failed: gone\n/);
    expect(stderr).not.toMatch(stack);
    expect(status).toBe(3);
  });

  it('has an exit code that is told of', async () => {
    const { out } = await run(projectFolder, ['--help']);
    expect(out).toContain('or Scrutineer itself has failed');
    expect(readFileSync(join(projectFolder, 'README.md'), 'utf8')).toContain(
      'or Scrutineer itself has failed',
    );
  });
});
