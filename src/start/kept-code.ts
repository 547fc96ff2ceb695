import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolders } from '../cache.ts';
import { keptIn } from '../kept.ts';

/** A program that runs. */
export interface Started {
  /** What its file exports. */
  exports: unknown;
  /**
   * Keeps what was compiled so far for the next runs of this purpose, where the second has not done so. Called
   * once the work is done, since functions are compiled when they are first called.
   */
  keep(): void;
}

/** Compiled code that is kept at a time: a few versions of the program's parts, each for its commands. */
const most = 48;

/** How a program is run. */
export interface Circumstances {
  /** Folders to keep compiled code in, best first. */
  caches?: readonly string[];
  /** What the program takes for the path of its file. */
  filename?: string;
  /** Gives what the program asks for by name. */
  need?: (name: string) => unknown;
}

/**
 * Runs a program from compiled code that an earlier run left in the user's cache, which takes a third less
 * time than compiling it again. Where there is none, or it cannot be used, the program is compiled.
 * @param file holds, in ASCII, the function that Node makes of a CommonJS module; its name changes with its content
 * @param purpose what of the program is used: runs for one purpose call the same functions
 */
export function start(
  file: string,
  purpose: string,
  {
    caches = cacheFolders(process.env, tmpdir()),
    filename = file,
    need = createRequire(file),
  }: Circumstances = {},
): Started {
  // V8 itself looks whether its version, its flags and the length of the source are the same. But it does
  // not look whether the code is whole, and ends the process where it is not: see what `keptIn` promises.
  const name = `${basename(file, '.js')}-${purpose}-${process.version}-${process.arch}`;
  const kept = keptIn(caches, 'code', most);
  // V8 forgets code in a long run, as the first one is, so the second run adds what it had to compile again.
  const second = kept.get(`${name}-2`);
  const cachedData = second ?? kept.get(name);
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const used = cachedData !== undefined && script.cachedDataRejected !== true;
  const module = { exports: {} };
  const run = script.runInThisContext() as (...names: unknown[]) => void;
  run.call(module.exports, module.exports, need, module, filename, dirname(filename));
  const keep = (): void => {
    if (!used || !second) kept.put(used ? `${name}-2` : name, script.createCachedData());
  };
  return { exports: module.exports, keep };
}
