import { styleNames } from '../compose/style.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { filesOfEdition, issueEdition } from '../editions/issue.ts';
import { openProject, type Project } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import { isCalendarDate, longDate } from '../records/dates.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import { meant } from './meant.ts';

export interface IssueOptions {
  by: string;
  reason: string;
  date?: string | undefined;
  style?: string | undefined;
  again?: boolean | undefined;
  printer: Printer;
}

/** `scrutineer issue`: keeps a paper for good as its next edition. */
export async function issue(context: CommandContext, report: string, options: IssueOptions): Promise<number> {
  const { world } = context;
  const project = openProject(world, [report]);
  const [by, reason] = [options.by, options.reason].map((text) => text.replaceAll(/\s+/g, ' ').trim());
  const wrong = mistake(project, report, { ...options, by: by ?? '', reason: reason ?? '' });
  if (wrong) return wrongUsage(context, ...wrong);
  const issuing = {
    report,
    style: options.style,
    by: by ?? '',
    reason: reason ?? '',
    date: options.date ?? world.today(),
    again: options.again ?? false,
  };
  const { edition, diagnostics } = await issueEdition(project, issuing, options.printer);
  const files = edition ? filesOfEdition(edition) : [];
  if (!context.json && edition) {
    for (const file of files) world.out(`${file}\n`);
    world.out(
      `Edition ${String(edition.number)} of ${edition.paper} was issued on ${longDate(edition.date)} by ${edition.by}: ${edition.reason}\n`,
    );
  }
  const exitCode = conclude(context, edition && { ...edition, files }, diagnostics, project.texts);
  if (!context.json && !edition) world.err('Nothing was issued.\n');
  return exitCode;
}

/** What is wrong with what was typed, and what to type instead. */
function mistake(
  { world, records }: Project,
  report: string,
  { by, reason, date, style }: IssueOptions,
): [message: string, hint: string] | undefined {
  if (!records.present.has(`report/${report}`)) {
    const reports = [...records.present].flatMap((name) => /^report\/(.*)$/.exec(name)?.[1] ?? []);
    return [`There is no report called \`${report}\` in data/reports.`, meant(report, reports, 'Reports')];
  }
  const styles = styleNames(world);
  if (style !== undefined && !styles.includes(style))
    return [
      `There is no house style called \`${style}\` in templates.`,
      didYouMean(style, styles, 'House styles'),
    ];
  if (by === '') return ['It is not said who issues it.', 'Give a role: --by "Democratic Services".'];
  if (reason === '')
    return ['It is not said why it is issued.', 'Give a reason: --reason "Published with the agenda".'];
  if (date !== undefined && !isCalendarDate(date))
    return [`\`${date}\` is not a day.`, 'Write it as --date 2003-12-01, or leave it out for today.'];
  const { author, contacts } = records.report.get(report)?.value ?? {};
  const names = [author, ...(contacts ?? [])].flatMap((person) => person?.name?.toLowerCase() ?? []);
  if (names.includes(by.toLowerCase()))
    return [
      `${by} is a person’s name in the report.`,
      'An edition is kept for many years, and says by which role it was issued: --by "Democratic Services".',
    ];
  return undefined;
}
