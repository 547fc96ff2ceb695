import { relative, resolve, sep } from 'node:path';
import { stops } from '../diagnostics/diagnostic.ts';
import { rebuildEdition } from '../editions/rebuild.ts';
import { editionNumbers, issuedPapers, readOne } from '../editions/store.ts';
import type { Printer } from '../print/printer.ts';
import { longDate } from '../records/dates.ts';
import { listInWords } from '../compose/words.ts';
import { writeOutputs } from '../write.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import { meant } from './meant.ts';

export interface BuildEditionOptions {
  edition: string;
  out: string;
  printer: Printer;
}

/** `scrutineer build <paper> --edition <n>`: makes an edition anew from what was kept with it. */
export async function buildEdition(
  context: CommandContext,
  papers: readonly string[],
  { edition: asked, out, printer }: BuildEditionOptions,
): Promise<number> {
  const { world } = context;
  const [paper, ...others] = papers;
  if (paper === undefined || others.length > 0)
    return wrongUsage(
      context,
      'One paper at a time is made from its edition.',
      'Name it: npx scrutineer build durham-2003-12-01 --edition 1.',
    );
  const issued = issuedPapers(world);
  if (!issued.includes(paper))
    return wrongUsage(
      context,
      `No edition of \`${paper}\` was issued.`,
      issued.length > 0 ? meant(paper, issued, 'Issued') : 'Make one with `npx scrutineer issue`.',
    );
  const numbers = editionNumbers(world, paper);
  if (!numbers.map(String).includes(asked))
    return wrongUsage(
      context,
      `There is no edition \`${asked}\` of ${paper}.`,
      `There ${numbers.length === 1 ? 'is edition' : 'are editions'} ${listInWords(numbers.map(String))}.`,
    );
  const { value: edition, diagnostics } = readOne(world, paper, Number(asked));
  if (!edition) return conclude(context, undefined, diagnostics, new Map());
  const made = await rebuildEdition(world, edition, resolve(world.root, out), printer);
  diagnostics.push(...made.diagnostics);
  if (made.value) diagnostics.push(...writeOutputs(world, made.value.files));
  const written = made.value && !stops(diagnostics) ? made.value : undefined;
  const files = [...(written?.files.keys() ?? [])].map((path) =>
    relative(world.root, path).split(sep).join('/'),
  );
  if (!context.json) for (const file of files) world.out(`${file}\n`);
  if (!context.json && written && Object.values(written.same).every(Boolean))
    world.out(
      `Made anew from what was kept with edition ${asked} of ${paper}, issued on ${longDate(edition.date)}: byte for byte what was issued.\n`,
    );
  return conclude(context, { edition, files, same: written?.same }, diagnostics, new Map());
}
