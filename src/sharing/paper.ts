import { join } from 'node:path';
import { rule, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { World } from '../world.ts';
import { isIssued } from '../write.ts';
import { takeLock, type Lock, type Refused, type Waiting } from './lock.ts';
import { isGone, readNote, type LockNote } from './note.ts';

/** The folder of locks among the outputs, which is there only while papers are built. */
const folderOfLocks = '.scrutineer';
const ending = '.lock';

/** A lock that another computer left is cleared away after so many milliseconds even if nobody builds its paper. */
const longAgo = 24 * 60 * 60 * 1000;

const busy = rule(
  'output/busy',
  'machine',
  'Two builds of one paper at once would each undo what the other wrote; earlier files stand as they were.',
);

/**
 * Lets nobody else build a paper while the lock is held.
 * @param out the folder of outputs, absolute
 * @param paper the name of its folder there
 */
export async function lockPaper(
  world: World,
  out: string,
  paper: string,
  waiting: Waiting,
): Promise<Lock | Refused> {
  // Not even a lock is put among editions; nothing will be written there either.
  if (isIssued(world, join(out, paper, paper)))
    return { isMine: () => true, [Symbol.dispose]: () => undefined };
  return takeLock(world, pathOf(out, paper), waiting);
}

/** That somebody else builds a paper and does not come to an end. */
export function stillBusy(out: string, paper: string, holder: LockNote | undefined): Diagnostic {
  const who = holder
    ? `another build of it has been running since ${inWords(holder)}`
    : 'another build of it has begun';
  return busy.at(
    undefined,
    `${paper} was not made: ${who}, and does not come to an end.`,
    `End that build, or ask whoever runs it; then run the command again. If nobody does, delete ${pathOf(out, paper)}.`,
  );
}

/** That somebody else took over while this computer slept. */
export function takenOver(out: string, paper: string): Diagnostic {
  return busy.at(
    undefined,
    `${paper} was not made: this computer said nothing for over a minute, and another build of it may have begun.`,
    `Run the command again. If it keeps happening, look whether the folder ${out} can be reached without a break.`,
  );
}

/** Since when and where somebody holds a lock: `14:03 on OFFICE-PC`. */
export function inWords({ since, computer }: LockNote): string {
  const at = new Date(since);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())} on ${computer}`;
}

/** Clears away what builds left unfinished that were killed. Costs next to nothing where there were none. */
export function clearKilled({ files }: World, out: string): void {
  const folder = join(out, folderOfLocks);
  for (const name of files.list(folder)) {
    if (!name.endsWith(ending)) continue;
    const path = join(folder, name);
    const text = files.locks.textOf(path);
    const note = text === undefined ? undefined : readNote(text);
    const age = Date.now() - (files.stamp(path)?.changed ?? Infinity);
    if (!(note && isGone(note)) && age < longAgo) continue;
    files.locks.clear(join(out, name.slice(0, -ending.length)));
    if (files.locks.textOf(path) === text) files.locks.release(path);
  }
}

function pathOf(out: string, paper: string): string {
  return join(out, folderOfLocks, `${paper}${ending}`);
}
