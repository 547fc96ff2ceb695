import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprints } from '../editions/support.ts';
import { projectFolder } from '../support/project.ts';

/** What a process did. */
export interface Ended {
  code: number | null;
  signal: string | null;
  out: string;
  err: string;
}

/**
 * Runs what a user runs, the bundle, in a process and with a cache of its own. It is a copy, since papers are made anew
 * where the program is another, and somebody may bundle it meanwhile.
 */
export class Programs implements Disposable {
  readonly #cache = mkdtempSync(join(tmpdir(), 'scrutineer-cache-'));
  readonly #copy: string;

  constructor() {
    const beside = join(projectFolder, 'node_modules', '.cache', 'scrutineer-test');
    mkdirSync(beside, { recursive: true });
    this.#copy = mkdtempSync(join(beside, 'program-'));
    cpSync(join(projectFolder, 'dist'), join(this.#copy, 'dist'), { recursive: true });
  }

  /** @param env says at which call of the file system it is killed, if at all: see `kill-at.cjs` */
  run(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
    const hook = Object.keys(env).length > 0 ? ['--require', join(import.meta.dirname, 'kill-at.cjs')] : [];
    const child = spawn(process.execPath, [...hook, join(this.#copy, 'dist', 'cli.js'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, XDG_CACHE_HOME: this.#cache, ...env },
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (said.err += data.toString()));
    return new Promise((resolve) =>
      child.once('close', (code, signal) => resolve({ code, signal, ...said })),
    );
  }

  /** What a run asks of the file system, call by call. */
  async calls(args: readonly string[]): Promise<string[]> {
    const log = join(this.#cache, 'calls.json');
    const ended = await this.run(args, { LOG_TO: log });
    if (ended.code !== 0) throw new Error(ended.err);
    // Written by the hook.
    return JSON.parse(readFileSync(log, 'utf8')) as string[];
  }

  [Symbol.dispose](): void {
    for (const folder of [this.#cache, this.#copy]) rmSync(folder, { recursive: true, force: true });
  }
}

/** Every file below a folder with its hash; the hidden ones among them. */
export const filesIn = fingerprints;

/** Names in a folder of outputs that are no papers: locks and what is not whole. */
export function litter(out: string): string[] {
  if (!existsSync(out)) return [];
  return readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => /(^|[\\/])\./.test(name));
}

/** Changes the figure that the Durham paper quotes. */
export function setFigure(root: string, figure: number): void {
  const file = join(root, 'data/reviews/durham-2002-03.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/(period: 2003\/2004 H1, value: )\d+/, `$1${String(figure)}`));
}
