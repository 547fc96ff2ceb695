import { isMissing, findEarlier } from '../changes/earlier.ts';
import { compare, type Comparison } from '../changes/compare.ts';
import { changesJson } from '../changes/json.ts';
import { changesText } from '../changes/text.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { loadRecords } from '../records/load.ts';
import { conclude, exitCodeFor, exitCodes, wrongUsage, type CommandContext } from './context.ts';

export interface ChangesOptions {
  /** The number of an edition, or a file. */
  since?: string | undefined;
  /** Whether the exit code says that something has changed. */
  exitCode?: boolean | undefined;
}

/** `scrutineer changes`: what the data give now against what a paper once said. */
export async function changes(
  context: CommandContext,
  written: string,
  options: ChangesOptions,
): Promise<number> {
  const { world } = context;
  const paper = written
    .replaceAll('\\', '/')
    .replace(/^(?:.*\/)?data\/reports\//, '')
    .replace(/\.yaml$/, '');
  const { present } = loadRecords(world, []).records;
  if (!present.has(`report/${paper}`)) {
    const names = [...present].filter((n) => n.startsWith('report/')).map((n) => n.slice('report/'.length));
    return wrongUsage(
      context,
      `There is no report called \`${written}\` in data/reports.`,
      didYouMean(paper, names, 'Reports'),
    );
  }
  const earlier = await findEarlier(world, paper, options.since);
  if (isMissing(earlier)) return wrongUsage(context, earlier.message, earlier.hint);
  const { value, diagnostics, texts } = await compare(world, paper, earlier);
  if (!value) return conclude(context, undefined, diagnostics, texts);
  if (!context.json) world.out(changesText(value));
  const code = exitCodeFor(diagnostics);
  const exitCode =
    code === exitCodes.fine && options.exitCode === true && isChanged(value) ? exitCodes.problems : code;
  return conclude(context, changesJson(value), diagnostics, texts, exitCode);
}

function isChanged({ changes }: Comparison): boolean {
  return changes.changes.length > 0;
}
