import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolders, isOwnFolder, makeOwnFolder } from '../cache.ts';

/** A program that runs. */
export interface Started {
  /** What its file exports. */
  exports: unknown;
  /**
   * Keeps what was compiled so far for the next run of this purpose, where nothing is kept yet. Called once
   * the work is done, since functions are compiled when they are first called.
   */
  keep(): void;
}

/** Compiled code that is kept at a time: a few versions of the program, each with its commands. */
const most = 24;

/** Bytes of the digest that stands before the compiled code. */
const digestLength = 32;

/**
 * Runs a program from compiled code that an earlier run left in the user's cache, which takes a third less
 * time than compiling it again. Where there is none, or it cannot be used, the program is compiled: a cache
 * costs time and nothing else.
 * @param file a CommonJS file of ASCII whose name changes with its content
 * @param purpose what of the program is used: runs for one purpose call the same functions
 * @param caches folders to keep compiled code in, best first
 */
export function start(
  file: string,
  purpose: string,
  caches: readonly string[] = cacheFolders(process.env, tmpdir()),
): Started {
  // What V8 needs to be the same, it looks at itself: its version, its flags and the length of the source.
  const name = `${basename(file, '.js')}-${purpose}-${process.version}-${process.arch}`;
  const folders = caches.map((cache) => join(cache, 'code'));
  const cachedData = keptIn(folders, name);
  const source = readFileSync(file, 'latin1');
  const wrapped = `(function (exports, require, module, __filename, __dirname) { ${source}\n})`;
  const script = new Script(wrapped, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const used = cachedData !== undefined && script.cachedDataRejected !== true;
  const module = { exports: {} };
  const run = script.runInThisContext() as (...names: unknown[]) => void;
  run.call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
  const keep = (): void => {
    if (!used) keepIn(folders, name, script.createCachedData());
  };
  return { exports: module.exports, keep };
}

function keptIn(folders: readonly string[], name: string): Buffer | undefined {
  for (const folder of folders) {
    try {
      // It is a program: nobody else may have put it there.
      if (!isOwnFolder(dirname(folder)) || !isOwnFolder(folder)) continue;
      const kept = readFileSync(join(folder, name));
      const code = kept.subarray(digestLength);
      // V8 does not look whether it is whole, and ends the process where it is not.
      if (kept.subarray(0, digestLength).equals(digestOf(name, code))) return code;
    } catch {
      // Not there, or not to be read.
    }
  }
  return undefined;
}

function keepIn(folders: readonly string[], name: string, code: Buffer): void {
  for (const folder of folders) {
    try {
      makeOwnFolder(dirname(folder));
      makeOwnFolder(folder);
      const beside = join(folder, `.${name}-${String(process.pid)}.tmp`);
      writeFileSync(beside, Buffer.concat([digestOf(name, code), code]), { mode: 0o600 });
      renameSync(beside, join(folder, name));
      forget(folder);
      return;
    } catch {
      // The next folder, or none: the disk is full, or may not be written to.
    }
  }
}

/** Drops the oldest of more than a few; what a killed run left is among them in its time. */
function forget(folder: string): void {
  const ages = readdirSync(folder).map((name) => ({ name, age: statSync(join(folder, name)).mtimeMs }));
  ages.sort((a, b) => b.age - a.age);
  for (const { name } of ages.slice(most)) rmSync(join(folder, name), { force: true });
}

function digestOf(name: string, code: Uint8Array): Buffer {
  return createHash('sha256').update(name).update('\0').update(code).digest();
}
