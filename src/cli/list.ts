import { styleNames } from '../compose/style.ts';
import { uncleared } from '../deadlines/clearance.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { unclearedInWords } from '../draft/words.ts';
import { issuedPapers, listEditions, type Edition } from '../editions/store.ts';
import { openProject } from '../pipeline.ts';
import { longDate } from '../records/dates.ts';
import { clearerName } from '../records/deadlines.ts';
import { nounNames } from '../records/nouns.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';

/** `scrutineer list`: what there is, a line each. */
export function list(context: CommandContext, noun: string | undefined): Promise<number> {
  const { world } = context;
  const all = [...nounNames, 'style', 'edition'];
  if (noun !== undefined && !all.includes(noun)) {
    return Promise.resolve(
      wrongUsage(context, `\`${noun}\` is not a kind of record.`, didYouMean(noun, all, 'Kinds')),
    );
  }
  const { records } = openProject(world);
  const reportTitle = (id: string): string => {
    const report = records.report.get(id)?.value;
    const council = records.council.get(records.review.get(report?.review ?? '')?.value.council ?? '')?.value;
    const lacking = report && council ? uncleared(report, council) : [];
    const draft = lacking.length > 0 ? ` (draft: ${unclearedInWords(lacking.map(clearerName))})` : '';
    return `${report?.title ?? ''}${report?.exempt ? ' (exempt as a whole)' : ''}${draft}`;
  };
  const title = (kind: string, id: string): string => {
    switch (kind) {
      case 'council':
        return records.council.get(id)?.value.name ?? '';
      case 'framework':
        return records.framework.get(id)?.value.name ?? '';
      case 'review':
        return records.review.get(id)?.value.title ?? '';
      case 'report':
        return reportTitle(id);
      case 'meeting':
        return records.meeting.get(id)?.value.date ?? '';
      case 'calendar': {
        const name = records.calendar.get(id)?.value.name ?? '';
        return records.brought.has(`calendar/${id}`) ? `${name} (comes with Scrutineer)` : name;
      }
      default:
        return '';
    }
  };
  const rows = [
    ...[...records.present].map((name) => {
      const [kind = '', id = ''] = name.split('/');
      return { kind, id, title: title(kind, id) };
    }),
    ...styleNames(world).map((id) => ({ kind: 'style', id, title: `templates/${id}/` })),
    ...issuedPapers(world).flatMap((paper) => listEditions(world, paper).map(rowOf)),
  ].filter((row) => noun === undefined || row.kind === noun);
  if (!context.json) {
    const wide = Math.max(0, ...rows.map((row) => row.id.length));
    for (const row of rows)
      world.out(`${row.kind.padEnd(10)} ${row.id.padEnd(wide)}  ${row.title}`.trimEnd() + '\n');
    if (rows.length === 0) world.out(`Nothing yet: ${firstStep(noun)}.\n`);
  }
  return Promise.resolve(conclude(context, rows, [], new Map()));
}

/** How there comes to be a first one of a kind. */
function firstStep(noun = 'council'): string {
  return noun === 'edition'
    ? 'a paper becomes an edition with `npx scrutineer issue <report> --by <role> --reason <text>`'
    : `start with \`npx scrutineer new ${noun} <name>\``;
}

function rowOf({ paper, number, date, by, reason }: Edition): { kind: string; id: string; title: string } {
  return { kind: 'edition', id: `${paper}/${String(number)}`, title: `${longDate(date)}, ${by}: ${reason}` };
}
