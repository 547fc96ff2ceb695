import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isOwnFolder, makeOwnFolder } from './cache.ts';

/** What is quicker to read than to make again, by names that say what it is made from; forgetting is always allowed. */
export interface Kept {
  get(name: string): Buffer | undefined;
  put(name: string, bytes: Uint8Array): void;
}

/** Bytes of the check value that stands before what is kept. */
const checkLength = 4;

/**
 * Keeps things as files in a folder of the user's cache. Only whole files that nobody else can have put
 * there are given back, and a folder that cannot be written to costs time and nothing else.
 * @param caches folders to have it in, best first
 * @param most files kept at a time, or up to half as many more; the latest are
 */
export function keptIn(caches: readonly string[], folder: string, most: number): Kept {
  const folders = caches.map((cache) => join(cache, folder));
  return {
    get(name) {
      for (const folder of folders) {
        try {
          if (!isOwnFolder(dirname(folder)) || !isOwnFolder(folder)) continue;
          const kept = readFileSync(join(folder, name));
          const bytes = kept.subarray(checkLength);
          if (kept.readUInt32LE() === checkOf(name, bytes)) return bytes;
        } catch {
          // Not there, or not to be read.
        }
      }
      return undefined;
    },
    put(name, bytes) {
      for (const folder of folders) {
        try {
          makeOwnFolder(dirname(folder));
          makeOwnFolder(folder);
          const beside = join(folder, `.${name}-${String(process.pid)}.tmp`);
          const check = Buffer.alloc(checkLength);
          check.writeUInt32LE(checkOf(name, bytes));
          writeFileSync(beside, Buffer.concat([check, bytes]), { mode: 0o600 });
          renameSync(beside, join(folder, name));
        } catch {
          // The next folder, or none: the disk is full, or may not be written to.
          continue;
        }
        try {
          forget(folder, most);
        } catch {
          // Kept all the same; another run may be forgetting as well.
        }
        return;
      }
    },
  };
}

/** Drops the oldest; what a killed run left is among them in its time. */
function forget(folder: string, most: number): void {
  const names = readdirSync(folder);
  if (names.length <= most * 1.5) return;
  const age = (name: string): number =>
    // What another run has dropped meanwhile is as old as can be.
    statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const ages = names.map((name) => ({ name, age: age(name) }));
  ages.sort((a, b) => b.age - a.age);
  for (const { name } of ages.slice(most)) rmSync(join(folder, name), { force: true });
}

/** Shows damage, not intent: nobody else can write here. A digest of megabytes of code takes five times as long. */
function checkOf(name: string, bytes: Uint8Array): number {
  return crc32(bytes, crc32(name));
}

/**
 * A name for what this program makes of some texts. Another version of the program has names of its own.
 * @param kind one word
 */
export function nameFor(kind: string, ...texts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify([import.meta.url, ...texts]));
  return `${kind}-${digest.digest('hex').slice(0, 40)}`;
}

/** Whether this program's file has a name that changes with its content, as bundling gives it. */
export function isNamedByContent(): boolean {
  return /-[A-Z0-9]{8}\.js$/.test(import.meta.url);
}
