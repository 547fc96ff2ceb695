import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { cacheFolders, makeOwnFolder } from '../cache.ts';
import {
  folderName,
  fontCache,
  inFolder,
  isComplete,
  listing,
  type EmbeddedPackage,
  type Environment,
  type UnpackedBrowser,
} from './embedded.ts';
import { readTar } from './tar.ts';

const leftover = '.unpacking-';
const longAgo = 60 * 60 * 1000;

/** A run that was killed leaves its folder behind; one that still works has a young one. */
async function removeLeftovers(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(leftover)) continue;
    const found = await stat(join(cache, name)).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > longAgo) {
      await rm(join(cache, name), { recursive: true, force: true });
    }
  }
}

/**
 * Unpacks the browser into the first cache folder that takes it; needs some 200 MB and a few seconds.
 * Runs at the same time do not meet: each unpacks under its own name and renames, and the first wins.
 * @throws Error naming every folder that failed and why
 */
export async function unpack(
  from: EmbeddedPackage,
  env: Environment,
  signal?: AbortSignal,
): Promise<UnpackedBrowser> {
  const reasons: string[] = [];
  for (const cache of cacheFolders(env, tmpdir())) {
    try {
      makeOwnFolder(cache);
      await removeLeftovers(cache);
      return await unpackInto(cache, from, signal);
    } catch (error) {
      signal?.throwIfAborted();
      reasons.push(`${cache}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(reasons.join('; '));
}

async function unpackInto(
  cache: string,
  from: EmbeddedPackage,
  signal: AbortSignal | undefined,
): Promise<UnpackedBrowser> {
  const folder = join(cache, folderName(from));
  const beside = await mkdtemp(join(cache, leftover));
  try {
    await mkdir(join(beside, fontCache), { mode: 0o700 });
    const sizes = await unpackFiles(from, beside, signal);
    await writeFile(join(beside, listing), JSON.stringify(sizes), { flush: true });
    await moveIntoPlace(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return inFolder(folder);
}

async function unpackFiles(
  from: EmbeddedPackage,
  into: string,
  signal: AbortSignal | undefined,
): Promise<Record<string, number>> {
  const program = pipeline(
    createReadStream(from.packed, { highWaterMark: 1 << 20 }),
    createBrotliDecompress({ chunkSize: 1 << 21 }),
    createWriteStream(join(into, 'chromium'), { mode: 0o700, flush: true }),
    signal === undefined ? {} : { signal },
  );
  const archives = ['al2023.tar.br', 'fonts.tar.br'].map(async (archive) => {
    const files = readTar(await promisify(brotliDecompress)(await readFile(join(from.bin, archive))));
    for (const { name, bytes } of files) {
      await mkdir(dirname(join(into, name)), { recursive: true, mode: 0o700 });
      await writeFile(join(into, name), bytes, { mode: 0o600, flush: true });
    }
    return files.map((file) => file.name);
  });
  // Where one fails, the others must not write on while the folder is removed.
  await Promise.allSettled([program, ...archives]);
  await program;
  const names = ['chromium', ...(await Promise.all(archives)).flat()];
  const sizes = names.map(async (name) => [name, (await stat(join(into, name))).size] as const);
  return Object.fromEntries(await Promise.all(sizes));
}

async function moveIntoPlace(beside: string, folder: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(beside, folder);
      return;
    } catch (error) {
      // Another run was first, and its files are as good as ours.
      if (isComplete(folder)) return;
      if (attempt > 3) throw error;
      // What stands in the way is damaged. Renamed rather than emptied, so that it never is half there.
      const aside = await mkdtemp(join(dirname(folder), leftover));
      await rename(folder, join(aside, 'damaged')).catch(() => undefined);
      await rm(aside, { recursive: true, force: true });
    }
  }
}
