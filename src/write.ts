import { dirname, join, relative, sep } from 'node:path';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { rule } from './diagnostics/diagnostic.ts';
import type { World } from './world.ts';

const notWritten = rule(
  'output/not-written',
  'machine',
  'The paper was made but is nowhere to be found; earlier files stand as they were.',
);

const reasons: Readonly<Record<string, [why: string, what: string]>> = {
  ENOSPC: ['the disk is full', 'Make room and run the command again.'],
  EDQUOT: ['your share of the disk is used up', 'Make room and run the command again.'],
  EACCES: [
    'you are not allowed to write there',
    'Ask for the right to write there, or choose another folder with --out.',
  ],
  EPERM: [
    'you are not allowed to write there',
    'Close the file if it is open elsewhere, or choose another folder with --out.',
  ],
  EROFS: ['the disk can only be read', 'Choose another folder with --out.'],
  EBUSY: ['the file is open elsewhere', 'Close it there and run the command again.'],
  ENOTDIR: [
    'a part of the path is a file, not a folder',
    'Move that file away, or choose another folder with --out.',
  ],
  EEXIST: [
    'a part of the path is a file, not a folder',
    'Move that file away, or choose another folder with --out.',
  ],
  EISDIR: ['a folder has the name of the file', 'Move that folder away, or choose another one with --out.'],
};

const issued = rule(
  'output/issued',
  'error',
  'What was issued stays as it was issued; nothing is ever written over it or beside it.',
);

/** Writes a report's files, all of them or none, and none where issued editions are kept. */
export function writeOutputs(world: World, files: ReadonlyMap<string, Uint8Array>): Diagnostic[] {
  const kept = [...files.keys()].find((path) => isIssued(world, path));
  if (kept !== undefined)
    return [
      issued.at(
        undefined,
        `Nothing was written to ${shown(world, dirname(kept))}: issued editions are kept there.`,
        'Choose another folder with --out. A new edition is made with `npx scrutineer issue`.',
      ),
    ];
  try {
    world.files.writeTogether(files);
    return [];
  } catch (error) {
    return [unwritten(world, dirname([...files.keys()][0] ?? ''), error)];
  }
}

/** Why nothing could be written to a folder. @param error as the file system reports it */
export function unwritten(world: World, folder: string, error: unknown): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [why, what] = reasons[code] ?? [
    `the computer says ${code || 'nothing more'}`,
    'Choose another folder with --out.',
  ];
  return notWritten.at(undefined, `Nothing could be written to ${shown(world, folder)}: ${why}.`, what);
}

function shown(world: World, folder: string): string {
  return relative(world.root, folder).split(sep).join('/') || '.';
}

/** Whether a path lies among editions or published packs: those of this project, or any other's. */
export function isIssued({ files, root }: World, path: string): boolean {
  const kept = ['editions', 'published'].map((name) => files.real(join(root, name)));
  for (let folder = files.real(dirname(path)); ; folder = dirname(folder)) {
    const mark = ['edition.yaml', 'published.json'].find(
      (name) => files.size(join(folder, name)) !== undefined,
    );
    if (kept.includes(folder) || mark !== undefined) return true;
    if (dirname(folder) === folder) return false;
  }
}
