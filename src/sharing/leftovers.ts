import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { computerMark, isAlive } from './owner.ts';

const begins = '.scrutineer-';
const ends = '.tmp';

/** What another computer left unfinished is cleared away after so many milliseconds. */
const longAgo = 24 * 60 * 60 * 1000;

/** A name for a file that is not yet whole, which says whose it is. */
export function unfinishedName(): string {
  const random = randomBytes(6).toString('hex');
  return `${begins}${computerMark()}-${String(process.pid)}-${random}${ends}`;
}

/** Clears away files that killed runs left in a folder: those of this computer at once, those of others in their time. */
export function clearUnfinished(folder: string): void {
  for (const name of namesIn(folder)) {
    if (!name.startsWith(begins) || !name.endsWith(ends)) continue;
    const [computer, pid] = name.slice(begins.length).split('-');
    const path = join(folder, name);
    try {
      const dead = computer === computerMark() && !isAlive(Number(pid));
      const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
      if (dead || age > longAgo) rmSync(path, { force: true });
    } catch {
      // Somebody else clears it away, or may; it harms nobody.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
