import { closeSync, mkdirSync, openSync, readFileSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { clearUnfinished } from './leftovers.ts';

/** What a file system must be able to do for several people to work in one folder. Paths are absolute. */
export interface LockFiles {
  /**
   * Makes a file where there is none, and the folder it is in.
   * @returns false where there is one already
   * @throws NodeJS.ErrnoException (EACCES, EROFS …)
   */
  claim(path: string, text: string): boolean;
  /** The text of a file, undefined where there is none. Asks whoever keeps the file rather than remember it. */
  textOf(path: string): string | undefined;
  /** Writes as many letters over those of a file that is there; false where there is none. */
  writeOver(path: string, text: string): boolean;
  /** Takes a file away, with the folder it is in once that is empty. */
  release(path: string): void;
  /** Clears away what killed runs left unfinished in a folder. */
  clear(folder: string): void;
}

export const realLockFiles: LockFiles = {
  claim(path, text) {
    for (let tries = 0; ; tries++) {
      mkdirSync(dirname(path), { recursive: true });
      try {
        write(path, 'wx', text);
        return true;
      } catch (error) {
        const code = codeOf(error);
        if (code === 'EEXIST') return false;
        // Whoever was the last to leave has just taken the folder away.
        if (code !== 'ENOENT' || tries === 10) throw error;
      }
    }
  },
  textOf(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
  writeOver(path, text) {
    try {
      write(path, 'r+', text);
      return true;
    } catch {
      return false;
    }
  },
  release(path) {
    try {
      unlinkSync(path);
    } catch {
      // Somebody else took it away.
    }
    try {
      rmdirSync(dirname(path));
    } catch {
      // Others are in it.
    }
  },
  clear: clearUnfinished,
};

function write(path: string, flags: 'wx' | 'r+', text: string): void {
  const handle = openSync(path, flags);
  try {
    writeSync(handle, text);
  } finally {
    closeSync(handle);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
