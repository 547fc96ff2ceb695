import { mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from './environment.ts';

/** Where Linux keeps files in memory. */
const inMemory = '/dev/shm';

/** Bytes that a browser's files may come to, with the memory that its processes share, many times over. */
const plenty = 512 * 1024 * 1024;

const name = 'scrutineer-print-';
const longAgo = 60 * 60 * 1000;

/**
 * Makes a folder for the files of one browser, which are thrown away with it: in memory where there is plenty, since
 * a browser starts sooner there and leaves quicker. A container may have next to none, and gets one on disk; so does
 * whoever names a temporary folder of their own.
 */
export function makeWorkFolder(env: Environment): string {
  if (process.platform === 'linux' && (env['TMPDIR'] ?? '') === '') {
    try {
      const { bavail, bsize } = statfsSync(inMemory);
      if (bavail * bsize >= plenty) {
        removeLeftovers(inMemory);
        return mkdtempSync(join(inMemory, `${name}${String(process.pid)}-`));
      }
    } catch {
      // There is none, or this account may not write there.
    }
  }
  return mkdtempSync(join(tmpdir(), name));
}

/** A process that was killed leaves its folder behind, and memory is given back by nobody else. */
export function removeLeftovers(folder: string, now = Date.now()): void {
  for (const found of readdirSync(folder)) {
    const owner = new RegExp(`^${name}(\\d+)-`).exec(found)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    const path = join(folder, found);
    try {
      if (now - statSync(path).mtimeMs > longAgo) rmSync(path, { recursive: true, force: true });
    } catch {
      // It is somebody else's, or gone by now.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another account's process may not be asked, and runs.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
