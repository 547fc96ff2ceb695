import { createHash } from 'node:crypto';

/** What a paper's files were made from, so that anybody can tell later whether they are still those. */
export interface Manifest {
  scrutineer: string;
  report: string;
  style: string;
  /** The browser that printed, as it names itself; absent where nothing was printed. */
  browser?: string;
  /** SHA-256 of each record and each file of the house style (fonts among them), by path. */
  inputs: Record<string, string>;
  /** SHA-256 and size of each output, by file name. */
  outputs: Record<string, { sha256: string; bytes: number }>;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The manifest as a JSON file: the same for the same inputs, on any machine and any day. */
export function manifestFile(manifest: Manifest): Uint8Array {
  const sorted = <T>(entries: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  const { inputs, outputs, ...rest } = manifest;
  return new TextEncoder().encode(
    `${JSON.stringify({ ...rest, inputs: sorted(inputs), outputs: sorted(outputs) }, undefined, 2)}\n`,
  );
}
