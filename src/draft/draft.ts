import type { Joined } from '../compose/join.ts';
import { typeset } from '../compose/markdown.ts';
import type { Paper } from '../compose/paper.ts';
import { capital, listInWords } from '../compose/words.ts';
import { longDate } from '../records/dates.ts';
import { clearerName, type Clearer } from '../records/deadlines.ts';

/**
 * A report is a draft until everybody whose clearance its council asks for has cleared it. Clearance is given by an entry
 * with its day: silence is not consent. Source: facts.md §4 (clearance is recorded, and taken out before publication).
 */
export interface Draft {
  /** Whose clearance is lacking, in the order in which the council asks for them. */
  missing: Clearer[];
  /** What the paper shows of it. */
  shown: NonNullable<Paper['draft']>;
}

/** What of a paper's records says whether it is a draft. */
export type Clearing = Pick<Joined, 'report' | 'council'>;

/** The draft that a report is, or undefined where it is none: everybody asked has cleared it, or nobody is asked. */
export function draftOf(joined: Clearing): Draft | undefined {
  const missing = missingClearances(joined);
  return missing.length === 0 ? undefined : { missing, shown: shownOf(joined, missing) };
}

/** Whose clearance a report lacks. */
export function missingClearances({ report, council }: Clearing): Clearer[] {
  const asked = council.value.deadlines?.clearances ?? [];
  const given = new Set(report.value.clearance?.map(({ by }) => by));
  return [...new Set(asked)].filter((by) => !given.has(by));
}

/** "not yet cleared by finance and legal" */
export function unclearedInWords(missing: readonly Clearer[]): string {
  return `not yet cleared by ${listInWords(missing.map(clearerName))}`;
}

function shownOf({ report, council }: Clearing, missing: readonly Clearer[]): Draft['shown'] {
  const given = report.value.clearance ?? [];
  const asked = council.value.deadlines?.clearances ?? [];
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
  return { words: `Draft of this report: ${unclearedInWords(missing)}.`, clearances };
}
