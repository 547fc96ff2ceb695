import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { askBrowser } from '../editions/browser.ts';
import { Index } from '../editions/index.ts';
import { leftAsItIs } from '../editions/outcome.ts';
import { reportNames } from '../editions/places.ts';
import { Rest } from '../editions/rest.ts';
import { isCurrent, Survey, type Standing } from '../editions/survey.ts';
import { Whole } from '../editions/whole.ts';
import { clearKilled } from '../sharing/paper.ts';
import { quick } from '../start/quick.ts';
import { wrongUsage, type CommandContext } from './context.ts';
import { Interruption } from './interruption.ts';
import { LatePrinter } from './late-printer.ts';
import { isAmongKept } from './out-folder.ts';
import { tellOutcomes } from './tell-build.ts';

/** What was typed after `scrutineer build`. */
export interface BuildOptions {
  reports: readonly string[];
  style?: string | undefined;
  out: string;
  emit?: 'records' | 'paper' | 'html' | 'pdf' | undefined;
  browser?: string | undefined;
  /** Makes papers although they are current. */
  all?: boolean | undefined;
  /** Says of each paper why it was made or not. */
  explain?: boolean | undefined;
  /** Papers printed at a time. */
  jobs?: string | undefined;
}

/** Papers printed at a time; more did not pay on two cores. */
const usualJobs = 2;
const mostJobs = 16;

/**
 * `scrutineer build`, from its quick end: where every paper asked for is current, that is said before a record is
 * read or a browser is started. Else the browser starts up while the rest of the program is loaded.
 */
export async function startBuild(context: CommandContext, options: BuildOptions): Promise<number> {
  const { world } = context;
  const jobs = options.jobs === undefined ? usualJobs : Number(options.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > mostJobs) {
    return wrongUsage(
      context,
      `\`--jobs ${options.jobs ?? ''}\` is not a number from 1 to ${String(mostJobs)}.`,
      `Leave it out for ${String(usualJobs)}, which suits most computers.`,
    );
  }
  if (options.emit === 'records' || options.emit === 'paper') {
    const { emitStage } = await import('./build.ts');
    return emitStage(context, options, options.emit);
  }
  const out = resolve(world.root, options.out);
  if (isAmongKept(world, out)) {
    return wrongUsage(
      context,
      `\`--out ${options.out}\` would put papers among the project’s own files.`,
      'Name a folder of its own with --out, or leave it out for `out`.',
    );
  }
  const kinds = options.emit ? [options.emit] : (['html', 'pdf'] as const);
  const prints = kinds.some((kind) => kind === 'pdf');
  const wanted = options.reports.length > 0 ? options.reports : reportNames(world);
  clearKilled(world, out);
  const index = new Index(world, out);
  const survey = new Survey(world, index, { ...options, out, kinds });
  const look = (): Standing[] =>
    wanted.map((report) =>
      options.all ? { report, folder: undefined, reasons: [{ kind: 'asked' }] } : survey.standingOf(report),
    );

  const whole = options.all ? undefined : new Whole(survey, wanted, options.reports.length === 0);
  const recalled = prints && survey.browser === undefined ? undefined : whole?.recalled();
  if (recalled) {
    quick.yes = true;
    index.save();
    return tellOutcomes(context, options, { outcomes: recalled, diagnostics: [], texts: new Map() });
  }
  using interruption = new Interruption();
  await using printer = new LatePrinter(world, { browserPath: options.browser, pages: jobs });
  let standings = look();
  // Awaited, so that the browser's process is there before the rest of the program is loaded.
  if (prints && standings.some(wantsPrinting)) await printer.open();
  const machine: Diagnostic[] = [];
  if (prints && survey.browser === undefined && standings.some(isCurrent)) {
    const opened = await printer.open();
    await askBrowser(survey, opened);
    machine.push(...(await opened.browser).diagnostics);
    standings = look();
  }
  // Records that are in no paper are looked at where everything is built.
  const rest = options.reports.length === 0 ? new Rest(survey) : undefined;
  const quiet = rest === undefined || (!options.all && rest.changed()?.length === 0);
  try {
    if (wanted.length > 0 && standings.every(isCurrent) && quiet && machine.length === 0) {
      quick.yes = true;
      const outcomes = standings.flatMap((standing) => leftAsItIs(survey, standing) ?? []);
      whole?.note(outcomes);
      return tellOutcomes(context, options, { outcomes, diagnostics: [], texts: new Map() });
    }
    const { build } = await import('./build.ts');
    return await build(context, options, {
      survey,
      standings,
      rest,
      machine,
      jobs,
      prints,
      printer,
      interruption,
    });
  } finally {
    index.save();
  }
}

/** Whether it is all but sure that a paper must be printed, so that the browser may start up meanwhile. */
function wantsPrinting({ reasons }: Standing): boolean {
  return reasons.some(
    (reason) =>
      reason.kind !== 'around' && !(reason.kind === 'input' && reason.file.startsWith('data/meetings/')),
  );
}
