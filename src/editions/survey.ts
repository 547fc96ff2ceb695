import { basename, join } from 'node:path';
import { readManifest, sha256, type Manifest } from '../travel/manifest.ts';
import type { World } from '../world.ts';
import { browserKnown } from './browser.ts';
import type { Index } from './index.ts';
import { pathOfInput, recordFiles, styleFiles } from './places.ts';
import { programName } from './program.ts';
import type { Reason } from './reasons.ts';

/** How the papers that are asked after are to be. */
export interface Asked {
  /** The house style asked for, instead of each report's own. */
  style?: string | undefined;
  /** The folder of outputs, absolute. */
  out: string;
  kinds: readonly ('html' | 'pdf')[];
  /** The browser asked for. */
  browser?: string | undefined;
}

/** A paper as it stands in the folder of outputs. */
export interface Standing {
  report: string;
  /** The name of its folder and of its files; undefined where nothing stands there and its style is not known. */
  folder: string | undefined;
  manifest?: Manifest;
  /** None where the paper is current. */
  reasons: Reason[];
}

/** Whether nothing is to be done for a paper. */
export function isCurrent({ reasons }: Standing): boolean {
  return reasons.length === 0;
}

/**
 * What can be said of papers without reading a record: by hashes alone, so that a run with nothing to do is over
 * before anything else of the program is loaded. It never takes a paper for current that is not.
 */
export class Survey {
  readonly world: World;
  readonly index: Index;
  readonly asked: Asked;
  /** The browser's version, as far as it is known yet. */
  browser: string | undefined;
  readonly #styles = new Map<string, ReadonlySet<string>>();
  readonly #inputHashes = new Map<string, string>();
  #around: string | undefined;

  constructor(world: World, index: Index, asked: Asked) {
    this.world = world;
    this.index = index;
    this.asked = asked;
    this.browser = asked.kinds.includes('pdf') ? browserKnown(world, index, asked.browser) : undefined;
  }

  /** The paper of a report in the style asked for. */
  standingOf(report: string): Standing {
    const { style } = this.asked;
    const folders = style === undefined ? [report] : [report, `${report}-${style}`];
    for (const folder of folders) {
      const standing = this.standingIn(folder, report);
      if (style === undefined || standing.manifest?.style === style) return standing;
    }
    return { report, folder: undefined, reasons: [{ kind: 'never' }] };
  }

  /** The paper in a folder of the outputs. */
  standingIn(folder: string, report: string): Standing {
    const base = this.baseOf(folder);
    const hash = this.index.hashOf(`${base}.manifest.json`);
    if (hash === undefined) {
      const files = this.asked.kinds.some((kind) => this.world.files.size(`${base}.${kind}`) !== undefined);
      return { report, folder, reasons: [{ kind: files ? 'unknown' : 'never' }] };
    }
    const manifest = this.#read(`${base}.manifest.json`);
    if (manifest?.report !== report) return { report, folder, reasons: [{ kind: 'unknown' }] };
    const reasons = [
      ...this.#inputs(manifest),
      ...this.#program(manifest),
      ...this.#browser(manifest),
      ...this.outputReasons(manifest, base),
    ];
    if (reasons.length === 0 && this.index.noted(`around ${base}`) !== `${hash} ${this.around}`) {
      reasons.push({ kind: 'around' });
    }
    return { report, folder, manifest, reasons };
  }

  /** The paper in a folder of the outputs as it stands now: somebody else may have made it since the last look. */
  standingAgain(folder: string, report: string): Standing {
    const base = this.baseOf(folder);
    for (const ending of ['html', 'pdf', 'manifest.json']) this.index.forget(`${base}.${ending}`);
    return this.standingIn(folder, report);
  }

  /** Whether any of the files that a paper is made from is another one now than when it was read. */
  haveMoved(inputs: Readonly<Record<string, string>>): boolean {
    return Object.entries(inputs).some(([file, before]) => {
      const path = pathOfInput(this.world, file);
      this.index.forget(path);
      return this.index.hashOf(path) !== before;
    });
  }

