import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clearUnfinished, unfinishedName } from './sharing/leftovers.ts';

/**
 * Writes several files whole or not at all: each beside its place first, then all renamed into it. So nothing is
 * ever moved from one file system to another, wherever the folders lie.
 * @throws NodeJS.ErrnoException as the file system reports it
 */
export function writeTogether(files: ReadonlyMap<string, Uint8Array>): void {
  const waiting: [string, string][] = [];
  for (const folder of new Set([...files.keys()].map((path) => dirname(path)))) clearUnfinished(folder);
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(path), { recursive: true });
      const beside = join(dirname(path), unfinishedName());
      waiting.push([beside, path]);
      writeWhole(beside, bytes);
    }
    for (const [beside, path] of waiting) moveOver(beside, path);
  } catch (error) {
    for (const [beside] of waiting) rmSync(beside, { force: true });
    throw error;
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'wx');
  try {
    let at = 0;
    while (at < bytes.length) at += writeSync(handle, bytes, at);
  } finally {
    closeSync(handle);
  }
}

/** Windows moves nothing that a scanner for viruses still reads, nor over it; that is over in a moment. */
const passing = ['EPERM', 'EACCES', 'EBUSY'];

function moveOver(beside: string, path: string): void {
  for (let tries = 0; ; tries++) {
    try {
      renameSync(beside, path);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (process.platform !== 'win32' || tries === 5 || !passing.includes(code)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20 * 2 ** tries);
    }
  }
}
