import { countDirections, courseOf, type Course, type DirectionCounts } from '../../derive/indicators.ts';
import { isOld } from '../../derive/age.ts';
import { longDate, periodEnd, periodInWords } from '../../records/dates.ts';
import type { Indicator } from '../../records/indicators.ts';
import { own } from '../../records/judging.ts';
import type { Joined } from '../join.ts';
import { typeset } from '../markdown.ts';
import { capital, countAlone, countInWords, withUnit } from '../words.ts';
import { comparedInWords } from './compared.ts';
import { bandInWords, betterInWords, changeInWords, comparatorsInWords, dotsOf } from './indicator-words.ts';
import type { IndicatorCounts, IndicatorFact } from '../shapes/indicators.ts';

/** An indicator of the framework with its figures over this review and those before it. */
export interface Followed {
  id: string;
  definition: Indicator;
  course: Course;
}

/** The indicators that a review has figures of, in the framework's order. */
export function followedIndicators({ framework, review, earlier }: Joined): Followed[] {
  return Object.entries(framework.value.indicators ?? {}).flatMap(([id, definition]) => {
    if (!own(review.value.indicators, id)) return [];
    const values = [review, ...earlier].flatMap((r) => own(r.value.indicators, id) ?? []);
    const course = courseOf(definition, values);
    return course ? [{ id, definition, course }] : [];
  });
}

const directionWords = { improved: 'Improved', unchanged: 'No change', worse: 'Worse' } as const;

/** What a paper can say of the indicators. @param day the day of the paper, YYYY-MM-DD */
export function indicatorsOf(joined: Joined, day: string): IndicatorFact[] | undefined {
  if (!joined.review.value.indicators) return undefined;
  const f = joined.framework.value;
  const oldest = f.oldest_figure ?? joined.council.value.oldest_figure;
  const followed = followedIndicators(joined);
  const columns = columnsOf(followed);
  return followed.map(({ id, definition, course }) => {
    const { unit } = definition;
    const { latest, before } = course;
    const shown = (n: number): string => withUnit(n, unit);
    const { numerator, denominator, local } = latest;
    const stoodAt = latest.as_at ?? periodEnd(latest.period);
    return {
      id,
      code: definition.code,
      name: typeset(definition.name),
      unit,
      better: betterInWords(definition),
      figure: shown(latest.value),
      period: periodInWords(latest.period),
      column: latest.period,
      as_at: latest.as_at === undefined ? undefined : longDate(latest.as_at),
      source: latest.source === undefined ? undefined : typeset(latest.source),
      of:
        numerator === undefined || denominator === undefined
          ? undefined
          : `${withUnit(numerator, '')} of ${withUnit(denominator, '')}`,
      before: before && { figure: shown(before.value), column: before.period },
      change: changeInWords(course, unit),
      direction: course.direction && directionWords[course.direction],
      dots: dotsOf(course),
      band: bandInWords(f, course),
      target: latest.target === undefined ? undefined : shown(latest.target),
      row: rowOf(definition, course, columns),
      comparators: comparatorsInWords(f, definition, course),
      local: local && {
        figure: shown(local.value),
        as_at: longDate(local.as_at),
        source: typeset(local.source),
      },
      old: oldest && isOld(stoodAt, oldest, day) ? longDate(stoodAt) : undefined,
      values: course.values.map((v) => ({
        id: v.period.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
        name: typeset(definition.name),
        period: periodInWords(v.period),
        figure: shown(v.value),
      })),
    };
  });
}

/** The heads of the columns of figures: the period that most of them are of. */
function columnsOf(followed: readonly Followed[]): { before: string; latest: string } {
  const most = (periods: readonly (string | undefined)[], otherwise: string): string => {
    const counts = new Map<string, number>();
    for (const period of periods) if (period !== undefined) counts.set(period, (counts.get(period) ?? 0) + 1);
    // Of two that are as frequent the first stands.
    return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [otherwise, 0])[0];
  };
  return {
    before: most(
      followed.map(({ course }) => course.before?.period),
      'Before',
    ),
    latest: most(
      followed.map(({ course }) => course.latest.period),
      'Latest',
    ),
  };
}

function rowOf(
  { name, code, unit }: Indicator,
  course: Course,
  columns: { before: string; latest: string },
): IndicatorFact['row'] {
  // A sign stands with its figure; a unit in words would fill the column.
  const besideFigures = unit === '%' || unit.startsWith('£');
  const shown = (n: number): string => withUnit(n, besideFigures ? unit : '');
  const dated = (value: Course['latest'], column: string): string =>
    value.period === column ? shown(value.value) : `${shown(value.value)} (${value.period})`;
  const { latest, before, overTarget, direction } = course;
  const met = overTarget === undefined ? '' : overTarget >= 0 ? ' (met)' : ' (not\u00a0met)';
  return {
    head: `${typeset(name)}${besideFigures ? '' : `, ${unit}`}${code === undefined ? '' : ` (${code})`}`,
    before: before ? dated(before, columns.before) : 'Not known',
    latest: dated(latest, columns.latest),
    direction: direction ? directionWords[direction] : 'Cannot be compared',
    target: latest.target === undefined ? 'None set' : `${shown(latest.target)}${met}`,
  };
}

/** How many indicators improved, did not change and got worse among those that can be compared. */
export function indicatorCountsOf(joined: Joined): IndicatorCounts | undefined {
  const followed = followedIndicators(joined);
  const counts = countDirections(followed.map(({ course }) => course.direction));
  const { before, latest } = columnsOf(followed);
  if (counts.comparable === 0) return undefined;
  const same = (words: string) => ({ one: words, many: words });
  return {
    before,
    latest,
    comparable: countAlone(counts.comparable),
    improved: countAlone(counts.improved),
    unchanged: countAlone(counts.unchanged),
    worse: countAlone(counts.worse),
    words: comparedInWords(
      counts,
      {
        one: 'indicator that can be compared with the period before',
        many: 'indicators that can be compared with the period before',
      },
      { improved: same('improved'), unchanged: same('stayed the same'), worse: same('became worse') },
    ),
    finding: findingOf(counts, followed.length),
  };
}

/**
 * "Four of the seven indicators improved", "Both indicators became worse"; where some cannot be compared, "Four of the
 * seven indicators that can be compared improved".
 */
function findingOf({ comparable, improved, unchanged }: DirectionCounts, shown: number): string {
  const noun = comparable === 1 ? 'indicator' : 'indicators';
  const things = shown === comparable ? noun : `${noun} that can be compared`;
  const became = improved > 0 ? 'improved' : unchanged > 0 ? 'stayed the same' : 'became worse';
  const n = improved > 0 ? improved : unchanged > 0 ? unchanged : comparable;
  if (n < comparable)
    return improved > 0
      ? `${capital(countInWords(n))} of the ${countInWords(comparable)} ${things} ${became}`
      : `None of the ${countInWords(comparable)} ${things} improved`;
  const all = comparable === 1 ? 'The one' : comparable === 2 ? 'Both' : `All ${countInWords(comparable)}`;
  return `${all} ${things} ${became}`;
}
