import { join, relative, resolve, sep } from 'node:path';
import { isMissing, findEarlier } from '../changes/earlier.ts';
import { compare, type Comparison } from '../changes/compare.ts';
import { markedFiles, sheetFiles, type DocumentFiles } from '../changes/documents.ts';
import { changesJson } from '../changes/json.ts';
import { markedEnding } from '../changes/marked.ts';
import { sheetEnding } from '../changes/sheet.ts';
import { changesText } from '../changes/text.ts';
import { stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import { leaksIn } from '../exempt/guard.ts';
import type { Printer } from '../print/printer.ts';
import { loadRecords } from '../records/load.ts';
import { writeOutputs } from '../write.ts';
import { conclude, exitCodeFor, exitCodes, wrongUsage, type CommandContext } from './context.ts';
import { meant } from './meant.ts';

export interface ChangesOptions {
  /** The number of an edition, or a file. */
  since?: string | undefined;
  /** Write the sheet for members. */
  sheet?: boolean | undefined;
  /** Write the marked copy. */
  marked?: boolean | undefined;
  out: string;
  /** Whether the exit code says that something has changed. */
  exitCode?: boolean | undefined;
  /** Opens what prints the sheet and the marked copy. */
  openPrinter: () => Promise<Printer>;
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
      meant(paper, names, 'Reports'),
    );
  }
  const earlier = await findEarlier(world, paper, options.since);
  if (isMissing(earlier)) return wrongUsage(context, earlier.message, earlier.hint);
  const { value, diagnostics, texts } = await compare(world, paper, earlier);
  if (!value) return conclude(context, undefined, diagnostics, texts);
  if (!context.json) world.out(changesText(value));
  const files = await write(context, paper, value, options, diagnostics);
  if (!context.json) for (const file of files) world.out(`${file}\n`);
  const code = exitCodeFor(diagnostics);
  const changed = options.exitCode === true && value.changes.changes.length > 0;
  const exitCode = code === exitCodes.fine && changed ? exitCodes.problems : code;
  return conclude(context, { ...changesJson(value), files }, diagnostics, texts, exitCode);
}

/** Writes what was asked for, all of it or nothing. A paper that must not go out brings no sheet either. */
async function write(
  { world }: CommandContext,
  paper: string,
  comparison: Comparison,
  options: ChangesOptions,
  diagnostics: Diagnostic[],
): Promise<string[]> {
  const wanted = options.sheet === true || options.marked === true;
  if (!wanted || stops(diagnostics)) return [];
  await using printer = await options.openPrinter();
  const files = new Map<string, Uint8Array>();
  const add = ({ value, diagnostics: found }: Result<DocumentFiles>, ending: string): void => {
    diagnostics.push(...found);
    const base = join(resolve(world.root, options.out), paper, `${paper}${ending}`);
    if (!value) return;
    files.set(`${base}.html`, value.html);
    files.set(`${base}.pdf`, value.pdf);
  };
  if (options.sheet === true) add(await sheetFiles(world, printer, comparison), sheetEnding);
  if (options.marked === true) add(await markedFiles(world, printer, comparison), markedEnding);
  if (comparison.made.ready) diagnostics.push(...(await leaksIn(comparison.made.ready, files)));
  if (stops(diagnostics)) return [];
  const failures = writeOutputs(world, files);
  diagnostics.push(...failures);
  if (failures.length > 0) return [];
  return [...files.keys()].map((file) => relative(world.root, file).split(sep).join('/'));
}
