import type { World } from '../world.ts';
import { embeddedPackage } from './embedded.ts';
import type { Machine } from './find.ts';

/** This computer, as finding a browser sees it. */
export function thisMachine(world: World): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    env: world.env,
    exists(path) {
      try {
        return world.files.size(path) !== undefined;
      } catch {
        // This account may not look into the folder; the browser may be in another one.
        return false;
      }
    },
    packed: embeddedPackage()?.packed,
  };
}