  /** What stands in a folder of the outputs, where it can be read. */
  manifestIn(folder: string): Manifest | undefined {
    const path = `${this.baseOf(folder)}.manifest.json`;
    return this.world.files.size(path) === undefined ? undefined : this.#read(path);
  }

  /** Path and name of a paper's files, without their ending. */
  baseOf(folder: string): string {
    return join(this.asked.out, folder, folder);
  }

  /** Notes that a paper was looked at with all that stands around it, and is what its manifest says. */
  verified(folder: string): void {
    const base = this.baseOf(folder);
    this.index.forget(`${base}.manifest.json`);
    const hash = this.index.hashOf(`${base}.manifest.json`);
    if (hash !== undefined) this.index.note(`around ${base}`, `${hash} ${this.around}`);
  }

  /** Whether the outputs are those that the manifest names. */
  outputReasons(manifest: Manifest, base: string): Reason[] {
    const name = basename(base);
    return this.asked.kinds.flatMap((ending): Reason[] => {
      const file = `${name}.${ending}`;
      const made = Object.hasOwn(manifest.outputs, file) ? manifest.outputs[file] : undefined;
      if (made === undefined) return [{ kind: 'not-with', ending }];
      const hash = this.index.hashOf(`${base}.${ending}`);
      if (hash === made.sha256) return [];
      return [{ kind: 'output', file, what: hash === undefined ? 'gone' : 'changed' }];
    });
  }

  /** Whether it would print as it was printed, as far as program and browser go. */
  isPrintedAlike(manifest: Manifest): boolean {
    return this.#program(manifest).length === 0 && this.#browser(manifest).length === 0;
  }

  #read(path: string): Manifest | undefined {
    try {
      return readManifest(this.world.files.read(path));
    } catch {
      return undefined;
    }
  }

  #inputs(manifest: Manifest): Reason[] {
    const reasons: Reason[] = [];
    for (const [file, before] of Object.entries(manifest.inputs)) {
      const now = this.#hashOfInput(file);
      if (now !== before) reasons.push({ kind: 'input', file, what: now === undefined ? 'gone' : 'changed' });
    }
    for (const file of this.#styleFiles(manifest.style)) {
      if (!Object.hasOwn(manifest.inputs, file)) reasons.push({ kind: 'input', file, what: 'new' });
    }
    return reasons;
  }

  /** Papers share most of their inputs. */
  #hashOfInput(file: string): string | undefined {
    const known = this.#inputHashes.get(file);
    if (known !== undefined) return known;
    const hash = this.index.hashOf(pathOfInput(this.world, file));
    if (hash !== undefined) this.#inputHashes.set(file, hash);
    return hash;
  }

  #styleFiles(style: string): ReadonlySet<string> {
    const known = this.#styles.get(style);
    if (known) return known;
    const files = new Set(styleFiles(this.world, style));
    this.#styles.set(style, files);
    return files;
  }

  #program({ program }: Manifest): Reason[] {
    const now = programName();
    return program === now ? [] : [{ kind: 'program', before: program, now }];
  }

  #browser({ browser }: Manifest): Reason[] {
    if (this.browser === undefined || browser === this.browser || !this.asked.kinds.includes('pdf'))
      return [];
    return [{ kind: 'browser', before: browser, now: this.browser }];
  }

  /** Looks now at what stands around papers, rather than when it is first asked for. */
  lookAround(): void {
    this.#around = this.around;
  }

  /** What is no input of a paper, but can give it its item number, or tell that a heading belongs to no style. */
  get around(): string {
    if (this.#around !== undefined) return this.#around;
    const { world } = this;
    const outlines = world.files.list(world.templates).map((style) => `templates/${style}/outline.yaml`);
    const files = [...recordFiles(world, 'meeting'), ...outlines];
    this.#around = sha256(
      JSON.stringify(files.map((file) => [file, this.index.hashOf(pathOfInput(world, file))])),
    );
    return this.#around;
  }
}
