import { dirname, relative, sep } from 'node:path';
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

/** Writes a report's files, all of them or none. */
export function writeOutputs(world: World, files: ReadonlyMap<string, Uint8Array>): Diagnostic[] {
  try {
    world.files.writeTogether(files);
    return [];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const [why, what] = reasons[code] ?? [
      `the computer says ${code || 'nothing more'}`,
      'Choose another folder with --out.',
    ];
    const folder = relative(world.root, dirname([...files.keys()][0] ?? ''))
      .split(sep)
      .join('/');
    return [notWritten.at(undefined, `Nothing could be written to ${folder || '.'}: ${why}.`, what)];
  }
}
