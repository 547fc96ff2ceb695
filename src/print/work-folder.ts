import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const inMemory = '/dev/shm';

/** Bytes that a browser's files may come to, with the memory that its processes share, many times over. */
const plenty = 512 * 1024 * 1024;

/**
 * Makes a folder for the files of one browser, which are thrown away with it: in memory where there is plenty, since
 * a browser starts sooner there and leaves quicker. A container may have next to none, and gets one on disk.
 */
export function makeWorkFolder(): string {
  if (process.platform === 'linux') {
    try {
      const { bavail, bsize } = statfsSync(inMemory);
      if (bavail * bsize >= plenty) return mkdtempSync(join(inMemory, 'scrutineer-print-'));
    } catch {
      // There is none, or this account may not write there.
    }
  }
  return mkdtempSync(join(tmpdir(), 'scrutineer-print-'));
}
