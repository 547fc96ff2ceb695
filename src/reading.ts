import type { World } from './world.ts';

/** A project's files as they are read for one purpose. */
export interface Reading {
  /** The same world, in which every file has the bytes that were first read of it. */
  world: World;
  /** Whether any file that was read is another one now. */
  moved(): boolean;
  /** When any of the files was last changed, in milliseconds since 1970; undefined where none was read. */
  lastChange(): number | undefined;
}

/** A file that is saved just then is read so often before it is taken as it comes. */
const mostReads = 10;

/**
 * Reads every file once, and again where it was saved while it was read. So all that is said of a file, its hash among
 * it, is said of the bytes that were used.
 */
export function readingOnce(world: World): Reading {
  const { files } = world;
  const bytes = new Map<string, Uint8Array>();
  const stamps = new Map<string, string | undefined>();
  const read = (path: string): Uint8Array => {
    const known = bytes.get(path);
    if (known) return known;
    for (let reads = 1; ; reads++) {
      const before = files.stamp(path)?.name;
      stamps.set(path, before);
      const found = files.read(path);
      if (files.stamp(path)?.name !== before && reads < mostReads) continue;
      bytes.set(path, found);
      return found;
    }
  };
  return {
    world: { ...world, files: { ...files, read } },
    moved: () => [...stamps].some(([path, stamp]) => files.stamp(path)?.name !== stamp),
    lastChange() {
      const times = [...stamps.keys()].flatMap((path) => files.stamp(path)?.changed ?? []);
      return times.length === 0 ? undefined : Math.max(...times);
    },
  };
}
