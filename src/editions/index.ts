import { nameFor } from '../kept.ts';
import { sha256OfFile } from '../travel/manifest.ts';
import type { World } from '../world.ts';

/**
 * What earlier runs learnt of a project's files and need not find out again. It stands in the user's cache.
 * Without it, or where it is damaged, everything is looked at again; nothing else depends on it.
 */
export class Index {
  readonly #world: World;
  readonly #name: string;
  readonly #now = Date.now();
  readonly #known: Contents;
  readonly #hashes = new Map<string, string | undefined>();
  #changed = false;

  /** @param out the folder of outputs, absolute */
  constructor(world: World, out: string) {
    this.#world = world;
    this.#name = nameFor('index', world.root, world.templates, out);
    this.#known = contentsFrom(world.kept?.get(this.#name));
  }

  /**
   * SHA-256 of a file, undefined where there is none that can be read. A file is read again where its size, its
   * times or its number differ, and where it was written to so shortly before the last look that another writing
   * could bear the same time.
   */
  hashOf(path: string): string | undefined {
    if (this.#hashes.has(path)) return this.#hashes.get(path);
    const stamp = this.#world.files.stamp(path);
    const known = stamp && this.#known.files[path];
    let hash = known?.[0] === stamp?.name ? known?.[1] : undefined;
    if (stamp && hash === undefined) {
      hash = this.#read(path);
      if (hash !== undefined && stamp.changed + coarsestTick < this.#now)
        this.#put('files', path, [stamp.name, hash]);
    }
    this.#hashes.set(path, hash);
    return hash;
  }

  /** Looks at a file afresh: this run has written it. */
  forget(path: string): void {
    this.#hashes.delete(path);
  }

  /** What was noted under a name in an earlier run or in this one. */
  noted(name: string): string | undefined {
    return this.#known.notes[name];
  }

  note(name: string, what: string): void {
    if (this.#known.notes[name] !== what) this.#put('notes', name, what);
  }

  /** Keeps what was learnt for the next run. */
  save(): void {
    if (!this.#changed || !this.#world.kept) return;
    for (const path of Object.keys(this.#known.files)) {
      if (!this.#hashes.has(path) && !this.#world.files.stamp(path))
        Reflect.deleteProperty(this.#known.files, path);
    }
    this.#world.kept.put(this.#name, Buffer.from(JSON.stringify(this.#known)));
    this.#changed = false;
  }

  #read(path: string): string | undefined {
    try {
      return sha256OfFile(path, this.#world.files.read(path));
    } catch {
      return undefined;
    }
  }

  #put<K extends keyof Contents>(kind: K, name: string, what: Contents[K][string]): void {
    Object.assign(this.#known[kind], { [name]: what });
    this.#changed = true;
  }
}

/** Two writings within so many milliseconds can bear the same time: on memory sticks it counts in twos of seconds. */
const coarsestTick = 2_000;

interface Contents {
  /** Stamp and SHA-256, by path. */
  files: Record<string, [stamp: string, sha256: string]>;
  notes: Record<string, string>;
}

function contentsFrom(bytes: Uint8Array | undefined): Contents {
  const nothing: Contents = { files: {}, notes: {} };
  if (!bytes) return nothing;
  try {
    // Only this program writes under this name, and the keeper looks whether the bytes are whole.
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Contents> | null;
    const isTable = (value: unknown): boolean =>
      typeof value === 'object' && value !== null && !Array.isArray(value);
    return read && isTable(read.files) && isTable(read.notes) ? { ...nothing, ...read } : nothing;
  } catch {
    return nothing;
  }
}
