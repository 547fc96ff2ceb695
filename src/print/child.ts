import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Duplex } from 'node:stream';

/** A browser process that we started, with the folder that is its alone. */
export interface Child {
  pid: number;
  /** File descriptors 3 and 4 of the browser, as it sees them. */
  commands: Duplex;
  answers: Duplex;
  /** Settles when the process has ended, with the last it had to say. */
  ended: Promise<string>;
  /** Ends the process and removes its folder; may be called again. */
  end(): Promise<void>;
}

/**
 * Starts a browser. It ends with our own process, whichever way that ends.
 * @throws Error where the program cannot be started at all
 */
export function startChild(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Child {
  const started = spawn(program, args, {
    env: { ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
    // A group of its own, so that its helpers can be ended with it and do not write while we tidy up.
    detached: process.platform !== 'win32',
  });
  const [, , errors, commands, answers] = started.stdio;
  let said = '';
  errors?.setEncoding('utf8');
  errors?.on('data', (text: string) => (said = (said + text).slice(-4000)));
  const ended = new Promise<string>((resolve) => {
    started.once('error', (error) => resolve(error.message));
    started.once('exit', () => resolve(said));
  });
  watch(started, folder);
  void ended.then(() => unwatch(started));
  return {
    pid: started.pid ?? 0,
    // Node types extra pipes as readable or writable; what it makes are two-way sockets.
    commands: commands as Duplex,
    answers: answers as Duplex,
    ended,
    async end() {
      kill(started);
      await ended;
      rmSync(folder, removal);
    },
  };
}

function kill(child: ChildProcess): void {
  // Once it has ended, its number may belong to somebody else.
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended in between.
  }
}

/** On Windows files stay locked for a moment after the process that had them open. */
const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 };

const watched = new Map<ChildProcess, string>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function watch(child: ChildProcess, folder: string): void {
  if (watched.size === 0) {
    process.on('exit', endAll);
    for (const signal of signals) process.on(signal, onSignal);
  }
  watched.set(child, folder);
}

function unwatch(child: ChildProcess): void {
  if (!watched.delete(child) || watched.size > 0) return;
  process.off('exit', endAll);
  for (const signal of signals) process.off(signal, onSignal);
}

function endAll(): void {
  for (const [child, folder] of watched) {
    kill(child);
    try {
      rmSync(folder, removal);
    } catch {
      // The process may still be going; the folder is in the system's temporary one.
    }
  }
}

function onSignal(signal: NodeJS.Signals): void {
  endAll();
  // Listening takes the signal's own effect away. Where nobody else listens, give it back.
  if (process.listenerCount(signal) > 1) return;
  process.off(signal, onSignal);
  process.kill(process.pid, signal);
}
