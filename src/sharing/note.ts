import { computerMark, computerName, isAlive } from './owner.ts';

/** What a lock says of whoever holds it. */
export interface LockNote {
  /** What people call the computer. */
  computer: string;
  /** The computer as it runs now. */
  mark: string;
  process: number;
  /** Since when, as an ISO time by that computer's clock. */
  since: string;
  /** What no other lock has. */
  key: string;
  /** How often the holder has said that it is still there. */
  beat: number;
}

const hint =
  'A build of this paper is running. Whoever builds it next clears this file away if the build was stopped.';

/** A new note of this process. */
export function noteOf(key: string, since: Date): LockNote {
  const computer = computerName();
  return { computer, mark: computerMark(), process: process.pid, since: since.toISOString(), key, beat: 0 };
}

/** A note as text, equally long whatever the beat. */
export function noteAsText({ beat, ...note }: LockNote): string {
  return `${JSON.stringify({ hint, ...note, beat: String(beat).padStart(9, '0') })}\n`;
}

/** Reads a note; undefined where there is none yet, or half of one. */
export function readNote(text: string): LockNote | undefined {
  try {
    // Only what is looked at here is taken over.
    const { computer, mark, process, since, key, beat } = JSON.parse(text) as Record<string, unknown>;
    const words = [computer, mark, since, key, beat].every((word) => typeof word === 'string');
    if (!words || typeof process !== 'number' || Number.isNaN(Date.parse(String(since)))) return undefined;
    return {
      computer: String(computer),
      mark: String(mark),
      process,
      since: String(since),
      key: String(key),
      beat: Number(beat),
    };
  } catch {
    return undefined;
  }
}

/** Keys of what this process holds. */
export const own = new Set<string>();

/** Whether it is sure that the holder is gone: it ran on this computer, and does not any more. */
export function isGone({ mark, process: pid, key }: LockNote): boolean {
  if (mark !== computerMark()) return false;
  // Another process that is gone may have had the number of this one.
  return pid === process.pid ? !own.has(key) : !isAlive(pid);
}
