import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { styleNames } from '../compose/style.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { makePaper, type Making } from '../editions/make.ts';
import { leftAsItIs, type Outcome } from '../editions/outcome.ts';
import type { Rest } from '../editions/rest.ts';
import { isCurrent, type Standing, type Survey } from '../editions/survey.ts';
import { prepareFinishing } from '../finish/beside.ts';
import { openSettled } from '../editions/settled.ts';
import { publicEntry, publicReport } from '../exempt/redact.ts';
import { makeReport, openProject, type Made, type Project } from '../pipeline.ts';
import { inWords } from '../sharing/paper.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import type { Interruption } from './interruption.ts';
import type { LatePrinter } from './late-printer.ts';
import { meant } from './meant.ts';
import { Progress } from './progress.ts';
import type { BuildOptions } from './start-build.ts';
import { tellOutcomes, tellStopped } from './tell-build.ts';

/** What was found out before the program was loaded as a whole. */
interface Found {
  survey: Survey;
  standings: readonly Standing[];
  /** The records that no paper is made from; absent where reports were named. */
  rest: Rest | undefined;
  /** What this computer cannot do. */
  machine: readonly Diagnostic[];
  jobs: number;
  /** Whether PDFs are asked for. */
  prints: boolean;
  printer: LatePrinter;
  interruption: Interruption;
}

/** For so many papers, starting a thread for finishing takes longer than it saves. */
const aFew = 2;

/** Papers under way beside those that are printed, so that the printer never stands still. */
const besidePrinting = 2;

/** Builds what is not current, or all of it: one report's failure never stops the others. */
export async function build(context: CommandContext, options: BuildOptions, found: Found): Promise<number> {
  const { world } = context;
  const { survey, standings, rest, printer, interruption } = found;
  const all = options.all === true;
  const stale = standings.filter((standing) => !isCurrent(standing));
  const left = standings.filter(isCurrent).flatMap((standing) => leftAsItIs(survey, standing) ?? []);
  // The browser is heard now and again, so that it is ready when the first paper is.
  await turn();
  // Looked at before the records, so that nothing is taken for looked at that was saved in between.
  survey.lookAround();
  const project = await openSettled(
    world,
    needsAll(rest, stale) ? undefined : stale.map(({ report }) => report),
  );
  const wrong = usageMistake(context, options, project);
  if (wrong !== undefined) return wrong;

  await turn();
  if (found.prints) project.styled = printer.prepare;
  if (found.prints && stale.length > aFew) prepareFinishing();
  const making: Making = {
    project,
    survey,
    anew: all,
    printer: found.prints ? printer.open : undefined,
    explain: options.explain === true,
    waits: waitingIn(context),
    signal: interruption.signal,
  };
  const progress = new Progress(world, stale.length);
  let toPrint = stale.length;
  const onePrinted = (): void => {
    // Ending the browser takes a while, and the last paper is still to be finished.
    toPrint--;
    if (toPrint === 0) void end();
  };
  const end = (): Promise<void> => printer[Symbol.asyncDispose]().then(undefined, () => undefined);
  const { signal } = interruption;
  signal.addEventListener('abort', () => void end());
  const made: Outcome[] = [];
  await inTurn(stale, found.jobs + besidePrinting, async (standing) => {
    if (signal.aborted) return;
    const outcome = await makePaper(making, standing, onePrinted);
    // What failed because it was stopped has not failed.
    if (interruption.signal.aborted && outcome.state === 'failed') return;
    made.push(outcome);
    if (!context.json) progress.tick(outcome.folder);
  });
  progress.end();
  const order = standings.map(({ report }) => report);
  const outcomes = [...left, ...made].sort((a, b) => order.indexOf(a.report) - order.indexOf(b.report));
  const unsaid = restOf(project, rest, outcomes, left);
  const diagnostics = [...found.machine, ...unsaid, ...made.flatMap((outcome) => outcome.diagnostics)];
  if (interruption.signal.aborted) return tellStopped(context, outcomes, standings.length);
  return tellOutcomes(context, options, { outcomes, diagnostics, texts: project.texts });
}

