import type { Joined } from '../compose/join.ts';
import { typeset } from '../compose/markdown.ts';
import type { Paper } from '../compose/paper.ts';
import { capital } from '../compose/words.ts';
import { longDate } from '../records/dates.ts';
import { neededClearances, uncleared } from '../deadlines/clearance.ts';
import { clearerName, type Clearer } from '../records/deadlines.ts';
import { unclearedInWords } from './words.ts';

/**
 * A report is a draft until everybody whose clearance its council asks for has cleared it. Clearance is given by an entry
 * with its day: silence is not consent. Clearance is recorded, and taken out before
 * publication: `seeds/SOURCES.md`, committee papers in England.
 */
export interface Draft {
  /** Whose clearance is lacking, in the order in which the council asks for them. */
  missing: Clearer[];
  /** The same in words: "legal", "the portfolio holder". */
  lacking: string[];
  /** What the paper shows of it. */
  shown: NonNullable<Paper['draft']>;
}

/** What of a paper's records says whether it is a draft. */
export type Clearing = Pick<Joined, 'report' | 'council'>;

/** The draft that a report is, or undefined where it is none: everybody asked has cleared it, or nobody is asked. */
export function draftOf(joined: Clearing): Draft | undefined {
  const missing = uncleared(joined.report.value, joined.council.value);
  if (missing.length === 0) return undefined;
  const lacking = missing.map(clearerName);
  return { missing, lacking, shown: shownOf(joined, lacking) };
}

function shownOf({ report, council }: Clearing, lacking: readonly string[]): Draft['shown'] {
  const given = report.value.clearance ?? [];
  const asked = neededClearances(council.value);
  const everybody = [...new Set([...asked, ...given.map(({ by }) => by)])];
  const clearances = everybody.flatMap((by) => {
    const name = capital(clearerName(by).replace(/^the /, ''));
    const ofThem = given.filter((entry) => entry.by === by);
    if (ofThem.length === 0) return [{ by: name }];
    return ofThem.map(({ role, date, comment }) => ({
      by: role === undefined ? name : `${name}: ${typeset(role)}`,
      cleared: longDate(date),
      ...(comment === undefined ? {} : { comment: typeset(comment) }),
    }));
  });
  return { words: `Draft of this report: ${unclearedInWords(lacking)}.`, clearances };
}
