import { readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolders, isOwnFolder } from '../cache.ts';

/** The package with the packed browser, as npm installed it. */
export interface EmbeddedPackage {
  version: string;
  /** The folder with the packed files. */
  bin: string;
  /** The packed program. */
  packed: string;
}

/** The browser as it was unpacked into the cache. */
export interface UnpackedBrowser {
  program: string;
  /** Libraries that a bare system lacks. */
  libraries: string;
  /** Fonts for text whose own font lacks a character. */
  fonts: string;
  /** Where fontconfig may keep what it learnt of those fonts. */
  fontCache: string;
}

/** Environment variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The embedded package, or undefined where npm did not install it. Looked for by hand from this module
 * upwards: the package's exports hide its folder, and resolving its entry costs more than the look.
 */
export function embeddedPackage(): EmbeddedPackage | undefined {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const at = join(folder, 'node_modules', '@sparticuz', 'chromium');
    const version = versionOf(join(at, 'package.json'));
    if (version !== undefined)
      return { version, bin: join(at, 'bin'), packed: join(at, 'bin', 'chromium.br') };
    if (folder === dirname(folder)) return undefined;
  }
}

function versionOf(manifest: string): string | undefined {
  if (statSync(manifest, { throwIfNoEntry: false }) === undefined) return undefined;
  const read: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  const version = typeof read === 'object' && read !== null && 'version' in read ? read.version : undefined;
  return typeof version === 'string' ? version : undefined;
}

/** The browser where an earlier run has unpacked it completely; quick, because every run asks. */
export function unpackedAlready(from: EmbeddedPackage, env: Environment): UnpackedBrowser | undefined {
  for (const cache of cacheFolders(env, tmpdir())) {
    const folder = join(cache, folderName(from));
    if (isOwnFolder(cache) && isComplete(folder)) return inFolder(folder);
  }
  return undefined;
}

/** The folder in which fontconfig keeps what it learnt. */
export const fontCache = 'font-cache';
/** Lists the unpacked files with their sizes; the last to be written. */
export const listing = 'contents.json';

/** Whether all that was unpacked is there. The sizes are checked as well: cleaners of temporary folders remove single files. */
export function isComplete(folder: string): boolean {
  try {
    const sizes: unknown = JSON.parse(readFileSync(join(folder, listing), 'utf8'));
    if (typeof sizes !== 'object' || sizes === null) return false;
    return Object.entries(sizes).every(([name, size]) => statSync(join(folder, name)).size === size);
  } catch {
    return false;
  }
}

/** The folder in a cache for a browser. The size stands for the contents, so that a rebuilt package of the same version is noticed. */
export function folderName(from: EmbeddedPackage): string {
  return `chromium-${from.version}-${statSync(from.packed).size}`;
}

/** The parts of the browser that was unpacked into a folder. */
export function inFolder(folder: string): UnpackedBrowser {
  return {
    program: join(folder, 'chromium'),
    libraries: join(folder, 'lib'),
    fonts: join(folder, 'fonts'),
    fontCache: join(folder, fontCache),
  };
}
