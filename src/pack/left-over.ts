import { basename, dirname, join, relative, sep } from 'node:path';
import { rule, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Desk } from './desk.ts';
import { leaks } from './one-pack.ts';
import { webNames } from './web.ts';

const left = rule(
  'pack/left-over',
  'warning',
  'Whoever knows the address of a paper can read it as long as it is there, exempt by now or not.',
);

/** Takes away web pages of an earlier run that the pack just written has no more: what they say may be exempt by now. */
export function clearPages({ project }: Desk, written: ReadonlyMap<string, Uint8Array>): void {
  const { files } = project.world;
  const index = [...written.keys()].find((path) => basename(path) === 'index.html');
  if (index === undefined) return;
  for (const folder of [dirname(index), join(dirname(index), 'files')])
    for (const name of files.list(folder)) {
      const path = join(folder, name);
      if (/\.(?:html|pdf)$/.test(name) && !written.has(path)) files.remove(path);
    }
}

/**
 * Takes away what earlier runs wrote beside a pack and the public may not have any more: supplements with an item that
 * is not in them now, and their files with words that are exempt by now.
 *
 * @param out the folder of the meeting
 */
export async function clearLeftOver(
  desk: Desk,
  out: string,
  written: ReadonlyMap<string, Uint8Array>,
): Promise<Diagnostic[]> {
  const { world } = desk.project;
  const under = (folder: string): string[] =>
    world.files
      .list(folder)
      .map((name) => join(folder, name))
      .flatMap((path) => (world.files.isFolder(path) ? under(path) : [path]));
  const rest = under(out).filter((path) => letterOf(out, path) !== undefined && !written.has(path));
  const gone = new Set(withdrawn(desk, out, rest));
  const kept = rest.filter((path) => !gone.has(path));
  const bytes = new Map(kept.map((path) => [path, world.files.read(path)]));
  const found = bytes.size === 0 ? [] : await leaks(desk, bytes);
  for (const { file } of found) if (file !== undefined) gone.add(file);
  return [...gone].sort().map((path) => {
    world.files.remove(path);
    const shown = relative(world.root, path).split(sep).join('/');
    return left.at(
      undefined,
      `${shown} held what is exempt or withdrawn by now, and was taken away.`,
      'Take it off the web site too. If the public may have the rest of it, make it again.',
    );
  });
}

/** The files of supplements that hold a page or a paper that has no place in them now. */
function withdrawn({ agenda }: Desk, out: string, rest: readonly string[]): string[] {
  const letters = new Set(rest.flatMap((path) => letterOf(out, path) ?? []));
  return [...letters].flatMap((letter) => {
    const own = rest.filter((path) => letterOf(out, path) === letter);
    const items = agenda.items.filter(
      ({ part, entry }) => part === 'public' && entry?.supplement?.toLowerCase() === letter,
    );
    const names = webNames(items).map((name) => join(out, `supplement-${letter}`, name));
    const pdf = join(out, `${agenda.meeting.id}-supplement-${letter}.pdf`);
    return own.every((path) => path === pdf || names.includes(path)) ? [] : own;
  });
}

function letterOf(out: string, path: string): string | undefined {
  const [top = ''] = relative(out, path).split(sep);
  return (/^supplement-([a-z])$/.exec(top) ?? /-supplement-([a-z])\.pdf$/.exec(top))?.[1];
}
