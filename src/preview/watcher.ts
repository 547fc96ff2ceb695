import { join } from 'node:path';
import { watch } from 'chokidar';
import type { World } from '../world.ts';
import { isLeftover, projectFile } from './relevant.ts';

/** Who is told of changes. */
export interface Listener {
  /** Files of the project that were saved, added or taken away, once it has been quiet for a moment. */
  changed: (files: ReadonlySet<string>) => void;
  /** Why changes may go unnoticed. */
  trouble: (reason: string) => void;
}

/** Files that are watched until it is disposed of. */
export interface Watcher extends AsyncDisposable {
  /** When every file is watched: what changes from then on is told. */
  readonly ready: Promise<void>;
  /** When the last change was noticed, in milliseconds since 1970. */
  readonly lastChange: number;
  /** Settles when another change is noticed. */
  nextChange(): Promise<void>;
}

/**
 * Watches records and house styles. Many saves shortly after one another are told once.
 * @param quiet milliseconds without a change after which the changes so far are told
 */
export function watchProject(world: World, quiet: number, listener: Listener): Watcher {
  const files = watch([join(world.root, 'data'), world.templates], {
    ignoreInitial: true,
    ignored: (path) => isLeftover(path) && path !== world.templates,
  });
  let changed = new Set<string>();
  let waiting: NodeJS.Timeout | undefined;
  let lastChange = 0;
  let noticed: (() => void)[] = [];
  files.on('all', (event, path) => {
    // A folder that comes or goes is told by its files.
    if (event === 'addDir' || event === 'unlinkDir') return;
    const file = projectFile(world, path);
    if (file === undefined) return;
    changed.add(file);
    lastChange = Date.now();
    for (const notice of noticed) notice();
    noticed = [];
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const told = changed;
      changed = new Set();
      listener.changed(told);
    }, quiet);
  });
  files.on('error', (error) => listener.trouble(error instanceof Error ? error.message : String(error)));
  return {
    ready: new Promise((resolve) => files.once('ready', () => resolve())),
    get lastChange() {
      return lastChange;
    },
    nextChange: () => new Promise((resolve) => noticed.push(resolve)),
    async [Symbol.asyncDispose]() {
      clearTimeout(waiting);
      await files.close();
    },
  };
}
