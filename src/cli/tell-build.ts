import { relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Outcome } from '../editions/outcome.ts';
import { allInWords } from '../editions/reasons.ts';
import { unclearedInWords } from '../draft/words.ts';
import { conclude, exitCodes, type CommandContext } from './context.ts';
import type { BuildOptions } from './start-build.ts';

/** What a build came to. */
interface Told {
  outcomes: readonly Outcome[];
  diagnostics: readonly Diagnostic[];
  /** Text of files read, for code frames. */
  texts: ReadonlyMap<string, string>;
}

/** Says what was written, what was wrong, and of how many papers nothing was to be done. */
export function tellOutcomes(context: CommandContext, options: BuildOptions, told: Told): number {
  const { world, json } = context;
  const { outcomes, diagnostics, texts } = told;
  const shown = (file: string): string => relative(world.root, file).split(sep).join('/');
  const result = outcomes.map(
    ({ report, style, state, draft, files, reasons, changes, warnings, suggestions }) => ({
      report,
      style,
      state,
      ...(draft ? { draft } : {}),
      files: files.map(shown),
      ok: state !== 'failed',
      warnings,
      suggestions,
      ...(options.explain ? { because: allInWords(reasons, changes) } : {}),
    }),
  );
  if (!json) {
    if (options.explain) for (const outcome of outcomes) world.out(explained(outcome));
    else for (const file of written(outcomes)) world.out(`${shown(file)}\n`);
  }
  const exitCode = conclude(context, result, diagnostics, texts);
  if (!json) world.err(summaryOf(outcomes));
  return exitCode;
}

/** Says how far a run came that was stopped. */
export function tellStopped(context: CommandContext, outcomes: readonly Outcome[], wanted: number): number {
  const done = outcomes.filter(({ state }) => state !== 'failed').length;
  const message = `Stopped: ${String(done)} of ${papers(wanted)} ${done === 1 ? 'is' : 'are'} done and whole; the same command does the rest.`;
  if (context.json) return conclude(context, { message, done, of: wanted }, [], new Map(), exitCodes.stopped);
  context.world.err(`${message}\n`);
  return exitCodes.stopped;
}

function written(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ state, files }) => {
    if (state === 'noted') return files.filter((file) => file.endsWith('.manifest.json'));
    return state === 'made' ? files : [];
  });
}

const done = {
  made: 'made',
  noted: 'not made again: nothing that reaches the paper has changed; its manifest was brought up to date',
  current: 'not made again: nothing has changed',
  withheld: 'not made: the whole report is exempt, and stands in the restricted pack only',
  failed: 'NOT made',
} as const;

function explained({ folder, state, reasons, changes }: Outcome): string {
  const because = allInWords(reasons, changes);
  return [`${folder}: ${done[state]}`, ...because.map((line) => `  ${line}`), ''].join('\n');
}

/** The last lines: what was left, what is still to be looked at in it, and what failed, by name. */
function summaryOf(outcomes: readonly Outcome[]): string {
  const named = (state: Outcome['state']): string[] =>
    outcomes.filter((outcome) => outcome.state === state).map(({ folder }) => folder);
  const [made, current, failed] = [named('made'), [...named('current'), ...named('noted')], named('failed')];
  const withheld = named('withheld');
  const lines: string[] = [];
  if (outcomes.length > 1) {
    const parts = [
      ...(made.length > 0 ? [`${String(made.length)} made`] : []),
      ...(current.length > 0 ? [`${String(current.length)} current`] : []),
      ...(withheld.length > 0 ? [`${String(withheld.length)} exempt as a whole and not published`] : []),
      ...(failed.length > 0 ? [`${String(failed.length)} NOT made`] : []),
    ];
    lines.push(`${papers(outcomes.length)}: ${parts.join(', ')}.`);
  } else if (named('current').length > 0) {
    lines.push(
      `${current.join('')} is current: nothing has changed since it was made. \`--all\` makes it again.`,
    );
  }
  const remarked = outcomes.filter((o) => o.state === 'current' && o.warnings > 0);
  if (remarked.length > 0) {
    const count = remarked.reduce((sum, { warnings }) => sum + warnings, 0);
    lines.push(
      `${count === 1 ? 'A warning stands' : `${String(count)} warnings stand`} in what is current: ${listed(remarked.map(({ folder }) => folder))}. \`npx scrutineer check\` shows ${count === 1 ? 'it' : 'them'}.`,
    );
  }
  lines.push(...draftsIn(outcomes));
  if (failed.length > 0) {
    lines.push(
      `Not made: ${failed.join(', ')}. Earlier files of ${failed.length === 1 ? 'this report' : 'these reports'} stand as they were.`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Which of what is there must not go out yet. */
function draftsIn(outcomes: readonly Outcome[]): string[] {
  const drafts = outcomes.flatMap(({ folder, state, draft }) =>
    state !== 'failed' && draft ? [{ folder, uncleared: unclearedInWords(draft) }] : [],
  );
  const [only] = drafts;
  if (only && drafts.length === 1) return [`${only.folder} is a draft: ${only.uncleared}.`];
  if (drafts.length === 0) return [];
  return [`Drafts: ${listed(drafts.map(({ folder, uncleared }) => `${folder} (${uncleared})`))}.`];
}

function listed(names: readonly string[]): string {
  const most = 5;
  return names.length <= most
    ? names.join(', ')
    : `${names.slice(0, most).join(', ')} and ${String(names.length - most)} others`;
}

function papers(count: number): string {
  return count === 1 ? '1 paper' : `${String(count)} papers`;
}
