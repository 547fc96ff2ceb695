import { join } from 'node:path';
import { rule } from '../diagnostics/diagnostic.ts';
import { loadRecords } from '../records/load.ts';
import { chooseMove, chooseNames, chooseReport, type Wishes } from '../rollover/choose.ts';
import { rollOver } from '../rollover/rollover.ts';
import { rolloverJson, rolloverText } from '../rollover/tell.ts';
import { writeOutputs } from '../write.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import { meant } from './meant.ts';
import { withoutOut } from './where-written.ts';

export interface RolloverOptions extends Wishes {
  /** Only show what would be started. */
  preview?: boolean | undefined;
}

const stuck = rule(
  'rollover/not-in-place',
  'error',
  'The record would lose remarks, or come to say something that nobody meant.',
);

/** `scrutineer rollover`: starts the next review, and the report that rests on it. Overwrites nothing. */
export function rollover(
  context: CommandContext,
  written: string,
  options: RolloverOptions,
): Promise<number> {
  return Promise.resolve(start(context, written, options));
}

function start(context: CommandContext, written: string, options: RolloverOptions): number {
  const { world } = context;
  const { records, diagnostics } = loadRecords(world);
  const id = plainName(written, 'reviews');
  if (!records.present.has(`review/${id}`)) {
    const known = [...records.present].flatMap((n) =>
      n.startsWith('review/') ? [n.slice('review/'.length)] : [],
    );
    return wrongUsage(
      context,
      `There is no review called \`${written}\` in data/reviews.`,
      meant(id, known, 'Reviews'),
    );
  }
  const review = records.review.get(id);
  const framework = review && records.framework.get(review.value.framework)?.value;
  if (!review || !framework) {
    // A record that cannot be read, or is still being filled in, has nothing to be carried on.
    const files = [`data/reviews/${id}.yaml`, `data/frameworks/${review?.value.framework ?? ''}.yaml`];
    const found = diagnostics.filter(({ file }) => file !== undefined && files.includes(file));
    return conclude(context, undefined, found, records.texts);
  }
  const move = chooseMove(review, framework, options.to);
  if ('wrong' in move) return wrongUsage(context, move.wrong, move.hint);
  const wanted = options.report === undefined ? undefined : plainName(options.report, 'reports');
  const report = chooseReport(records, id, wanted);
  if (report && 'wrong' in report) return wrongUsage(context, report.wrong, report.hint);
  const old = { review, report, framework };
  const names = chooseNames(records, old, move, options);
  if ('wrong' in names) return wrongUsage(context, names.wrong, names.hint);

  const done = rollOver(world, old, names, move);
  if ('stuck' in done) {
    const found = stuck.at(
      { file: done.stuck },
      'The record is written in a way that cannot be carried on line by line.',
      'Write out what it repeats with `*` and `&`, give every entry a line of its own, and try again; or start from `npx scrutineer new`.',
    );
    return conclude(context, undefined, [found], records.texts);
  }
  const files = new Map(
    [done.review, ...(done.report ? [done.report] : [])].map(({ file, bytes }) => [
      join(world.root, file),
      bytes,
    ]),
  );
  const failed = options.preview === true ? [] : withoutOut(writeOutputs(world, files));
  const wrote = options.preview !== true && failed.length === 0;
  if (!context.json && failed.length === 0) world.out(rolloverText(done, wrote));
  return conclude(context, rolloverJson(done, wrote), failed, records.texts);
}

function plainName(written: string, folder: string): string {
  const plain = written.replaceAll('\\', '/').replace(/\.yaml$/, '');
  const at = plain.lastIndexOf(`data/${folder}/`);
  return at < 0 ? plain : plain.slice(at + `data/${folder}/`.length);
}
