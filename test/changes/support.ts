import { changesBetween, type Changes } from '../../src/changes/changes.ts';
import { sideOf, type Side } from '../../src/changes/sides.ts';
import { loadStyle, type Style } from '../../src/compose/style.ts';
import { travellingRecord, type TravellingRecord } from '../../src/travel/record.ts';
import { joinedExample, type Slip } from '../support/records.ts';
import { quietWorld } from '../support/project.ts';

/** A house style of the example. */
export function styleNamed(name: string): Style {
  const { style } = loadStyle(quietWorld, name, undefined);
  if (!style) throw new Error(`There is no style ${name}.`);
  return style;
}

/** The style in which an example report is set. */
export function styleFor(report: string): Style {
  const { council, report: entry } = joinedExample(report);
  return styleNamed(entry.value.style ?? council.value.style);
}

/** What travels with a report of the example, with slips made in its records. */
export function recordOf(report: string, slips: readonly Slip[] = []): TravellingRecord {
  return travellingRecord(joinedExample(report, slips), styleFor(report));
}

export function sideFrom(record: TravellingRecord, style = styleFor(record.report)): Side {
  const { value, diagnostics } = sideOf(record, style);
  if (!value) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return value;
}

/** What changed in a report of the example when slips were made in its records. */
export function changesOf(report: string, slips: readonly Slip[], style = styleFor(report)): Changes {
  return changesBetween(sideFrom(recordOf(report), style), sideFrom(recordOf(report, slips), style), style);
}

/** The sentences of changes, each with its places where they are wanted. */
export function told({ changes }: Changes, places = true): string[] {
  return changes.map(({ sentence, where }) => {
    const shown = places ? ` [${where.map(({ words }) => words).join(', ')}]` : '';
    return `${sentence}${shown}`.replaceAll('\u00a0', ' ');
  });
}
