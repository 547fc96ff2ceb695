import { describe, expect, it } from 'vitest';
import {
  bandInWords,
  betterInWords,
  changeInWords,
  toTargetInWords,
} from '../../../src/compose/facts/indicator-words.ts';
import {
  followedIndicators,
  indicatorCountsOf,
  indicatorsOf,
} from '../../../src/compose/facts/indicators.ts';
import type { Joined } from '../../../src/compose/join.ts';
import type { IndicatorFact } from '../../../src/compose/shapes/indicators.ts';
import { courseOf, type Course } from '../../../src/derive/indicators.ts';
import type { Indicator, IndicatorValue } from '../../../src/records/indicators.ts';
import { exampleFramework, joinedExample, withFramework, withReview } from '../../support/records.ts';

const stars = exampleFramework('ssi-star-ratings');
const day = '2026-01-13';
const cqc = joinedExample('exampleshire-cqc-2026-01-13');

function course(definition: Partial<Indicator>, ...values: IndicatorValue[]): Course {
  const found = courseOf({ name: 'A share', unit: '%', better: 'higher', ...definition }, values);
  if (!found) throw new Error('There are figures.');
  return found;
}

const before = (value: number): IndicatorValue => ({ period: '2002/2003', value });
const latest = (value: number, target?: number): IndicatorValue => ({
  period: '2003/2004',
  value,
  ...(target === undefined ? {} : { target }),
});

/** The example of the star ratings with figures of indicators. */
function durham(indicators: Record<string, IndicatorValue[]>): Joined {
  return withReview(joinedExample('durham-2003-12-01'), { indicators });
}

