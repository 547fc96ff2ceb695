import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

export interface RunOptions {
  signal: AbortSignal;
  cwd?: string;
  env?: Record<string, string>;
  /** Milliseconds after which the process is ended. */
  limit?: number;
}

export interface Ran {
  /** From before the process was started until it had ended. */
  ms: number;
  out: string;
}

/**
 * Runs a program to its end.
 * @throws Error whose message is one line that says why it failed
 */
export async function run(program: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const { signal, cwd, env, limit = 30_000 } = options;
  const begun = performance.now();
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      signal,
      cwd,
      env: { ...process.env, ...env },
      timeout: limit,
      maxBuffer: 1 << 24,
    });
    return { ms: performance.now() - begun, out: stdout };
  } catch (error) {
    signal.throwIfAborted();
    if (performance.now() - begun >= limit) throw new Error(`not done after ${limit / 1000} seconds`);
    throw new Error(whyItFailed(error));
  }
}

/** Runs a script of ours that prints the milliseconds of each of its steps as JSON. */
export async function runSteps(
  program: string,
  args: readonly string[],
  options: RunOptions,
): Promise<number[]> {
  const steps: unknown = JSON.parse((await run(program, args, options)).out);
  if (Array.isArray(steps) && steps.every((step) => typeof step === 'number')) return steps;
  throw new Error('it printed something else than its times');
}

/** Where a program is, as a shell would find it. */
export function onPath(name: string): string | undefined {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function whyItFailed(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const lines = said.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => /error/i.test(line)) ?? lines.find((line) => line !== '');
  return telling ?? (error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error));
}
