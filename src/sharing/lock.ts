import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, World } from '../world.ts';
import { isGone, noteAsText, noteOf, own, readNote, type LockNote } from './note.ts';

/** How long is waited for what, in milliseconds. */
export const times = {
  /** The holder of a lock says so often that it is still there. */
  beat: 5_000,
  /** A lock whose holder has said nothing for so long is nobody's. */
  stale: 60_000,
  /** A lock is made and written in one go; one that says nothing for so long was left in between. */
  unwritten: 5_000,
  /** Somebody who waits looks so often. */
  look: 150,
  /** Nobody waits longer than this. */
  patience: 5 * 60_000,
};

export const realClock: Clock = { now: () => performance.now(), pause: (ms) => sleep(ms) };

/** Something that only one of several people who work in a folder has at a time. */
export interface Lock extends Disposable {
  /** Whether it is still this run's: a computer that slept for long may have lost it. */
  isMine(): boolean;
}

/** What keeps a lock from being had: whoever holds it, or a signal to stop. */
export type Refused = { heldBy: LockNote | undefined } | 'stopped';

/** How to wait. */
export interface Waiting {
  /** Told once that, and for whom, it is waited. */
  waits?: ((holder: LockNote | undefined) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** What cannot be locked because nothing can be written there needs no lock. */
const unlocked: Lock = { isMine: () => true, [Symbol.dispose]: () => undefined };

/**
 * Takes a lock, waiting while somebody else has it. Locks are files that are made only where there is none, which
 * file servers do for one of several who ask at once. A lock that was left by a run that was killed is taken over: at
 * once if the run was on this computer, else when it has said nothing for a while by the clock of whoever waits, so
 * that no two clocks are ever compared.
 *
 * What is written under a lock must be right, or be seen to be wrong, even when two have it: somebody can judge a
 * lock to be left in the very moment in which another one takes it over.
 */
export async function takeLock(world: World, path: string, waiting: Waiting = {}): Promise<Lock | Refused> {
  const clock = world.clock ?? realClock;
  const { locks } = world.files;
  const begun = clock.now();
  const note = noteOf(randomBytes(8).toString('hex'), new Date());
  let last: { text: string; at: number } | undefined;
  let told = false;
  for (;;) {
    try {
      if (locks.claim(path, noteAsText(note))) return held(world, path, note);
    } catch (error) {
      if (!isPassing(error) || clock.now() - begun > times.unwritten) return unlocked;
    }
    const text = locks.textOf(path);
    const holder = text === undefined ? undefined : readNote(text);
    const now = clock.now();
    if (text !== undefined) {
      if (last?.text !== text) last = { text, at: now };
      const left = now - last.at > (holder ? times.stale : times.unwritten);
      if ((holder && isGone(holder)) || left) {
        if (locks.textOf(path) === text) locks.release(path);
        last = undefined;
        continue;
      }
    }
    if (waiting.signal?.aborted === true) return 'stopped';
    if (now - begun > times.patience) return { heldBy: holder };
    if (holder && !told) {
      told = true;
      waiting.waits?.(holder);
    }
    await clock.pause(times.look);
  }
}

/** On Windows a file that is being taken away can for a moment neither be made nor read. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code);
}

function held({ files: { locks } }: World, path: string, note: LockNote): Lock {
  own.add(note.key);
  const isMine = (): boolean => readNote(locks.textOf(path) ?? '')?.key === note.key;
  const timer = setInterval(() => {
    note.beat++;
    if (isMine()) locks.writeOver(path, noteAsText(note));
  }, times.beat);
  timer.unref();
  return {
    isMine,
    [Symbol.dispose]() {
      clearInterval(timer);
      if (isMine()) locks.release(path);
      own.delete(note.key);
    },
  };
}
