import { join } from 'node:path';
import type { World } from '../world.ts';
import { wrongUsage, type CommandContext } from './context.ts';

/** What a command works on: a project; at least the editions or the starter files of one; or nothing that has to be there. */
export type WorksOn = 'project' | 'editions' | 'seeds' | 'anything';

/**
 * Looks whether there is what a command works on, so that none takes a folder without records for one in which all
 * is well, and none writes anything there.
 * @param named the folder given with --root, as it was typed
 * @returns the exit code where there is not, which has been said then
 */
export function lacksProject(
  context: CommandContext,
  named: string | undefined,
  worksOn: WorksOn,
): number | undefined {
  const { world } = context;
  if (named !== undefined && !world.files.isFolder(world.root))
    return wrongUsage(context, `There is no folder ${named}.`, 'Name the project’s folder with --root.');
  if (worksOn === 'anything' || hasOneOf(world, ['data', ...(worksOn === 'project' ? [] : [worksOn])]))
    return undefined;
  return wrongUsage(
    context,
    `This is not a project folder: there is no folder data/ with records in ${world.root}.`,
    'Change to the project’s folder, or name it with --root.',
  );
}

function hasOneOf({ root, files }: World, folders: readonly string[]): boolean {
  return folders.some((folder) => files.isFolder(join(root, folder)));
}
