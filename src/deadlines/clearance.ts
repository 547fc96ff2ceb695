import type { Council } from '../records/council.ts';
import type { Clearer } from '../records/deadlines.ts';
import type { Report } from '../records/report.ts';

/** Who must clear the reports of a council before they go out; nobody where it does not say so. */
export function neededClearances({ deadlines }: Council): readonly Clearer[] {
  return [...new Set(deadlines?.clearances)];
}

/** Who has still to clear a report. Silence is not consent: only what stands in the record counts. */
export function uncleared(report: Report, council: Council): Clearer[] {
  const given = new Set(report.clearance?.map(({ by }) => by));
  return neededClearances(council).filter((by) => !given.has(by));
}

/** The day on which somebody cleared a report: the latest, where it was cleared again after a change. */
export function clearedOn(report: Report, by: Clearer): string | undefined {
  return report.clearance
    ?.filter((clearance) => clearance.by === by)
    .map(({ date }) => date)
    .sort()
    .at(-1);
}
