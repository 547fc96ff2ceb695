import { basename, relative, sep } from 'node:path';
import { isRecordFile } from '../records/names.ts';
import type { World } from '../world.ts';

/** What editors, office programs and copying leave beside a file while it is open or on its way. */
const leftover =
  /^(?:[.~#].*|.*~|.*\.(?:sw[a-z]|tmp|temp|bak|orig|lock|part|crdownload)|4913|thumbs\.db|desktop\.ini)$/i;

/** Whether a file or folder is an editor's and none of the project's: `.name.swp`, `~$name`, `name~`. */
export function isLeftover(path: string): boolean {
  return leftover.test(basename(path));
}

/**
 * The name by which messages and manifests call a file that papers can rest on; undefined for any other.
 * @param path absolute
 */
export function projectFile(world: World, path: string): string | undefined {
  if (isLeftover(path)) return undefined;
  const inTemplates = within(world.templates, path);
  if (inTemplates !== undefined)
    return basename(path).startsWith('example.') ? undefined : `templates/${inTemplates}`;
  const inRoot = within(world.root, path);
  return inRoot?.startsWith('data/') === true && isRecordFile(basename(path)) ? inRoot : undefined;
}

function within(folder: string, path: string): string | undefined {
  const inside = relative(folder, path).split(sep).join('/');
  return inside === '' || inside.startsWith('../') || inside.includes(':') ? undefined : inside;
}