function factOf(joined: Joined, id: string, on = day): IndicatorFact {
  const found = indicatorsOf(joined, on)?.find((i) => i.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}

describe('a change in words', () => {
  it.each([
    ['%', 36, 38, 'up 2\u00a0percentage points'],
    ['%', 36, 37, 'up 1\u00a0percentage point'],
    ['%', 36, 35, 'down 1\u00a0percentage point'],
    ['%', 45.6, 43.9, 'down 1.7\u00a0percentage points'],
    ['%', 36, 36, 'no change'],
    ['£ a week', 400, 403, 'up £3 a week'],
    ['£ an hour', 12, 10.5, 'down £1.50 an hour'],
    ['per 1,000', 8.4, 7.9, 'down 0.5 per 1,000'],
    ['per 100,000', 655.1, 598.2, 'down 56.9 per 100,000'],
    ['out of 24', 18.9, 19.1, 'up 0.2'],
    ['weeks', 29, 34, 'up 5 weeks'],
    ['weeks', 29, 28, 'down 1 week'],
    ['ratio', 0.8, 0.9, 'up 0.1'],
  ])('of %s from %d to %d', (unit, from, to, words) => {
    expect(changeInWords(course({ unit }, latest(to), before(from)), unit)).toBe(words);
  });

  it('is not said of a single figure', () => {
    expect(changeInWords(course({}, latest(38)), '%')).toBeUndefined();
  });
});

describe('the distance to the target in words', () => {
  it.each<[Partial<Indicator>, number, number, string]>([
    [{}, 38, 40, '2\u00a0percentage points short of the target'],
    [{}, 39, 40, '1\u00a0percentage point short of the target'],
    [{}, 85.1, 85, 'better than the target by 0.1\u00a0percentage points'],
    [{}, 40, 40, 'on target'],
    [{ better: 'lower' }, 12.6, 10, 'worse than the target by 2.6\u00a0percentage points'],
    [{ better: 'lower', unit: 'weeks' }, 34, 20, 'worse than the target by 14 weeks'],
    [{ better: 'lower', unit: 'per 100,000' }, 598.2, 600, 'better than the target by 1.8 per 100,000'],
  ])('%o: %d where %d is aimed at', (definition, value, target, words) => {
    const { unit = '%' } = definition;
    expect(toTargetInWords(course(definition, latest(value, target)), unit)).toBe(words);
  });

  it('is not said without a target, nor where no way is better', () => {
    expect(toTargetInWords(course({}, latest(38)), '%')).toBeUndefined();
    expect(toTargetInWords(course({ better: 'banded' }, latest(38, 40)), '%')).toBeUndefined();
  });
});

describe('a band', () => {
  const ranges = [
    { band: 1, below: 200 },
    { band: 3, from: 200, below: 300 },
    { band: 5, from: 300, below: 400 },
    { band: 1, from: 400 },
  ];
  const banded: Indicator = {
    name: 'Cost of home care',
    unit: '£ a week',
    better: 'banded',
    bands: [{ period: '2003/2004', ranges, source: 'made up for this test' }],
  };
  const shown = (value: number): IndicatorFact =>
    factOf(withFramework(durham({ cost: [latest(value)] }), { indicators: { cost: banded } }), 'cost');

  it.each([
    [150, '●○○○○', 'investigate urgently (band 1 of 5)'],
    [250, '●●●○○', 'acceptable, with room for improvement (band 3 of 5)'],
    [350, '●●●●●', 'very good (band 5 of 5)'],
    [450, '●○○○○', 'investigate urgently (band 1 of 5)'],
  ])('of £%d is %s: %s', (value, dots, band) => {
    expect(shown(value)).toMatchObject({ dots, band, better: 'judged by its band' });
  });

  it('is its number alone where the framework has no words for it, and nothing where it is not known', () => {
    expect(
      bandInWords({ ...stars, band_words: undefined }, { ...course({}, latest(1)), band: 2, bands: 3 }),
    ).toBe('band 2 of 3');
    expect(factOf(durham({ 'cost-home-care': [latest(12)] }), 'cost-home-care').band).toBeUndefined();
    expect(factOf(durham({ 'cost-home-care': [latest(12)] }), 'cost-home-care').dots).toBeUndefined();
  });
});

describe('which way is better', () => {
  it.each([
    ['initial-assessments', 'higher is better'],
    ['delayed-transfers', 'lower is better'],
    ['cost-home-care', 'judged by its band'],
    ['ethnicity-assessed', 'best near 1'],
  ])('of %s', (id, words) => {
    const definition = stars.indicators?.[id];
    expect(definition && betterInWords(definition)).toBe(words);
  });
});

describe('an indicator of a review', () => {
  it('is followed back through the reviews before it', () => {
    const followed = followedIndicators(joinedExample('exampleshire-ilacs-2025-05-13'));
    const assessments = followed.find((f) => f.id === 'assessments-45-days')?.course;
    expect(assessments?.values.map((v) => [v.period, v.value])).toEqual([
      ['2017/2018', 61.3],
      ['2019/2020', 70.2],
      ['2020/2021', 74.9],
      ['2021/2022', 77.4],
      ['2022/2023', 80.9],
      ['2023/2024', 85.1],
    ]);
  });

  it('is shown with all that it is to be read beside', () => {
    expect(factOf(cqc, 'short-term-support')).toMatchObject({
      code: '2A',
      figure: '74.6%',
      period: '2024/2025',
      of: '1,119 of 1,500',
      before: { figure: '71.2%', column: '2023/2024' },
      change: 'up 3.4\u00a0percentage points',
      direction: 'Improved',
      target: '78%',
      comparators: '3.8\u00a0percentage points below England (78.4%)',
      local: { figure: '76.8%', as_at: '30 November 2025', source: 'the council’s case records' },
    });
    expect(factOf(cqc, 'at-home')).toMatchObject({ change: 'no change', direction: 'No change' });
    expect(factOf(cqc, 'social-contact').direction).toBe('Worse');
  });

  it('says the part of the year it is of, and does not compare it with a whole one', () => {
    const fact = factOf(
      durham({ 'initial-assessments': [before(33), { period: '2003/2004 H1', value: 38 }] }),
      'initial-assessments',
    );
    expect(fact).toMatchObject({ period: 'the first six months of 2003/2004', column: '2003/2004 H1' });
    expect(fact.before).toBeUndefined();
    expect(fact.direction).toBeUndefined();
    expect(fact.row.direction).toBe('Cannot be compared');
  });

  it('is old when it is older, on the day of the paper, than the council allows', () => {
    const stoodAt = '31 March 2024';
    expect(factOf(cqc, 'carers-information', '2026-03-31').old).toBeUndefined();
    expect(factOf(cqc, 'carers-information', '2026-04-01').old).toBe(stoodAt);
    expect(
      factOf(withFramework(cqc, { oldest_figure: { count: 12, unit: 'months' } }), 'carers-information', day)
        .old,
    ).toBe(stoodAt);
  });
});

describe('counts of indicators', () => {
  /** So many indicators that improved, stayed and became worse. */
  function counted(
    improved: number,
    unchanged: number,
    worse: number,
    alone = 0,
  ): ReturnType<typeof indicatorCountsOf> {
    const ids = Array.from({ length: improved + unchanged + worse + alone }, (_, i) => `i${String(i)}`);
    const change = (i: number): number => (i < improved ? 1 : i < improved + unchanged ? 0 : -1);
    const indicators = Object.fromEntries(
      ids.map((id, i) => [
        id,
        i >= improved + unchanged + worse ? [latest(50)] : [before(50), latest(50 + change(i))],
      ]),
    );
    const definition: Indicator = { name: 'A share', unit: '%', better: 'higher' };
    const definitions = Object.fromEntries(ids.map((id) => [id, definition]));
    return indicatorCountsOf(withFramework(durham(indicators), { indicators: definitions }));
  }
  const of = (n: string): string => `Of the ${n} indicators that can be compared with the period before, `;

  it.each([
    [19, 2, 3, 26, `${of('24')}19 improved, two stayed the same and three became worse.`],
    [1, 1, 1, 0, `${of('three')}one improved, one stayed the same and one became worse.`],
    [5, 0, 1, 1, `${of('six')}five improved and one became worse.`],
    [0, 2, 2, 0, `${of('four')}two stayed the same and two became worse.`],
    [7, 0, 0, 0, `${of('seven')}all improved.`],
    [0, 2, 0, 0, `${of('two')}both stayed the same.`],
    [0, 0, 1, 3, 'The one indicator that can be compared with the period before became worse.'],
    [0, 0, 0, 3, undefined],
  ])('of %i better, %i the same, %i worse and %i alone', (improved, unchanged, worse, alone, words) => {
    expect(counted(improved, unchanged, worse, alone)?.words).toBe(words);
  });

  it.each([
    [4, 1, 2, 0, 'Four of the seven indicators improved'],
    [4, 1, 2, 1, 'Four of the seven indicators that can be compared improved'],
    [0, 2, 2, 0, 'None of the four indicators improved'],
    [7, 0, 0, 0, 'All seven indicators improved'],
    [0, 2, 0, 0, 'Both indicators stayed the same'],
    [0, 0, 2, 0, 'Both indicators became worse'],
    [0, 0, 1, 3, 'The one indicator that can be compared became worse'],
  ])(
    'of %i better, %i the same, %i worse and %i alone, as a title',
    (improved, unchanged, worse, alone, title) => {
      expect(counted(improved, unchanged, worse, alone)?.finding).toBe(title);
    },
  );

  it('of the example', () => {
    expect(indicatorCountsOf(cqc)).toMatchObject({ comparable: 'seven', improved: 'four' });
  });
});
