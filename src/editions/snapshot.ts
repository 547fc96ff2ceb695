import { join, posix, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sha256 } from '../travel/manifest.ts';
import type { World } from '../world.ts';
import { takeBack } from './edition.ts';
import { styleFiles } from './places.ts';
import { missing, styleChanged } from './rules.ts';
import { styleFolder } from './store.ts';

/** A house style with its wording as it was at one time: outline, partials, styles and fonts. */
export interface Snapshot {
  /** SHA-256 of all of it, which is its name: the same style is kept once, however many editions it was used for. */
  hash: string;
  /** By their path in `templates/`. */
  files: Map<string, Uint8Array>;
}

/** Takes down a house style, with what all styles share. */
export function takeSnapshot(world: World, style: string): Snapshot {
  const files = new Map<string, Uint8Array>();
  const names = styleFiles(world, style).filter((file) => !isLitter(posix.basename(file)));
  for (const file of names) add(world, file.slice('templates/'.length), files);
  return { hash: hashOf(files), files };
}

/** What operating systems and editors leave in folders. */
function isLitter(name: string): boolean {
  return /^[.~]|~$|^thumbs\.db$|^desktop\.ini$/i.test(name);
}

function add(world: World, file: string, files: Map<string, Uint8Array>): void {
  const path = join(world.templates, file);
  if (files.has(file) || world.files.size(path) === undefined) return;
  const bytes = world.files.read(path);
  files.set(file, bytes);
  if (!file.endsWith('.css')) return;
  // A style may use a font or a picture that lies in another one's folder.
  for (const [, named = ''] of new TextDecoder()
    .decode(bytes)
    .matchAll(/url\(\s*["']?([^)"']+)["']?\s*\)/g)) {
    const target = posix.normalize(posix.join(posix.dirname(file), named));
    if (!named.startsWith('data:') && !target.startsWith('..')) add(world, target, files);
  }
}

function hashOf(files: ReadonlyMap<string, Uint8Array>): string {
  const all = [...files].map(([file, bytes]) => [file, sha256(bytes)] as const);
  return sha256(JSON.stringify(all.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Whether a style that was kept for editions is there as it was; else what is wrong with it. */
export function checkSnapshot(world: World, hash: string): Diagnostic[] {
  const folder = styleFolder(hash);
  if (!world.files.isFolder(join(world.root, folder)))
    return [
      missing.at(
        { file: folder },
        'The house style that the edition was set in is not there any more.',
        takeBack,
      ),
    ];
  const files = new Map<string, Uint8Array>();
  try {
    for (const path of filesUnder(world, join(world.root, folder))) {
      const file = relative(join(world.root, folder), path).split(sep).join('/');
      if (!isLitter(posix.basename(file))) files.set(file, world.files.read(path));
    }
  } catch {
    return [styleChanged.at({ file: folder }, 'The house style of the edition cannot be read.', takeBack)];
  }
  if (hashOf(files) === hash) return [];
  return [
    styleChanged.at(
      { file: folder },
      'The house style of the edition is not as it was: a file in it was changed, added or deleted.',
      takeBack,
    ),
  ];
}

function filesUnder(world: World, folder: string): string[] {
  return world.files.list(folder).flatMap((name) => {
    const path = join(folder, name);
    return world.files.isFolder(path) ? filesUnder(world, path) : [path];
  });
}
