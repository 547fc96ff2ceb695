import { basename, join, resolve } from 'node:path';
import * as z from 'zod';
import { loadStyle, type Style } from '../compose/style.ts';
import { sha256 } from '../travel/manifest.ts';
import { travelledRecord } from '../travel/extract.ts';
import { fromText, type TravellingRecord } from '../travel/record.ts';
import type { World } from '../world.ts';
import { editionNumbers, editionRecord, readOne, worldOfStyle } from '../editions/store.ts';

/** What is compared with: the record of a paper as it once was. */
export interface Earlier {
  record: TravellingRecord;
  /** "edition 1", "the paper last built", "old.pdf". */
  called: string;
  /** The same in the heading of a sheet for members. */
  heading: string;
  edition?: number;
  /** What made it, where that is known. */
  made?: MadeWith;
}

/** What a paper was made with beside its record. */
export interface MadeWith {
  scrutineer: string;
  /** SHA-256 of the files of its house style, by path, where they are known. */
  styleFiles?: Record<string, string>;
  /** The house style as it was then, where it was kept. */
  style?: Style;
}

/** Why there is nothing to compare with, and what to do. */
export interface Missing {
  message: string;
  hint: string;
}

const Manifest = z.object({
  scrutineer: z.string(),
  inputs: z.record(z.string(), z.string()),
  outputs: z.record(z.string(), z.object({ sha256: z.string() })),
});

/**
 * Finds what a paper is compared with.
 * @param since the number of an edition, or a file: PDF, HTML or YAML. Without it the latest edition; where there is none
 * the paper last built
 */
export async function findEarlier(
  world: World,
  paper: string,
  since: string | undefined,
): Promise<Earlier | Missing> {
  if (since !== undefined && /^\d+$/.test(since)) return ofEdition(world, paper, Number(since));
  if (since !== undefined) {
    const path = [resolve(since), resolve(world.root, since)].find((p) => world.files.size(p) !== undefined);
    if (path === undefined)
      return {
        message: `There is no file ${since}.`,
        hint: 'Give --since the number of an edition, or a paper that Scrutineer made: its PDF, its HTML or its record in YAML.',
      };
    return ofFile(world, path, paper, basename(path));
  }
  const latest = editionNumbers(world, paper).at(-1);
  if (latest !== undefined) return ofEdition(world, paper, latest);
  const built = ['html', 'pdf']
    .map((ending) => join(world.root, 'out', paper, `${paper}.${ending}`))
    .find((path) => world.files.size(path) !== undefined);
  if (built !== undefined) return ofFile(world, built, paper, 'the paper last built');
  return {
    message: `There is no edition of \`${paper}\`, and it was not built before.`,
    hint: 'Say what to compare with: --since and an edition’s number or a file.',
  };
}

/** Whether there is something to compare with. */
export function isMissing(found: Earlier | Missing): found is Missing {
  return 'message' in found;
}

function ofEdition(world: World, paper: string, edition: number): Earlier | Missing {
  const record = editionRecord(world, paper, edition);
  if (record) {
    const called = `edition ${String(edition)}`;
    const issued = readOne(world, paper, edition).value;
    const style = issued && loadStyle(worldOfStyle(world, issued), issued.style, undefined).style;
    const made = issued && { scrutineer: issued.scrutineer, ...(style ? { style } : {}) };
    return checked({ record, called, heading: called, edition, ...(made ? { made } : {}) }, paper);
  }
  const latest = editionNumbers(world, paper).at(-1);
  return {
    message: `There is no edition ${String(edition)} of \`${paper}\` that can be read.`,
    hint: latest === undefined ? 'No edition of it was issued.' : `The latest is edition ${String(latest)}.`,
  };
}

async function ofFile(world: World, path: string, paper: string, called: string): Promise<Earlier | Missing> {
  const bytes = world.files.read(path);
  const record = (await travelledRecord(bytes)) ?? fromText(new TextDecoder().decode(bytes));
  if (!record)
    return {
      message: `${basename(path)} carries no record.`,
      hint: 'Only papers that Scrutineer made do, and only as long as no other program has saved them again.',
    };
  const made = madeWith(world, path, bytes);
  return checked({ record, called, heading: 'the earlier version', ...(made ? { made } : {}) }, paper);
}

function checked(earlier: Earlier, paper: string): Earlier | Missing {
  if (earlier.record.report === paper) return earlier;
  return {
    message: `${earlier.called} is the paper \`${earlier.record.report}\`, not \`${paper}\`.`,
    hint: 'Compare a paper with what it was itself.',
  };
}

/** The manifest beside a built paper, where it is that of these bytes. */
function madeWith(world: World, path: string, bytes: Uint8Array): MadeWith | undefined {
  const file = path.replace(/\.[^.]*$/, '.manifest.json');
  if (world.files.size(file) === undefined) return undefined;
  let written: unknown;
  try {
    written = JSON.parse(new TextDecoder().decode(world.files.read(file)));
  } catch {
    return undefined;
  }
  const parsed = Manifest.safeParse(written);
  if (!parsed.success || parsed.data.outputs[basename(path)]?.sha256 !== sha256(bytes)) return undefined;
  const { scrutineer, inputs } = parsed.data;
  const styleFiles = Object.fromEntries(
    Object.entries(inputs).filter(([name]) => name.startsWith('templates/')),
  );
  return { scrutineer, styleFiles };
}
