import { join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { stops } from '../diagnostics/diagnostic.ts';
import { openProject } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import { meant } from './meant.ts';
import { refuseAmongPublic } from './restricted-folder.ts';

/** What was typed after `scrutineer pack`. */
export interface PackOptions {
  out: string;
  restrictedOut: string;
  /** Makes this supplement instead of the pack. */
  supplement?: string | undefined;
  /** Which of the two packs; both where left out. */
  only?: 'public' | 'restricted' | undefined;
  /** Keeps what is made, as it goes out. */
  publish?: boolean | undefined;
  /** Makes the pack although reports are not cleared. */
  draft?: boolean | undefined;
  openPrinter: () => Printer;
}

/** `scrutineer pack`: the public and the restricted pack of a meeting, or a supplement. */
export async function pack(context: CommandContext, meeting: string, options: PackOptions): Promise<number> {
  const { world } = context;
  const [out, restrictedOut] = [resolve(world.root, options.out), resolve(world.root, options.restrictedOut)];
  const refused = refuseAmongPublic(context, restrictedOut, out);
  if (refused !== undefined) return refused;
  if (options.publish === true && options.only === 'restricted')
    return wrongUsage(context, 'The restricted pack is never published.', 'Leave out --publish or --only.');
  if (options.publish === true && options.draft === true)
    return wrongUsage(context, 'A draft is never published.', 'Leave out --draft or --publish.');
  await using printer = options.openPrinter();
  const project = openProject(world);
  if (!project.records.present.has(`meeting/${meeting}`)) {
    const known = [...project.records.present].flatMap((name) =>
      name.startsWith('meeting/') ? [name.slice(8)] : [],
    );
    return wrongUsage(
      context,
      `There is no meeting called \`${meeting}\`.`,
      meant(meeting, known, 'In data/meetings'),
    );
  }
  const { makePacks } = await import('../pack/packs.ts');
  const made = await makePacks(project, printer, meeting, {
    ...options,
    out: join(out, meeting),
    restrictedOut: join(restrictedOut, meeting),
  });
  const diagnostics: Diagnostic[] = [...made.diagnostics];
  if (!context.json && !stops(diagnostics)) for (const line of made.told) world.out(`${line}\n`);
  return conclude(context, made.result, diagnostics, new Map([...project.texts, ...made.texts]));
}
