import { mkdirSync, statSync, type Stats } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/**
 * Folders in which an unpacked browser may be kept from run to run, best first. The last one is for
 * accounts without a home that can be written to, such as services and containers.
 */
export function cacheFolders(env: Readonly<Record<string, string | undefined>>, temporary: string): string[] {
  const { XDG_CACHE_HOME: xdg, HOME: home } = env;
  const folders: string[] = [];
  if (xdg !== undefined && isAbsolute(xdg)) folders.push(join(xdg, 'scrutineer'));
  else if (home !== undefined && isAbsolute(home)) folders.push(join(home, '.cache', 'scrutineer'));
  folders.push(join(temporary, `scrutineer-${process.getuid?.() ?? 'user'}`));
  return folders;
}

/**
 * Makes a cache folder where there is none.
 * @throws Error where it cannot be made, or where another account could put a program into it
 */
export function makeOwnFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwnFolder(folder)) throw new Error(`${folder} belongs to somebody else`);
}

/** Whether nobody but this account (and root) can change what is in the folder. */
export function isOwnFolder(folder: string): boolean {
  let found: Stats | undefined;
  try {
    found = statSync(folder, { throwIfNoEntry: false });
  } catch {
    // A file stands where a folder should be, or it may not be looked at.
  }
  if (found?.isDirectory() !== true) return false;
  const own = process.getuid === undefined || found.uid === process.getuid() || found.uid === 0;
  return own && (found.mode & 0o022) === 0;
}
