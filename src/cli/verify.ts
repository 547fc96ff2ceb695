import { basename, resolve } from 'node:path';
import { identify, type Claim, type Finding } from '../editions/identify.ts';
import { verifyAll, type Verified } from '../editions/verify.ts';
import type { Edition } from '../editions/edition.ts';
import { countInWords, listInWords } from '../compose/words.ts';
import { longDate } from '../records/dates.ts';
import { conclude, exitCodeFor, exitCodes, wrongUsage, type CommandContext } from './context.ts';

/** `scrutineer verify`: which edition a file is, or whether everything that was issued is as it was. */
export async function verify(
  context: CommandContext,
  file: string | undefined,
  options: { all?: boolean | undefined },
): Promise<number> {
  if (options.all === true) {
    if (file === undefined) return everything(context);
    return wrongUsage(context, 'Either a file or --all can be verified.', 'Leave one of the two out.');
  }
  if (file === undefined)
    return wrongUsage(context, 'It is not said what to verify.', 'Name a PDF or HTML file, or give --all.');
  const { world } = context;
  const path = resolve(file);
  if (world.files.size(path) === undefined)
    return wrongUsage(context, `There is no file ${file}.`, 'Name a paper’s PDF or HTML, or give --all.');
  const { finding, diagnostics } = await identify(world, path);
  if (!context.json) world.out(`${inWords(finding, basename(path))}\n`);
  const fine = finding.kind === 'issued';
  const exitCode = fine ? exitCodes.fine : Math.max(exitCodes.problems, exitCodeFor(diagnostics));
  return conclude(context, finding, diagnostics, new Map(), exitCode);
}

function everything(context: CommandContext): number {
  const { papers, diagnostics } = verifyAll(context.world);
  if (!context.json) {
    for (const paper of papers) context.world.out(`${ofPaper(paper)}\n`);
    if (papers.length === 0) context.world.out('Nothing was issued yet.\n');
  }
  return conclude(context, papers, diagnostics, new Map());
}

function ofPaper({ paper, editions }: Verified): string {
  const as = (asIssued: boolean): string[] =>
    editions.filter((edition) => edition.asIssued === asIssued).map(({ number }) => String(number));
  const say = (numbers: string[], one: string, many: string): string =>
    `edition${numbers.length === 1 ? '' : 's'} ${listInWords(numbers)} ${numbers.length === 1 ? one : many}`;
  const [fine, wrong] = [as(true), as(false)];
  const parts = [
    ...(fine.length > 0 ? [say(fine, 'is as it was issued', 'are as they were issued')] : []),
    ...(wrong.length > 0 ? [say(wrong, 'is NOT as it was issued', 'are NOT as they were issued')] : []),
  ];
  return `${paper}: ${parts.join('; ')}`;
}

function inWords(finding: Finding, file: string): string {
  switch (finding.kind) {
    case 'issued':
      return issued(finding.editions, finding.latest);
    case 'current':
      return `${says(finding.claim)} It is what the records and the house style make of it now, and it was not issued${than(finding.editions)}.`;
    case 'changed': {
      const { number, date, by } = finding.edition;
      return [
        `${says(finding.claim)} Its record is that of edition ${String(number)}, issued on ${longDate(date)} by ${by}, but it is NOT the file that was issued:`,
        'it was changed afterwards, saved again by another program, or made again in other circumstances.',
      ].join(' ');
    }
    case 'draft':
      return draft(finding);
    case 'foreign':
      return `${file} is nothing that Scrutineer made, or another program has saved it again: it carries no record.`;
  }
}

function issued(editions: readonly Edition[], latest: number): string {
  const edition = editions.at(-1);
  if (!edition) return '';
  const others = editions.slice(0, -1).map(({ number }) => String(number));
  const later =
    latest > edition.number ? ` It is not the latest: edition ${String(latest)} has been issued since.` : '';
  const also =
    others.length > 0
      ? ` Edition${others.length === 1 ? '' : 's'} ${listInWords(others)} had the same file.`
      : '';
  return `This is edition ${String(edition.number)} of ${edition.paper}, issued on ${longDate(edition.date)} by ${edition.by}: the file is byte for byte the one that was issued.${also}${later}`;
}

function draft({ claim, latest, differs, asNow, uncleared }: Extract<Finding, { kind: 'draft' }>): string {
  const now = asNow ? ' It says what the records say now.' : '';
  if (uncleared !== undefined)
    return `${says(claim)} It was not issued, and was not cleared when it was made: it says “${uncleared}”${now}`;
  if (!latest) return `${says(claim)} No edition of it was ever issued: it is a draft.${now}`;
  const where =
    differs.length > 0
      ? ` Its record differs from that of edition ${String(latest.number)} in ${listInWords(differs)}.`
      : '';
  return `${says(claim)} It is none of its editions, of which the latest is ${String(latest.number)}, issued on ${longDate(latest.date)}: it is a draft, or was changed after it was issued.${where}${now}`;
}

function says({ paper, title, meeting, style }: Claim): string {
  const of = title === '' ? '' : ` (“${title}”${meeting === undefined ? '' : `, ${longDate(meeting)}`})`;
  return `The file says that it is ${paper}${of} in the house style ${style}.`;
}

function than(editions: readonly Edition[]): string {
  const latest = editions.at(-1);
  if (!latest) return ': there is no edition yet';
  const one = editions.length === 1 ? 'is' : 'are';
  return `: there ${one} ${countInWords(editions.length)} ${editions.length === 1 ? 'edition' : 'editions'}, the latest of ${longDate(latest.date)}`;
}
