import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where folders lie that one test leaves to the next: see `spare-folders-home.ts`. */
    spareFolders: string;
  }
}

/** A copy of some folders, and how each file in it looked when it was made. */
interface Copy {
  root: string;
  looks: Map<string, string>;
}

/** Copies that nobody uses now, by what they are copies of. */
const spare = new Map<string, Copy[]>();
let lent = 0;

/**
 * Lends a copy of some folders. Given back, only what was changed in it is put right for the next who asks: to make and
 * to remove some hundred files takes longer than most tests do.
 * @param from where the folders lie
 * @returns the copy's folder, and what gives it back
 */
export function lendCopy(from: string, folders: readonly string[]): { root: string; giveBack: () => void } {
  const kind = [from, ...folders].join('\n');
  const waiting = spare.get(kind) ?? [];
  spare.set(kind, waiting);
  const root = join(inject('spareFolders'), `project-${String(process.pid)}-${String(++lent)}`);
  const copy = waiting.pop() ?? makeCopy(from, folders, root);
  // A project that nobody has met: what is remembered of one is remembered by its path.
  if (copy.root !== root) renameSync(copy.root, root);
  copy.root = root;
  return {
    root,
    giveBack: () => {
      putRight(copy, from);
      waiting.push(copy);
    },
  };
}

function makeCopy(from: string, folders: readonly string[], root: string): Copy {
  mkdirSync(root);
  for (const folder of folders) cpSync(join(from, folder), join(root, folder), { recursive: true });
  const looks = new Map<string, string>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }))
    looks.set(name, lookOf(join(root, name)));
  return { root, looks };
}

/** Leaves a copy as it was made: what was added goes, what was changed or taken away is copied again. */
function putRight({ root, looks }: Copy, from: string): void {
  removeOthers(root, '', looks);
  // A folder stands before what is in it.
  for (const [name, look] of [...looks].sort()) {
    const path = join(root, name);
    if (existsSync(path)) continue;
    if (look.startsWith('folder')) mkdirSync(path);
    else cpSync(join(from, name), path);
    looks.set(name, lookOf(path));
  }
}

function removeOthers(root: string, folder: string, looks: ReadonlyMap<string, string>): void {
  for (const entry of readdirSync(join(root, folder))) {
    const name = join(folder, entry);
    const path = join(root, name);
    if (lookOf(path) !== looks.get(name)) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    else if (looks.get(name)?.startsWith('folder')) removeOthers(root, name, looks);
  }
}

/** What differs when a file was changed, replaced or given other rights, or a folder was given others. */
function lookOf(path: string): string {
  const stats = lstatSync(path);
  const { mode, ino, size, mtimeMs, ctimeMs } = stats;
  return stats.isDirectory() ? `folder ${String(mode)}` : [mode, ino, size, mtimeMs, ctimeMs].join(' ');
}
