import { dirname } from 'node:path';
import type { World } from '../world.ts';
import { wrongUsage, type CommandContext } from './context.ts';

/** Whether a folder is another one or lies somewhere in it, whatever they are called. */
function isWithin({ files }: World, inner: string, outer: string): boolean {
  const kept = files.real(outer);
  for (let folder = files.real(inner); ; folder = dirname(folder)) {
    if (folder === kept) return true;
    if (dirname(folder) === folder) return false;
  }
}

/**
 * Refuses to write what is restricted among what is public.
 * @returns the exit code, once that was said; `undefined` where the folders are apart
 */
export function refuseAmongPublic(
  context: CommandContext,
  restrictedOut: string,
  out: string,
): number | undefined {
  if (!isWithin(context.world, restrictedOut, out)) return undefined;
  return wrongUsage(
    context,
    'What is restricted is never written among what the public may have.',
    'Choose another folder with --restricted-out.',
  );
}
