import type { World } from '../world.ts';
import { embeddedPackage } from './embedded.ts';
import type { Machine } from './find.ts';

/** This computer, as finding a browser sees it. */
export function thisMachine(world: World): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    env: world.env,
    exists: (path) => world.files.size(path) !== undefined,
    packed: embeddedPackage()?.packed,
  };
}
