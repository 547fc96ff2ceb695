import type { World } from '../world.ts';

/** A world that notes which files are read. */
export interface Steady {
  world: World;
  /** Whether any file is another than when it was read: what was made of them may fit neither state. */
  moved(): boolean;
}

/** The same world, able to say afterwards whether its files stood still while they were read. */
export function steady(world: World): Steady {
  const read = new Map<string, string | undefined>();
  const { files } = world;
  const stampOf = (path: string): string | undefined => files.stamp(path)?.name;
  return {
    world: {
      ...world,
      files: {
        ...files,
        read(path) {
          if (!read.has(path)) read.set(path, stampOf(path));
          return files.read(path);
        },
      },
    },
    moved: () => [...read].some(([path, stamp]) => stampOf(path) !== stamp),
  };
}
