import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect } from 'vitest';
import { projectFolder, run, type Ran } from '../support/project.ts';

export const report = 'durham-2003-12-01';

/** What is typed to issue the example. */
export const issuing = (reason: string, ...more: string[]): string[] => [
  ...['issue', report, '--by', 'Democratic Services', '--reason', reason, '--date', '2003-12-01'],
  ...more,
];

/** Issues the example, which must succeed. */
export async function issue(root: string, reason: string, ...more: string[]): Promise<Ran> {
  const ran = await run(root, issuing(reason, ...more));
  expect(ran.exitCode, ran.err).toBe(0);
  return ran;
}

/** Where an edition's files stand, without their endings. */
export function editionBase(root: string, n: number, paper = report): string {
  return join(root, 'editions', paper, String(n), `${paper}-edition-${String(n)}`);
}

/** Changes words in a file, which must be there. */
export function replace(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  chmodSync(path, 0o644);
  writeFileSync(path, text.replace(from, to));
}

/** Every file below a folder with the SHA-256 of its bytes. */
export function fingerprints(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}

/** A program of its own, gone with the test that asked for it. */
export interface Program extends Disposable {
  file: string;
}

/** Bundles a program that a test can start and kill. */
export async function programOf(contents: string): Promise<Program> {
  const cache = join(projectFolder, 'node_modules', '.cache', 'scrutineer-test');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'editions-'));
  const file = join(folder, 'program.mjs');
  await build({
    stdin: { contents, resolveDir: projectFolder, loader: 'ts' },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
  return { file, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Starts a program and waits for its end.
 *
 * @param killAfter milliseconds after which it is killed without notice
 * @param since from when they count: from its start, or from the first word it says
 */
export function start(
  { file, env }: Pick<Program, 'file'> & { env?: Readonly<Record<string, string>> },
  args: readonly string[],
  killAfter?: number,
  since: 'start' | 'first word' = 'start',
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.err += data.toString()));
  let timer: NodeJS.Timeout | undefined;
  const count = (): void => {
    if (killAfter !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter);
  };
  if (since === 'start') count();
  else child.stdout.once('data', count);
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, ...said });
    }),
  );
}
