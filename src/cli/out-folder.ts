import { isAbsolute, join, relative } from 'node:path';
import type { World } from '../world.ts';

/** Folders of a project that hold what people write. What was issued is kept from being written over elsewhere. */
const kept = ['data', 'templates', 'seeds'];

/**
 * Whether papers written to a folder would stand among records and house styles, or loose in the project.
 * @param out the folder's full path
 */
export function isAmongKept({ root }: World, out: string): boolean {
  if (relative(root, out) === '') return true;
  return kept.some((folder) => {
    const from = relative(join(root, folder), out);
    return from === '' || (!from.startsWith('..') && !isAbsolute(from));
  });
}
