import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cacheFolders } from './cache.ts';
import { createFolder } from './new-folder.ts';
import { isNamedByContent, keptIn, type Kept } from './kept.ts';
import { realLockFiles, type LockFiles } from './sharing/lock-file.ts';
import { writeTogether } from './write-together.ts';

/** Everything that is not a pure function: files, the environment and the console. */
export interface World {
  /** The project folder, absolute: the one that holds `data/`. */
  root: string;
  /** The folder of house styles, absolute: the project's `templates/`, else those that Scrutineer brings along. */
  templates: string;
  files: Files;
  /** What was found to be in order and need not be looked at again while it is the same. */
  found: Memory;
  /** What earlier runs made and later ones need not make again; absent where nothing can be kept. */
  kept?: Kept | undefined;
  /** The day it is, YYYY-MM-DD. No paper rests on it: only what people do has the day on which they do it. */
  today: () => string;
  /** What waiting goes by; the computer's own where left out. No paper rests on it either. */
  clock?: Clock | undefined;
  env: Readonly<Record<string, string | undefined>>;
  out: (text: string) => void;
  err: (text: string) => void;
  /** Whether standard error is a terminal that shows progress well. */
  interactive: boolean;
  /** Whether text for people may carry colours. */
  colour: boolean;
}

/** A clock that only ever goes on, and knows nothing of days. */
export interface Clock {
  /** Milliseconds since some moment. */
  now: () => number;
  pause: (ms: number) => Promise<void>;
}

/** A set of short names that outlives the process where it can; forgetting is always allowed. */
export interface Memory {
  has(name: string): boolean;
  add(name: string): void;
}

/** A file as its folder knows it. */
export interface Stamp {
  /** Another one after every writing that the file system can tell from the last. */
  name: string;
  /** When anything was last changed about the file, in milliseconds since 1970 by the file system's clock. */
  changed: number;
}

/** The file system, as far as Scrutineer uses it. Paths are absolute. */
export interface Files {
  /** @throws NodeJS.ErrnoException as the file system reports it */
  read(path: string): Uint8Array;
  /** Size in bytes, or undefined where there is no such file. */
  size(path: string): number | undefined;
  isFolder(path: string): boolean;
  /** Whether it is neither a file nor a folder but a pipe or a device, which may have no end. */
  isDevice(path: string): boolean;
  /** What tells a file that was written to from one that was not, without reading it; undefined where there is none. */
  stamp(path: string): Stamp | undefined;
  /** Names in a folder, sorted; empty where there is no such folder. */
  list(folder: string): string[];
  /**
   * Writes several files whole or not at all: each beside its place first, then all renamed into it.
   * Missing folders are made. Leaves earlier files untouched where anything fails before the renames.
   * @throws NodeJS.ErrnoException (ENOSPC, EACCES, EROFS …)
   */
  writeTogether(files: ReadonlyMap<string, Uint8Array>): void;
  /**
   * Makes a folder with files in it that nobody changes any more: whole or not at all, and never over another one.
   * @param files by their path inside the folder, with `/` between folders
   * @returns false where there is such a folder already, which stays as it is
   * @throws NodeJS.ErrnoException (ENOSPC, EACCES, EROFS …)
   */
  createFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): boolean;
  /**
   * Takes a file away that Scrutineer made; nothing happens where there is none.
   * @throws NodeJS.ErrnoException (EACCES, EROFS …)
   */
  remove(path: string): void;
  /** What several people need who work in one folder. */
  locks: LockFiles;
  /** Where a path leads once its links are followed, as far as there is anything at it. */
  real(path: string): string;
}

export const realFiles: Files = {
  createFolder,
  real(path) {
    try {
      return realpathSync.native(path);
    } catch {
      return dirname(path) === path ? path : join(realFiles.real(dirname(path)), basename(path));
    }
  },
  read: (path) => readFileSync(path),
  size(path) {
    const found = statOf(path);
    return found?.isFile() ? found.size : undefined;
  },
  stamp(path) {
    const found = statOf(path);
    if (found?.isFile() !== true) return undefined;
    const { size, mtimeMs, ctimeMs, ino } = found;
    return { name: [size, mtimeMs, ctimeMs, ino].join(' '), changed: Math.max(mtimeMs, ctimeMs) };
  },
  isFolder: (path) => statOf(path)?.isDirectory() ?? false,
  isDevice(path) {
    const found = statOf(path);
    return found !== undefined && !found.isFile() && !found.isDirectory();
  },
  list(folder) {
    if (!realFiles.isFolder(folder)) return [];
    return readdirSync(folder).sort();
  },
  writeTogether,
  remove: (path) => rmSync(path, { force: true }),
  locks: realLockFiles,
};

/** What the file system says of a path that nothing can be at, as there is nothing where there is no entry. */
const nothingThere: readonly unknown[] = [
  // A file where a folder of the path should be.
  'ENOTDIR',
  'ENAMETOOLONG',
  // Links that lead to each other.
  'ELOOP',
];

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && nothingThere.includes(error.code)) return undefined;
    throw error;
  }
}

/** The world of a real process. `root` is the folder given, else the nearest folder upwards with a `data/`. */
export function realWorld(root?: string): World {
  const env = process.env;
  const noColour = env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '';
  const project = root === undefined ? nearestProject(process.cwd()) : resolve(root);
  return {
    root: project,
    templates: templatesFor(project),
    files: realFiles,
    found: memoryIn(cacheFolders(env, tmpdir())[0]),
    today: () => dayOf(new Date()),
    kept: isNamedByContent() ? keptIn(cacheFolders(env, tmpdir()), 'kept', 600) : undefined,
    env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    interactive: process.stderr.isTTY && env['CI'] === undefined,
    colour: process.stderr.isTTY && !noColour && env['TERM'] !== 'dumb',
  };
}

/** The day on this computer's calendar. */
function dayOf(now: Date): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(String);
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
}

function nearestProject(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (realFiles.isFolder(join(folder, 'data'))) return folder;
    if (dirname(folder) === folder) return from;
  }
}

/** A memory of empty files in a folder of the user's cache; without a folder it forgets at once. */
function memoryIn(cache: string | undefined): Memory {
  const path = (name: string): string | undefined =>
    cache === undefined ? undefined : join(cache, 'found', name);
  return {
    has(name) {
      const file = path(name);
      return file !== undefined && existsSync(file);
    },
    add(name) {
      const file = path(name);
      if (file === undefined) return;
      try {
        mkdirSync(dirname(file), { recursive: true });
        closeSync(openSync(file, 'w'));
      } catch {
        // A cache that cannot be written costs time and nothing else.
      }
    },
  };
}

/** The folder of calendars that Scrutineer brings along, for projects without their own. */
export const calendarsBrought = fileURLToPath(new URL('../data/calendars', import.meta.url));

/** A project without house styles of its own uses those beside the program. */
export function templatesFor(root: string): string {
  const own = join(root, 'templates');
  return realFiles.isFolder(own) ? own : fileURLToPath(new URL('../templates', import.meta.url));
}
