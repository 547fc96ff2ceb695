import type { Council } from '../records/council.ts';

/** So many clear days before a meeting that the law asks for, and where it does. */
export interface Period {
  days: number;
  source: string;
}

type BodyKind = Council['bodies'][string]['kind'];

const regulations = 'SI 2012/2089';

/** The day on which SI 2012/2089 came into force: its regulation 1. */
const sinceRegulations = '2012-09-10';
/** The day on which SI 2002/715 came into force: its article 1(1). */
const sinceFiveDays = '2002-10-01';

/**
 * How long before a meeting its agenda and reports must be open to the public.
 * Sources: Local Government Act 1972, s100B(3) and (4)(a), with three clear days until SI 2002/715 made them five;
 * for executives SI 2012/2089, regulation 6(2).
 * @returns `undefined` for an executive before those regulations: nobody could look up what held then
 */
export function agendaNotice(kind: BodyKind, meetingDay: string): Period | undefined {
  if (kind === 'executive') {
    if (!underRegulations(meetingDay)) return undefined;
    return { days: 5, source: `${regulations}, regulations 6(2) and 7` };
  }
  return meetingDay < sinceFiveDays
    ? { days: 3, source: 'Local Government Act 1972, s100B(3)' }
    : { days: 5, source: 'Local Government Act 1972, s100B(3); SI 2002/715' };
}

/** Whether an executive’s meeting is held under SI 2012/2089. */
export function underRegulations(meetingDay: string): boolean {
  return meetingDay >= sinceRegulations;
}

/**
 * How long before a key decision a notice must be published. Twenty-eight clear days are counted through all days of the
 * week; where that was impracticable, five clear days’ notice to the scrutiny committee’s chair and the public is needed.
 */
export const keyDecision = {
  notice: { days: 28, source: `${regulations}, regulation 9` },
  exception: { days: 5, source: `${regulations}, regulation 10` },
} as const satisfies Record<string, Period>;

/** How long before an executive meets in private it must say so, and say so again. */
export const privateMeeting = {
  first: { days: 28, source: `${regulations}, regulation 5(2)` },
  further: { days: 5, source: `${regulations}, regulation 5(4)` },
} as const satisfies Record<string, Period>;

const numbers: Readonly<Record<number, string>> = { 3: 'Three', 5: 'Five' };

/** "Five clear days before the meeting". */
export function clearDaysBefore(days: number): string {
  return `${numbers[days] ?? String(days)} clear days before the meeting`;
}
