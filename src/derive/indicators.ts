import { sameYearBefore, periodOrder } from '../records/dates.ts';
import type { Indicator, IndicatorValue } from '../records/indicators.ts';

/** What became of an indicator between two periods that can be compared. */
export type Direction = 'improved' | 'unchanged' | 'worse';

/** An indicator's figures in order of time, and what follows from the latest of them. */
export interface Course {
  /** Every figure known, in order of time, each period once. */
  values: IndicatorValue[];
  latest: IndicatorValue;
  /** The figure of the same part of the year before, or where there is none the one before of the same length. */
  before?: IndicatorValue;
  /** Latest less before, in the indicator's unit. */
  change?: number;
  /** Absent where there is no figure before, or the two cannot be compared. */
  direction?: Direction;
  /** The band of the latest figure, from 1, where the definition has ranges for its period. */
  band?: number;
  bandBefore?: number;
  /** How many bands there are for the period. */
  bands?: number;
  /** How far the latest figure is from its target, towards the better: negative where it falls short. */
  overTarget?: number;
}

/**
 * Follows an indicator over the periods that are known.
 * @param values figures of this review and of the reviews before it; where a period comes twice the first stands
 * @returns nothing where there is no figure
 */
export function courseOf(definition: Indicator, values: readonly IndicatorValue[]): Course | undefined {
  const byPeriod = new Map<string, IndicatorValue>();
  for (const value of values) if (!byPeriod.has(value.period)) byPeriod.set(value.period, value);
  const ordered = [...byPeriod.values()].sort((a, b) =>
    periodOrder(a.period) < periodOrder(b.period) ? -1 : 1,
  );
  const latest = ordered.at(-1);
  if (!latest) return undefined;
  const course: Course = { values: ordered, latest };
  const band = bandOf(definition, latest);
  if (band) [course.band, course.bands] = [band.band, band.bands];
  if (latest.target !== undefined) {
    const over = towardsBetter(definition, latest.target, latest.value);
    if (over !== undefined) course.overTarget = over;
  }
  const before = byPeriod.get(sameYearBefore(latest.period)) ?? lastOfTheSameLength(ordered, latest);
  if (!before) return course;
  course.before = before;
  course.change = difference(latest.value, before.value);
  const bandBefore = bandOf(definition, before)?.band;
  if (bandBefore !== undefined) course.bandBefore = bandBefore;
  const direction = directionOf(definition, before, latest);
  if (direction) course.direction = direction;
  return course;
}

function lastOfTheSameLength(
  ordered: readonly IndicatorValue[],
  latest: IndicatorValue,
): IndicatorValue | undefined {
  const length = (period: string): string =>
    period.includes('/') ? (period.split(' ')[1]?.charAt(0) ?? '') : 'calendar year';
  return ordered.slice(0, -1).findLast((v) => length(v.period) === length(latest.period));
}

/**
 * Whether a figure got better. Higher and lower compare the figures; near compares how far they are from the
 * figure it is best to be near; banded compares bands, and where one is not known nothing can be said.
 */
export function directionOf(
  definition: Indicator,
  before: IndicatorValue,
  after: IndicatorValue,
): Direction | undefined {
  const gain =
    definition.better === 'banded'
      ? subtract(bandOf(definition, after)?.band, bandOf(definition, before)?.band)
      : towardsBetter(definition, before.value, after.value);
  if (gain === undefined) return undefined;
  return gain > 0 ? 'improved' : gain < 0 ? 'worse' : 'unchanged';
}

/** How much better `to` is than `from`, in the indicator's unit; nothing where that cannot be said. */
function towardsBetter(definition: Indicator, from: number, to: number): number | undefined {
  switch (definition.better) {
    case 'higher':
      return difference(to, from);
    case 'lower':
      return difference(from, to);
    case 'near': {
      const { near } = definition;
      return near === undefined ? undefined : difference(Math.abs(from - near), Math.abs(to - near));
    }
    case 'banded':
      return undefined;
  }
}

/** The band that a figure falls into by the ranges of its period; a part of a year goes by the year's. */
export function bandOf(
  definition: Indicator,
  { period, value }: IndicatorValue,
): { band: number; bands: number } | undefined {
  const of =
    definition.bands?.find((b) => b.period === period) ??
    definition.bands?.find((b) => b.period === period.split(' ')[0]);
  const found = of?.ranges.find(({ from = -Infinity, below = Infinity }) => value >= from && value < below);
  return of && found ? { band: found.band, bands: Math.max(...of.ranges.map((r) => r.band)) } : undefined;
}

/** How many indicators can be compared with the period before, and what became of them. */
export interface DirectionCounts {
  comparable: number;
  improved: number;
  unchanged: number;
  worse: number;
}

/** Counts directions; an indicator that cannot be compared is left out of all four. */
export function countDirections(directions: readonly (Direction | undefined)[]): DirectionCounts {
  const of = (wanted: Direction): number => directions.filter((d) => d === wanted).length;
  const [improved, unchanged, worse] = [of('improved'), of('unchanged'), of('worse')];
  return { comparable: improved + unchanged + worse, improved, unchanged, worse };
}

function subtract(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

/**
 * How far a figure is from an average of the same period, in the indicator's unit: negative where it is below. Which of
 * the two is better is not said, as an average is not aimed at.
 */
export function overAverage(figure: number, average: number): number {
  return difference(figure, average);
}

/** Without the traces of binary fractions: 0.3 − 0.1 is 0.2. */
function difference(a: number, b: number): number {
  return Number((a - b).toFixed(9));
}