/** Says that somebody else is waited for: once, however many papers they build. */
function waitingIn({ world, json }: CommandContext): Making['waits'] {
  const told = new Set<string | undefined>();
  return (holder) => {
    if (json || !holder || told.has(holder.computer)) return;
    told.add(holder.computer);
    world.err(`Another build of this paper is running (since ${inWords(holder)}); waiting.\n`);
  };
}

/** Whether records must be looked at that none of the papers to be made rests on. */
function needsAll(rest: Rest | undefined, stale: readonly Standing[]): boolean {
  if (!rest) return false;
  const concerned = new Set(
    stale.flatMap(({ report, manifest }) => [
      `data/reports/${report}.yaml`,
      ...Object.keys(manifest?.inputs ?? {}),
    ]),
  );
  return rest.changed()?.some((file) => !concerned.has(file)) ?? true;
}

/** What there is to say of records that is not said of a paper; of papers that are current it was said before. */
function restOf(
  project: Project,
  rest: Rest | undefined,
  outcomes: readonly Outcome[],
  left: readonly Outcome[],
): Diagnostic[] {
  if (!rest) return [];
  const filesOf = (some: readonly Outcome[]): Set<string | undefined> =>
    new Set(some.flatMap(({ inputs, diagnostics }) => [...inputs, ...diagnostics.map((d) => d.file)]));
  const [ofPapers, ofLeft] = [filesOf(outcomes), filesOf(left)];
  if (project.diagnostics.every((d) => ofPapers.has(d.file))) rest.quiet();
  return project.diagnostics.filter((d) => stops([d]) || !ofLeft.has(d.file));
}

function usageMistake(context: CommandContext, options: BuildOptions, project: Project): number | undefined {
  const { world } = context;
  const known = [...project.records.present]
    .filter((name) => name.startsWith('report/'))
    .map((name) => name.slice('report/'.length));
  const unknown = options.reports.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return wrongUsage(
      context,
      `There is no report called \`${unknown}\` in data/reports.`,
      meant(unknown, known, 'Reports'),
    );
  }
  if (known.length === 0) {
    return wrongUsage(
      context,
      `There are no reports in ${join(world.root, 'data', 'reports')}.`,
      'Start one with `npx scrutineer new report <name>`, or name the project folder with --root.',
    );
  }
  const styles = styleNames(world);
  if (options.style === undefined || styles.includes(options.style)) return undefined;
  return wrongUsage(
    context,
    `There is no house style called \`${options.style}\` in templates.`,
    didYouMean(options.style, styles, 'House styles'),
  );
}

async function inTurn<T>(
  things: readonly T[],
  atOnce: number,
  one: (thing: T) => Promise<void>,
): Promise<void> {
  const waiting = [...things];
  const worker = async (): Promise<void> => {
    for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await one(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Prints one stage of the way instead of writing files. */
export async function emitStage(
  context: CommandContext,
  options: BuildOptions,
  stage: 'records' | 'paper',
): Promise<number> {
  const { reports } = options;
  const project = openProject(context.world, reports.length > 0 ? reports : undefined);
  const wrong = usageMistake(context, options, project);
  if (wrong !== undefined) return wrong;
  const wanted =
    reports.length > 0
      ? reports
      : [...project.records.present]
          .filter((n) => n.startsWith('report/'))
          .map((n) => n.slice('report/'.length));
  if (stage === 'records') return emit(context, project, recordsOf(project, wanted), project.diagnostics);
  const made: Made[] = [];
  for (const name of wanted) made.push(await makeReport(project, name, options.style));
  const papers = made.flatMap(({ paper }) => (paper ? [paper] : []));
  return emit(
    context,
    project,
    papers,
    made.flatMap((m) => [...m.diagnostics, ...m.remarks()]),
  );
}

function recordsOf({ records }: Project, wanted: readonly string[]): unknown[] {
  return wanted.map((name) => {
    const report = records.report.get(name);
    const review = report && records.review.get(report.value.review);
    return {
      report: report && { id: name, ...publicReport(report) },
      review: review && { id: review.id, ...publicEntry(review).value },
      framework: review && records.framework.get(review.value.framework)?.value,
      council: review && records.council.get(review.value.council)?.value,
    };
  });
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
