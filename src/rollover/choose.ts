import { didYouMean } from '../diagnostics/suggest.ts';
import { readPeriod } from '../import/periods.ts';
import type { Framework } from '../records/framework.ts';
import type { Entry, Records } from '../records/load.ts';
import { isIdentifier, recordFolders } from '../records/names.ts';
import type { Report } from '../records/report.ts';
import type { Review } from '../records/review.ts';
import { laterName, laterPeriod, moveTo, type Move } from './period.ts';

/** What was asked for cannot be done: why, and what to write instead. */
export interface Wrong {
  wrong: string;
  hint: string;
}

/** What an officer can say about the records to be started. */
export interface Wishes {
  to: string;
  report?: string | undefined;
  name?: string | undefined;
  reportName?: string | undefined;
}

/** The period to move on to: the next year, or any later one where there is not a judgement every year. */
export function chooseMove({ id, value }: Entry<Review>, framework: Framework, to: string): Move | Wrong {
  const read = readPeriod(to);
  if ('wrong' in read) return read;
  const next = laterPeriod(value.period, 1);
  const move = moveTo(value.period, read.period);
  if (!move)
    return {
      wrong: `${read.period} is not a year after ${value.period}, which \`${id}\` is a review of.`,
      hint: `Write --to ${next}.`,
    };
  if (move.years > 1 && framework.frequency !== 'irregular')
    return {
      wrong: `${read.period} is not the year after ${value.period}, and this framework has a judgement every year.`,
      hint: `Write --to ${next}, and start ${read.period} from that.`,
    };
  return move;
}

/** The report to carry on: the one named, or the only one that rests on the review; none where none does. */
export function chooseReport(
  records: Records,
  review: string,
  wanted: string | undefined,
): Entry<Report> | Wrong | undefined {
  const resting = [...records.report.values()].filter(({ value }) => value.review === review);
  const ids = resting.map(({ id }) => id);
  if (wanted === undefined) {
    if (resting.length <= 1) return resting[0];
    return {
      wrong: `Several reports rest on \`${review}\`: ${ids.map((id) => `\`${id}\``).join(', ')}.`,
      hint: 'Name the one to carry on: --report <report>.',
    };
  }
  const found = resting.find(({ id }) => id === wanted);
  if (found) return found;
  return records.present.has(`report/${wanted}`)
    ? {
        wrong: `The report \`${wanted}\` does not rest on \`${review}\`, or cannot be read.`,
        hint: ids.length === 0 ? 'Leave --report out.' : didYouMean(wanted, ids, 'Reports that do'),
      }
    : {
        wrong: `There is no report called \`${wanted}\`.`,
        hint: didYouMean(wanted, ids, 'Reports on this review'),
      };
}

/** What the new records are called. Neither may be there already: nothing is ever overwritten. */
export function chooseNames(
  { present }: Records,
  old: { review: Entry<Review>; report: Entry<Report> | undefined },
  move: Move,
  wishes: Wishes,
): { review: string; report: string | undefined } | Wrong {
  const review = wishes.name ?? laterName(old.review.id, move);
  if (review === undefined)
    return {
      wrong: `The name \`${old.review.id}\` does not say its year, so the new review’s cannot be made from it.`,
      hint: 'Give it one: --name durham-2003-04.',
    };
  const report = old.report && (wishes.reportName ?? laterName(old.report.id, move) ?? review);
  for (const [noun, name, option] of [
    ['review', review, '--name'],
    ['report', report, '--report-name'],
  ] as const) {
    if (name === undefined) continue;
    const file = `data/${recordFolders[noun]}/${name}.yaml`;
    if (!isIdentifier(name))
      return {
        wrong: `\`${name}\` is not a name that a record can go by.`,
        hint: 'Use small letters, digits, hyphens and underscores, and begin with a letter: durham-2003-04.',
      };
    if (present.has(`${noun}/${name}`))
      return {
        wrong: `${file} exists already, and nothing is overwritten.`,
        hint: `Go on in that file, or choose another name with ${option}.`,
      };
  }
  return { review, report };
}
