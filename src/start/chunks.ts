import { createRequire } from 'node:module';
import { join } from 'node:path';
import { start, type Started } from './kept-code.ts';

/** The files of the program's parts by their names, put in by the bundler. */
declare const chunkFiles: Readonly<Record<string, string>>;

/** A file name that changes with anything in the program, put in by the bundler; there need be no such file. */
declare const programName: string;

/** The parts that the program is bundled in, each of them loaded when something in it is asked for. */
export interface Chunks {
  /**
   * What a source file exports.
   * @param name the part that has it and its path, as bundling writes it: `chunk:program/src/cli/check.ts`
   */
  load(name: string): unknown;
  /** Keeps what was compiled of every part that was loaded. */
  keep(): void;
}

/**
 * @param folder holds the parts
 * @param purpose what of the program is used: see {@link start}
 */
export function chunksIn(folder: string, purpose: string): Chunks {
  const started = new Map<string, Started>();
  const filename = join(folder, programName);
  const ofPackages = createRequire(filename);
  const need = (name: string): unknown => (name.startsWith('chunk:') ? load(name) : ofPackages(name));
  const open = (part: string): Started => {
    const opened =
      started.get(part) ?? start(join(folder, chunkFiles[part] ?? ''), purpose, { filename, need });
    started.set(part, opened);
    return opened;
  };
  const load = (name: string): unknown => {
    const [part = '', path = ''] = name.slice('chunk:'.length).split(/\/(.*)/s);
    // Bundling writes each part as a table of what others ask it for.
    const { modules } = open(part).exports as { modules: Record<string, () => unknown> };
    return modules[path]?.();
  };
  return {
    load,
    keep: () => {
      for (const part of started.values()) part.keep();
    },
  };
}
