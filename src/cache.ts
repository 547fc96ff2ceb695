import { mkdirSync, statSync, type Stats } from 'node:fs';
import { posix, win32 } from 'node:path';

/**
 * Folders in which an unpacked browser may be kept from run to run, best first. The last one is for
 * accounts without a home that can be written to, such as services and containers.
 */
export function cacheFolders(
  env: Readonly<Record<string, string | undefined>>,
  temporary: string,
  platform: NodeJS.Platform = process.platform,
): string[] {
  const windows = platform === 'win32';
  const path = windows ? win32 : posix;
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local, HOME: home } = env;
  const folders: string[] = [];
  if (xdg !== undefined && path.isAbsolute(xdg)) folders.push(path.join(xdg, 'scrutineer'));
  else if (windows && local !== undefined && path.isAbsolute(local))
    folders.push(path.join(local, 'scrutineer'));
  else if (home !== undefined && path.isAbsolute(home)) folders.push(path.join(home, '.cache', 'scrutineer'));
  folders.push(path.join(temporary, `scrutineer-${process.getuid?.() ?? 'user'}`));
  return folders;
}

/** What tells whose a process is. */
type Account = Pick<NodeJS.Process, 'getuid'>;

/**
 * Makes a cache folder where there is none.
 * @throws Error where it cannot be made, or where another account could put a program into it
 */
export function makeOwnFolder(folder: string, account: Account = process): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwnFolder(folder, account)) throw new Error(`${folder} belongs to somebody else`);
}

/**
 * Whether nobody but this account (and root) can change what is in the folder. On Windows, where a process has no number
 * of an account and every folder that can be written to says that everybody may, it is for any folder: the caches
 * lie in the account's own profile there, which Windows keeps from others.
 */
export function isOwnFolder(folder: string, account: Account = process): boolean {
  let found: Stats | undefined;
  try {
    found = statSync(folder, { throwIfNoEntry: false });
  } catch {
    // A file stands where a folder should be, or it may not be looked at.
  }
  if (found?.isDirectory() !== true) return false;
  const user = account.getuid?.();
  if (user === undefined) return true;
  return (found.uid === user || found.uid === 0) && (found.mode & 0o022) === 0;
}
