import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { computerMark, isAlive } from './sharing/owner.ts';

/**
 * Makes a folder with files in it that nobody changes any more, whole or not at all: it is filled under another
 * name beside its place, and renamed into it. Of several who do so at once, one comes first; the others are told.
 * @param files by their path inside the folder, with `/` between folders
 * @returns false where there is such a folder already, which stays as it is
 * @throws NodeJS.ErrnoException as the file system reports it
 */
export function createFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): boolean {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  clearLeftovers(parent);
  const beside = join(
    parent,
    `${unfinished}${computerMark()}-${String(process.pid)}-${randomBytes(4).toString('hex')}`,
  );
  try {
    mkdirSync(beside);
    for (const [name, bytes] of files) writeForGood(join(beside, name), bytes);
    return moveTo(folder, beside);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** How the name of a folder begins that is not yet whole. */
const unfinished = '.unfinished-';

/** A folder that another computer left unfinished is cleared away after so many milliseconds. */
const longAgo = 24 * 60 * 60 * 1000;

function writeForGood(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const handle = openSync(path, 'wx');
  try {
    let at = 0;
    while (at < bytes.length) at += writeSync(handle, bytes, at);
    // A computer that loses its power must not keep the folder's name without what is in its files.
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  chmodSync(path, 0o444);
}

function moveTo(folder: string, beside: string): boolean {
  for (let tries = 0; ; tries++) {
    try {
      if (statSync(folder, { throwIfNoEntry: false })) return false;
      renameSync(beside, folder);
      return true;
    } catch (error) {
      // Another one came first, in between.
      if (statSync(folder, { throwIfNoEntry: false })) return false;
      // A scanner for viruses still reads what was just written, and Windows moves nothing that is open.
      if (process.platform !== 'win32' || tries === 6) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50 * 2 ** tries);
    }
  }
}

/** Clears away what killed runs left: those of this computer at once, those of others in their time. */
function clearLeftovers(parent: string): void {
  for (const name of readdirSync(parent).filter((name) => name.startsWith(unfinished))) {
    const [computer, process] = name.slice(unfinished.length).split('-');
    const path = join(parent, name);
    try {
      const dead = computer === computerMark() && !isAlive(Number(process));
      const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
      if (dead || age > longAgo) rmSync(path, { recursive: true, force: true });
    } catch {
      // Somebody else clears it away, or may; it harms nobody.
    }
  }
}
