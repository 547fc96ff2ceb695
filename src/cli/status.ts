import { resolve } from 'node:path';
import { askBrowser } from '../editions/browser.ts';
import { Index } from '../editions/index.ts';
import { papersIn, statusOf, type Issued, type PaperStatus } from '../editions/status.ts';
import { isCurrent, Survey } from '../editions/survey.ts';
import { conclude, exitCodes, wrongUsage, type CommandContext } from './context.ts';
import { unclearedInWords } from '../draft/words.ts';
import { LatePrinter } from './late-printer.ts';
import { meant } from './meant.ts';

/** What was typed after `scrutineer status`. */
export interface StatusOptions {
  papers: readonly string[];
  out: string;
  browser?: string | undefined;
}

/** `scrutineer status`: which papers are current, which are not and why, and what was issued. */
export async function status(context: CommandContext, options: StatusOptions): Promise<number> {
  const { world } = context;
  const out = resolve(world.root, options.out);
  const index = new Index(world, out);
  const survey = new Survey(world, index, { ...options, out, kinds: ['html', 'pdf'] });
  let all = papersIn(survey);
  await using printer = new LatePrinter(world, { browserPath: options.browser });
  if (survey.browser === undefined && all.some(isCurrent)) {
    await askBrowser(survey, await printer.open());
    all = papersIn(survey);
  }
  const known = all.map(({ folder, report }) => folder ?? report);
  const unknown = options.papers.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return wrongUsage(context, `There is no paper called \`${unknown}\`.`, meant(unknown, known, 'Papers'));
  }
  const wanted = all.filter(
    (s) => options.papers.length === 0 || options.papers.includes(s.folder ?? s.report),
  );
  const { statuses, diagnostics, texts } = await statusOf(survey, wanted);
  index.save();
  if (context.json) return conclude(context, statuses, diagnostics, texts, exitCodes.fine);
  if (statuses.length === 0)
    world.out('There are no papers yet: start with `npx scrutineer new report <name>`.\n');
  for (const one of statuses) world.out(await asText(one));
  if (statuses.length > 1) world.out(`${summaryOf(statuses)}\n`);
  return exitCodes.fine;
}

const states = {
  current: 'current',
  stale: 'stale',
  never: 'never built',
  stopped: 'cannot be built',
  withheld: 'exempt as a whole, not published',
  'left over': 'left over',
} as const;

async function asText(one: PaperStatus): Promise<string> {
  const lines = [
    `${one.paper}: ${states[one.state]}${remarksOf(one)}`,
    ...(one.draft ? [`  a draft: ${unclearedInWords(one.draft)}`] : []),
    ...one.because.map((line) => `  ${line}`),
  ];
  if (one.issued) lines.push(`  ${await issuedInWords(one.issued)}`);
  return lines.map((line) => `${line}\n`).join('');
}

function remarksOf({ state, errors, warnings }: PaperStatus): string {
  const counted = (n: number, word: string): string[] =>
    n === 0 ? [] : [`${String(n)} ${word}${n === 1 ? '' : 's'}`];
  const parts = [...counted(errors, 'error'), ...counted(warnings, 'warning')];
  if (parts.length === 0 || state === 'left over') return '';
  return `, ${parts.join(' and ')} (\`npx scrutineer check\` shows ${errors + warnings === 1 ? 'it' : 'them'})`;
}

async function issuedInWords({ edition, of, date, changed }: Issued): Promise<string> {
  const { longDate } = await import('../records/dates.ts');
  const since = changed === undefined ? '' : changed ? '; changed since' : '; unchanged since';
  return `issued: edition ${String(edition)}${of > 1 ? ` of ${String(of)}` : ''}, ${longDate(date)}${since}`;
}

function summaryOf(statuses: readonly PaperStatus[]): string {
  const parts = Object.entries(states).flatMap(([state, words]) => {
    const count = statuses.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${String(count)} ${words}`];
  });
  return `${String(statuses.length)} papers: ${parts.join(', ')}.`;
}
