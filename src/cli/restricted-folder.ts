import { dirname } from 'node:path';
import type { World } from '../world.ts';

/** Whether a folder is another one or lies somewhere in it, whatever they are called. */
export function isWithin({ files }: World, inner: string, outer: string): boolean {
  const kept = files.real(outer);
  for (let folder = files.real(inner); ; folder = dirname(folder)) {
    if (folder === kept) return true;
    if (dirname(folder) === folder) return false;
  }
}
