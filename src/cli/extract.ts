import { basename, join, resolve } from 'node:path';
import { isNoun, nouns } from '../records/nouns.ts';
import { isIdentifier } from '../records/names.ts';
import { travelledRecord } from '../travel/extract.ts';
import { recordFile } from '../travel/record.ts';
import { writeOutputs } from '../write.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import { withoutOut } from './where-written.ts';

/** `scrutineer extract`: gives back the records that a paper was made from, as files of a project. */
export async function extract(context: CommandContext, paper: string, into: string): Promise<number> {
  const { world } = context;
  const path = resolve(paper);
  if (world.files.size(path) === undefined)
    return wrongUsage(
      context,
      `There is no file ${paper}.`,
      'Name a paper that Scrutineer made: its PDF or its HTML.',
    );
  const record = await travelledRecord(world.files.read(path));
  if (!record) {
    return wrongUsage(
      context,
      `${basename(path)} carries no record.`,
      'Only papers that Scrutineer made do, and only as long as no other program has saved them again.',
    );
  }
  const folder = resolve(into);
  const files = new Map<string, Uint8Array>();
  for (const [name, plain] of Object.entries(record.records)) {
    const [noun = '', id = ''] = name.split('/');
    // What travels may have been changed on the way; a name must not lead out of the folder.
    if (!isNoun(noun) || !isIdentifier(id)) continue;
    files.set(
      join(folder, 'data', nouns[noun].folder, `${id}.yaml`),
      new TextEncoder().encode(recordFile(noun, plain)),
    );
  }
  const there = [...files.keys()].find((file) => world.files.size(file) !== undefined);
  if (there !== undefined)
    return wrongUsage(
      context,
      `${there} exists already.`,
      'Name another folder with --into; nothing is ever written over a record.',
    );
  const diagnostics = withoutOut(writeOutputs(world, files), 'another folder with --into');
  if (!context.json && diagnostics.length === 0) {
    for (const file of files.keys()) world.out(`${file}\n`);
    world.out(
      `Make the paper again with: npx scrutineer --root ${into} build ${record.report} --style ${record.style}\n`,
    );
  }
  return conclude(
    context,
    { report: record.report, style: record.style, files: [...files.keys()] },
    diagnostics,
    new Map(),
  );
}
