import { countDirections } from '../../derive/indicators.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { longDate, periodInWords } from '../../records/dates.ts';
import type { IndicatorValue } from '../../records/indicators.ts';
import { own } from '../../records/judging.ts';
import { bandInWords, changeInWords, toAverageInWords, toTargetInWords } from '../facts/indicator-words.ts';
import { followedIndicators, type Followed } from '../facts/indicators.ts';
import type { Joined } from '../join.ts';
import { typeset } from '../markdown.ts';
import type { Quotation } from '../prose.ts';
import { countInWords, withUnit } from '../words.ts';
import { plain, say, type Refusal } from './common.ts';

/** What prose can quote of the indicators. */
export function figureQuotations(joined: Joined): [string, Quotation][] {
  const { framework, review } = joined;
  const comparators = framework.value.comparators ?? {};
  const all = followedIndicators(joined);
  const find = (name: string): Followed | Refusal =>
    all.find((i) => i.id === name) ?? {
      wrong: `The review \`${review.id}\` has no figures for an indicator \`${name}\`.`,
      hint: didYouMean(name, Object.keys(review.value.indicators ?? {}), 'Indicators'),
    };
  const valueOf = ({ id, course }: Followed, period: string | undefined): IndicatorValue | Refusal =>
    (period === undefined ? course.latest : course.values.find((v) => v.period === period)) ?? {
      wrong: `There is no figure of \`${id}\` for ${period ?? 'any period'}.`,
      hint: didYouMean(
        period ?? '',
        course.values.map((v) => v.period),
        'Periods',
      ),
    };
  /** A helper that takes an indicator's name and says something of it that may not be known. */
  const ofOne = (
    name: string,
    gives: string,
    quote: (found: Followed) => string | undefined,
    lacks: string,
    hint = `Add it in ${review.source.file}.`,
  ): [string, Quotation] => [
    name,
    {
      usage: `{{${name} "name"}}`,
      gives,
      arguments: [1, 1],
      quote: ([wanted = '']) => {
        const found = find(wanted);
        if ('wrong' in found) return found;
        const words = quote(found);
        return words === undefined
          ? { wrong: `The indicator \`${wanted}\` has no ${lacks}.`, hint }
          : say(words);
      },
    },
  ];
  /** A helper that takes an indicator's name and an average's. */
  const ofAverage = (
    helper: string,
    gives: string,
    quote: (average: number, found: Followed, name: string) => string,
  ): [string, Quotation] => [
    helper,
    {
      usage: `{{${helper} "name" "england"}}`,
      gives,
      arguments: [2, 2],
      quote: ([name = '', comparator = '']) => {
        const found = find(name);
        if ('wrong' in found) return found;
        const averages = found.course.latest.comparators ?? {};
        const value = own(averages, comparator);
        return value === undefined
          ? {
              wrong: `The latest figure of \`${name}\` has no average \`${comparator}\`.`,
              hint: didYouMean(comparator, Object.keys(averages), 'Averages'),
            }
          : say(quote(value, found, typeset(own(comparators, comparator) ?? comparator)));
      },
    },
  ];
  const counts = countDirections(all.map(({ course }) => course.direction));
  const count = (name: string, of: keyof typeof counts, gives: string): [string, Quotation] =>
    plain(name, gives, () =>
      counts.comparable === 0
        ? {
            wrong: 'No indicator has two figures that can be compared.',
            hint: `Add the figures of the period before to ${review.source.file}.`,
          }
        : countInWords(counts[of]),
    );
  return [
    [
      'indicator',
      {
        usage: '{{indicator "name"}} or {{indicator "name" "period"}}',
        gives: 'an indicator’s latest figure, or that of a period, with its unit: “38%”',
        arguments: [1, 2],
        quote: ([name = '', period]) => {
          const found = find(name);
          if ('wrong' in found) return found;
          const value = valueOf(found, period);
          return 'wrong' in value ? value : say(withUnit(value.value, found.definition.unit));
        },
      },
    ],
    ofOne(
      'indicator_period',
      'the period of an indicator’s latest figure: “the first six months of 2003/2004”',
      ({ course }) => periodInWords(course.latest.period),
      'period',
    ),
    ofOne(
      'indicator_before',
      'the figure that the latest one is compared with: “36%”',
      ({ course, definition }) => course.before && withUnit(course.before.value, definition.unit),
      'earlier figure to compare with',
    ),
    ofOne(
      'indicator_change',
      'how the figure changed: “up 2 percentage points”, “no change”',
      ({ course, definition }) => changeInWords(course, definition.unit),
      'earlier figure to compare with',
    ),
    ofOne(
      'indicator_target',
      'the target of the latest figure’s period: “40%”',
      ({ course, definition }) =>
        course.latest.target === undefined ? undefined : withUnit(course.latest.target, definition.unit),
      'target',
    ),
    ofOne(
      'indicator_to_target',
      'the distance to the target: “2 percentage points short of the target”',
      ({ course, definition }) => toTargetInWords(course, definition.unit),
      'target to compare with',
    ),
    ofOne(
      'indicator_band',
      'the band of the latest figure: “good (band 4 of 5)”',
      ({ course }) => bandInWords(framework.value, course),
      'band for its period',
      `Add the ranges of the period under its \`bands:\` in ${framework.source.file}.`,
    ),
    ofOne(
      'indicator_local',
      'the council’s own later figure: “41%”',
      ({ course, definition }) => course.latest.local && withUnit(course.latest.local.value, definition.unit),
      'local figure',
    ),
    ofOne(
      'indicator_local_date',
      'the day the council’s own later figure stood at: “31 October 2003”',
      ({ course }) => course.latest.local && longDate(course.latest.local.as_at),
      'local figure',
    ),
    ofAverage('indicator_average', 'an average beside the latest figure: “62%”', (average, { definition }) =>
      withUnit(average, definition.unit),
    ),
    ofAverage(
      'indicator_to_average',
      'the distance of the latest figure to an average: “24 percentage points below England”',
      (average, { definition, course }, name) =>
        toAverageInWords(course.latest.value, average, name, definition.unit),
    ),
    [
      'average_name',
      {
        usage: '{{average_name "england"}}',
        gives: 'what an average is called: “England”',
        arguments: [1, 1],
        quote: ([name = '']) => {
          const found = own(comparators, name);
          return found === undefined
            ? {
                wrong: `The framework has no average \`${name}\`.`,
                hint: didYouMean(name, Object.keys(comparators), 'Averages'),
              }
            : say(typeset(found));
        },
      },
    ],
    count(
      'indicators_comparable',
      'comparable',
      'how many indicators can be compared with the period before',
    ),
    count('indicators_improved', 'improved', 'how many of them improved: “19”'),
    count('indicators_unchanged', 'unchanged', 'how many of them did not change: “two”'),
    count('indicators_worse', 'worse', 'how many of them are worse: “three”'),
  ];
}
