import { createHash } from 'node:crypto';

/** What a paper's files were made from, so that anybody can tell later whether they are still those. */
export interface Manifest {
  scrutineer: string;
  /** Which Scrutineer exactly: a name that changes with anything in the program. */
  program: string;
  report: string;
  style: string;
  /** Who had not cleared it when it was made, in words; absent in what is no draft. */
  draft?: string[];
  /** The browser that printed, as it names itself; absent where nothing was printed. */
  browser?: string;
  /** How many sides were printed. */
  sides?: number;
  /** SHA-256 of all that reaches the files: what the inputs came to when composed and laid out. */
  content: string;
  /** How much there was to say of the paper that did not stop it. */
  warnings: number;
  suggestions: number;
  /** SHA-256 of each record and each file of the house style (fonts among them), by path. */
  inputs: Record<string, string>;
  /** SHA-256 and size of each output, by file name. */
  outputs: Record<string, { sha256: string; bytes: number }>;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** SHA-256 of a file. The mark at the start that Windows editors write is no part of a record's text. */
export function sha256OfFile(path: string, bytes: Uint8Array): string {
  const marked = path.endsWith('.yaml') && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return sha256(marked ? bytes.subarray(3) : bytes);
}

/** The manifest as a JSON file: the same for the same inputs, on any machine and any day. */
export function manifestFile(manifest: Manifest): Uint8Array {
  const sorted = <T>(entries: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  const { scrutineer, program, report, style, draft, browser, sides, content, warnings, suggestions } =
    manifest;
  const { inputs, outputs } = manifest;
  const printed = {
    ...(draft === undefined ? {} : { draft }),
    ...(browser === undefined ? {} : { browser }),
    ...(sides === undefined ? {} : { sides }),
  };
  const head = { scrutineer, program, report, style, ...printed, content, warnings, suggestions };
  const whole = { ...head, inputs: sorted(inputs), outputs: sorted(outputs) };
  return new TextEncoder().encode(`${JSON.stringify(whole, undefined, 2)}\n`);
}

/** Reads a manifest; undefined where it is damaged, or another version's. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isManifest(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(read: unknown): read is Manifest {
  if (!isObject(read)) return false;
  const { draft, browser, sides, inputs, outputs } = read;
  return (
    ['scrutineer', 'program', 'report', 'style', 'content'].every((key) => typeof read[key] === 'string') &&
    ['warnings', 'suggestions'].every((key) => typeof read[key] === 'number') &&
    (draft === undefined || (Array.isArray(draft) && draft.every((name) => typeof name === 'string'))) &&
    (browser === undefined || typeof browser === 'string') &&
    (sides === undefined || typeof sides === 'number') &&
    isObject(inputs) &&
    Object.values(inputs).every((hash) => typeof hash === 'string') &&
    isObject(outputs) &&
    Object.values(outputs).every(
      (file) => isObject(file) && typeof file['sha256'] === 'string' && typeof file['bytes'] === 'number',
    )
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
