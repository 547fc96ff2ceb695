import { join } from 'node:path';
import * as z from 'zod';
import type { World } from '../world.ts';

const Span = z.strictObject({ first: z.number().int(), last: z.number().int() });

/** What was published at a meeting at one time: the pack, or a supplement to it. Nothing of it ever changes. */
export const Published = z.strictObject({
  scrutineer: z.string(),
  meeting: z.string(),
  /** Absent for the pack itself. */
  supplement: z.string().optional(),
  /** YYYY-MM-DD */
  published: z.string(),
  pages: Span,
  items: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string().optional(),
      title: z.string(),
      pages: Span,
      /** SHA-256 of what the paper says. */
      content: z.string(),
    }),
  ),
  /** SHA-256 of each file, by name. */
  files: z.record(z.string(), z.string()),
});
export type Published = z.infer<typeof Published>;

/** The folder of the project in which everything lies that was published. */
export const publishedFolder = 'published';

/** The file that says what was published. It protects the folder that it lies in. */
const publishedFile = 'published.json';

const folderOf = (world: World, meeting: string, supplement?: string): string =>
  join(
    world.root,
    publishedFolder,
    meeting,
    supplement === undefined ? 'pack' : `supplement-${supplement.toLowerCase()}`,
  );

/** What was published of a meeting: its pack or a supplement; `undefined` where it was not, or cannot be read. */
export function readPublished(world: World, meeting: string, supplement?: string): Published | undefined {
  const path = join(folderOf(world, meeting, supplement), publishedFile);
  if (world.files.size(path) === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(world.files.read(path)));
    return Published.safeParse(read).data;
  } catch {
    return undefined;
  }
}

/**
 * Everything that was published of a meeting, in the order in which it went out: the pack, then A, B …
 * Empty where the pack is not published yet.
 */
export function allPublished(world: World, meeting: string): Published[] {
  const pack = readPublished(world, meeting);
  if (!pack) return [];
  const letters = world.files
    .list(join(world.root, publishedFolder, meeting))
    .flatMap((name) => /^supplement-([a-z])$/.exec(name)?.[1]?.toUpperCase() ?? [])
    .sort();
  return [pack, ...letters.flatMap((letter) => readPublished(world, meeting, letter) ?? [])];
}

/**
 * Keeps what is published, for good.
 * @param files by their path in the folder
 * @returns its folder; `undefined` where that was published before, which stays as it is
 * @throws NodeJS.ErrnoException as the file system reports it
 */
export function keepPublished(
  world: World,
  published: Published,
  files: ReadonlyMap<string, Uint8Array>,
): string | undefined {
  const folder = folderOf(world, published.meeting, published.supplement);
  const record = new TextEncoder().encode(`${JSON.stringify(published, undefined, 2)}\n`);
  return world.files.createFolder(folder, new Map([...files, [publishedFile, record]])) ? folder : undefined;
}
