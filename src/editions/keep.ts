import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { World } from '../world.ts';
import { notKept } from './rules.ts';
import { checkSnapshot, type Snapshot } from './snapshot.ts';
import { editionsFolder, styleFolder } from './store.ts';

const here = `the folder ${editionsFolder}/ of the project`;

const reasons: Readonly<Record<string, [why: string, what: string]>> = {
  ENOSPC: ['the disk is full', 'Make room and run the command again.'],
  EDQUOT: ['your share of the disk is used up', 'Make room and run the command again.'],
  EACCES: ['you are not allowed to write there', `Ask for the right to write to ${here}.`],
  EPERM: ['you are not allowed to write there', `Ask for the right to write to ${here}.`],
  EROFS: ['the disk can only be read', 'Issue the paper on a computer that may write to the project.'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Move that file away.'],
  EEXIST: ['a part of the path is a file, not a folder', 'Move that file away.'],
};

/**
 * Keeps files for good in a folder of their own.
 * @param folder from the project's folder
 * @returns false where there is such a folder already; why not where they cannot be kept
 */
export function keep(
  world: World,
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): boolean | Diagnostic {
  try {
    return world.files.createFolder(join(world.root, folder), files);
  } catch (error) {
    return explained(folder, error);
  }
}

/** Keeps a style for good, where it is not kept already. */
export function keepStyle(world: World, { hash, files }: Snapshot): Diagnostic | undefined {
  const attributes = join(world.root, editionsFolder, '.gitattributes');
  try {
    if (world.files.size(attributes) === undefined)
      world.files.writeTogether(new Map([[attributes, new TextEncoder().encode(asTheyAre)]]));
  } catch (error) {
    return explained(editionsFolder, error);
  }
  if (!world.files.isFolder(join(world.root, styleFolder(hash)))) {
    const kept = keep(world, styleFolder(hash), files);
    if (typeof kept === 'object') return kept;
  }
  return checkSnapshot(world, hash)[0];
}

const asTheyAre = `# Version control must not turn the ends of lines round in what was issued: every byte of it counts.
* -text
`;

function explained(folder: string, error: unknown): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [why, what] = reasons[code] ?? [
    `the computer says ${code || 'nothing more'}`,
    `Check ${here}, and run the command again.`,
  ];
  return notKept.at(undefined, `Nothing could be kept in ${folder}: ${why}.`, what);
}
