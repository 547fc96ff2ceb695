import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { periodOrder } from '../records/dates.ts';
import type { IndicatorValue } from '../records/indicators.ts';
import type { Review } from '../records/review.ts';
import { figureThatWaits } from './draft.ts';
import type { Figure } from './figures.ts';
import { importRules } from './rules.ts';

/** One entry of a figure: where it stands in it, what stood there and what is to stand there. */
export interface EntryChange {
  path: readonly string[];
  from?: number | string;
  to: number | string;
}

/** What a figure of the file does to the record. */
export interface Change {
  what: 'added' | 'changed' | 'unchanged';
  indicator: string;
  period: string;
  row: number;
  column: string;
  /** What differs; for an added figure all that it has. */
  entries: EntryChange[];
  /** The figure as it is to stand in the record. */
  value: IndicatorValue;
}

export type Plan = Change[];

/** The figures that stand in a record, by indicator. */
export type Indicators = NonNullable<Review['indicators']>;

/** Figures given twice in two ways are refused; given twice alike they count once. */
export function withoutDoubles(figures: readonly Figure[]): { figures: Figure[]; diagnostics: Diagnostic[] } {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = JSON.stringify([figure.indicator, figure.value.period]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const kept: Figure[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [first, ...others] of groups.values()) {
    if (!first) continue;
    const other = others.find(({ value }) => !isDeepStrictEqual(value, first.value));
    if (!other) kept.push(first);
    else
      diagnostics.push(
        importRules.differ.at(
          other.place,
          `row ${String(other.row)}, column ${other.column} says something else of \`${first.indicator}\` in ${first.value.period} than row ${String(first.row)}, column ${first.column}.`,
          'Keep the row that is right and delete the other.',
        ),
      );
  }
  return { figures: kept, diagnostics };
}

/** What the figures would change. What the file says nothing of stays as it is. */
export function planFor(figures: readonly Figure[], present: Indicators): Plan {
  return figures.map(({ indicator, value, row, column }) => {
    const period = value.period;
    const known = Object.hasOwn(present, indicator) ? present[indicator] : undefined;
    const before = known?.find((v) => v.period === period);
    const stood = new Map(before ? entriesOf(before) : []);
    const entries = entriesOf(value).flatMap(([key, to]): EntryChange[] => {
      const from = stood.get(key);
      if (from === to) return [];
      const path = key.split('.');
      return [from === undefined || from === figureThatWaits ? { path, to } : { path, from, to }];
    });
    const what = !before ? 'added' : entries.length > 0 ? 'changed' : 'unchanged';
    return { what, indicator, period, row, column, entries, value: before ? merged(before, value) : value };
  });
}

/** Says where a new figure would stand beside what belonged to the old one. */
export function besideDiagnostics(plan: Plan, present: Indicators, file: string): Diagnostic[] {
  return plan.flatMap(({ what, indicator, period, entries, row }) => {
    if (what !== 'changed' || !entries.some(({ path }) => path.join() === 'value')) return [];
    const before = present[indicator]?.find((v) => v.period === period);
    const touched = new Set(entries.map(({ path }) => path[0]));
    const names = {
      numerator: 'numerator',
      denominator: 'denominator',
      as_at: 'date',
      source: 'source',
    } as const;
    const kept = (['numerator', 'denominator', 'as_at', 'source'] as const).filter(
      (name) => before?.[name] !== undefined && !touched.has(name),
    );
    if (kept.length === 0) return [];
    const words = kept.map((name) => names[name]);
    const list =
      words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : (words[0] ?? '');
    return [
      importRules.beside.at(
        { file },
        `row ${String(row)} changes the figure of \`${indicator}\` in ${period}; its ${list} ${words.length > 1 ? 'stay' : 'stays'} as ${words.length > 1 ? 'they were' : 'it was'}.`,
        'Check in the record that they belong to the new figure, or give the file a column for them.',
      ),
    ];
  });
}

/** The record’s figures once the plan is carried out: each in its place in time, the rest untouched. */
export function carriedOut(plan: Plan, present: Indicators): Indicators {
  const made: Indicators = { ...present };
  for (const change of plan) {
    if (change.what === 'unchanged') continue;
    const values = [...((Object.hasOwn(made, change.indicator) ? made[change.indicator] : undefined) ?? [])];
    const at = values.findIndex(({ period }) => period === change.period);
    if (at >= 0) values[at] = change.value;
    else values.splice(placeInTime(values, change.period), 0, change.value);
    made[change.indicator] = values;
  }
  return made;
}

/** Where a period belongs among others: before the first that is later. */
export function placeInTime(values: readonly { period: string }[], period: string): number {
  const later = values.findIndex((v) => periodOrder(v.period) > periodOrder(period));
  return later < 0 ? values.length : later;
}

/** What stands in a figure, one entry after another: `local.value` and 41. The period is what it is found by. */
export function entriesOf(value: IndicatorValue): [string, number | string][] {
  return Object.entries(value).flatMap(([name, held]): [string, number | string][] => {
    if (name === 'period') return [];
    if (typeof held !== 'object') return [[name, held]];
    return Object.entries(held).map(([inner, v]) => [`${name}.${inner}`, v]);
  });
}

function merged(before: IndicatorValue, given: IndicatorValue): IndicatorValue {
  const made: IndicatorValue = { ...before, ...given };
  if (before.comparators || given.comparators)
    made.comparators = { ...before.comparators, ...given.comparators };
  return made;
}
