import { join, relative, resolve, sep } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { styleNames } from '../compose/style.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { outputsOf } from '../outputs.ts';
import { writeOutputs } from '../write.ts';
import { prepareFinishing } from '../finish/beside.ts';
import { makeReport, openProject, styleOf, type Made, type Project } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';

export interface BuildOptions {
  reports: readonly string[];
  style?: string | undefined;
  out: string;
  emit?: 'records' | 'paper' | 'html' | 'pdf' | undefined;
  /** Prints the PDFs; without one there is only HTML. */
  printer?: Printer | undefined;
}

interface Built {
  report: string;
  style: string;
  /** Files written, relative to the project folder. */
  files: string[];
  ok: boolean;
}

/** For so many papers, starting a thread for finishing takes longer than it saves. */
const aFew = 2;

/** Jobs under way at once; the printer has fewer pages than that, so that none of them stands still. */
const underWay = 4;

/** `scrutineer build`: one report's failure never stops the others. */
export async function build(context: CommandContext, options: BuildOptions): Promise<number> {
  const { world } = context;
  const project = openProject(world, options.reports.length > 0 ? options.reports : undefined);
  const known = project.records.present;
  const unknown = options.reports.find((name) => !known.has(`report/${name}`));
  if (unknown !== undefined) {
    const names = [...known].filter((n) => n.startsWith('report/')).map((n) => n.slice('report/'.length));
    return wrongUsage(
      context,
      `There is no report called \`${unknown}\` in data/reports.`,
      didYouMean(unknown, names, 'Reports'),
    );
  }
  const wanted = options.reports.length > 0 ? options.reports : namesOf(project);
  if (wanted.length === 0) {
    return wrongUsage(
      context,
      `There are no reports in ${join(world.root, 'data', 'reports')}.`,
      'Start one with `scrutineer new report <name>`, or name the project folder with --root.',
    );
  }
  const styles = styleNames(world);
  if (options.style !== undefined && !styles.includes(options.style)) {
    return wrongUsage(
      context,
      `There is no house style called \`${options.style}\` in templates.`,
      didYouMean(options.style, styles, 'House styles'),
    );
  }
  if (options.emit === 'records') return emitRecords(context, project, wanted);
  if (options.emit === 'paper') return emitPapers(context, project, wanted, options.style);
  return buildAll(context, project, wanted, options);
}

function namesOf(project: Project): string[] {
  return [...project.records.present]
    .filter((n) => n.startsWith('report/'))
    .map((n) => n.slice('report/'.length));
}

async function buildAll(
  context: CommandContext,
  project: Project,
  wanted: readonly string[],
  options: BuildOptions,
): Promise<number> {
  const { world } = context;
  if (options.printer && wanted.length > aFew) prepareFinishing();
  const built: Built[] = [];
  // What concerns no report in particular: a broken file that nothing refers to is still said.
  const diagnostics: Diagnostic[] = options.reports.length > 0 ? [] : [...project.diagnostics];
  let [done, toPrint] = [0, wanted.length];
  const onePrinted = (): void => {
    // Ending the browser takes a while, and the last paper is still to be finished.
    toPrint--;
    if (toPrint === 0) options.printer?.[Symbol.asyncDispose]().then(undefined, () => undefined);
  };
  const one = async (name: string): Promise<void> => {
    const made = await makeReport(project, name, options.style);
    const folder =
      options.style === undefined || options.style === styleOf(project, name)
        ? name
        : `${name}-${options.style}`;
    const base = join(resolve(world.root, options.out), folder, folder);
    const making = outputsOf(made, base, options.printer, options.emit !== 'pdf', onePrinted);
    await turn();
    const found = [...made.diagnostics, ...made.remarks()];
    const outputs = await making;
    found.push(...outputs.diagnostics);
    if (outputs.value && !stops(found)) found.push(...writeOutputs(world, outputs.value));
    diagnostics.push(...found);
    const written = outputs.value !== undefined && !stops(found) ? [...outputs.value.keys()] : undefined;
    const ok = written !== undefined;
    built.push({
      report: name,
      style: made.style,
      files: (written ?? []).map((f) => shown(world.root, f)),
      ok,
    });
    done++;
    if (!context.json && wanted.length > 1) {
      world.err(`[${String(done)}/${String(wanted.length)}] ${folder}: ${ok ? 'made' : 'NOT made'}\n`);
    }
  };
  await inTurn(wanted, one);
  built.sort((a, b) => wanted.indexOf(a.report) - wanted.indexOf(b.report));
  if (!context.json) for (const file of built.flatMap((b) => b.files)) world.out(`${file}\n`);
  const exitCode = conclude(context, built, diagnostics, project.texts);
  const failed = built.filter((b) => !b.ok).map((b) => b.report);
  if (!context.json && failed.length > 0) {
    world.err(
      `Not made: ${failed.join(', ')}. Earlier files of ${failed.length === 1 ? 'this report' : 'these reports'} stand as they were.\n`,
    );
  }
  return exitCode;
}

async function inTurn(names: readonly string[], one: (name: string) => Promise<void>): Promise<void> {
  const waiting = [...names];
  const worker = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await one(name);
  };
  await Promise.all(Array.from({ length: underWay }, worker));
}

function shown(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function emitRecords(context: CommandContext, project: Project, wanted: readonly string[]): number {
  const values = wanted.map((name) => {
    const report = project.records.report.get(name);
    const review = report && project.records.review.get(report.value.review);
    return {
      report: { id: name, ...report?.value },
      review: review && { id: review.id, ...review.value },
      framework: review && project.records.framework.get(review.value.framework)?.value,
      council: review && project.records.council.get(review.value.council)?.value,
    };
  });
  return emit(context, project, values, project.diagnostics);
}

async function emitPapers(
  context: CommandContext,
  project: Project,
  wanted: readonly string[],
  style: string | undefined,
): Promise<number> {
  const made: Made[] = [];
  for (const name of wanted) made.push(await makeReport(project, name, style));
  return emit(
    context,
    project,
    made.flatMap((m) => (m.paper ? [m.paper] : [])),
    made.flatMap((m) => [...m.diagnostics, ...m.remarks()]),
  );
}

function emit(
  context: CommandContext,
  project: Project,
  values: readonly unknown[],
  diagnostics: readonly Diagnostic[],
): number {
  if (!context.json)
    context.world.out(`${JSON.stringify(values.length === 1 ? values[0] : values, undefined, 2)}\n`);
  return conclude(context, values, diagnostics, project.texts);
}
