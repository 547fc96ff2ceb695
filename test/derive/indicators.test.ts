import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandOf,
  countDirections,
  courseOf,
  directionOf,
  type Course,
  type Direction,
} from '../../src/derive/indicators.ts';
import { Indicator, type IndicatorValue } from '../../src/records/indicators.ts';

function definition(better: Indicator['better'], more: Partial<Indicator> = {}): Indicator {
  return { name: 'Reviews on time', unit: '%', better, ...more };
}

function followed(of: Indicator, ...values: IndicatorValue[]): Course {
  const course = courseOf(of, values);
  if (!course) throw new Error('There are figures to follow.');
  return course;
}

// A very high figure is as bad as a very low one, and the ranges move from one year to the next.
const banded = definition('banded', {
  unit: '£ a week',
  bands: [
    {
      period: '2002/2003',
      source: 'made up for this test',
      ranges: [
        { band: 1, below: 200 },
        { band: 3, from: 200, below: 300 },
        { band: 5, from: 300, below: 400 },
        { band: 3, from: 400, below: 500 },
        { band: 1, from: 500 },
      ],
    },
    {
      period: '2003/2004',
      source: 'made up for this test',
      ranges: [
        { band: 1, below: 250 },
        { band: 5, from: 250, below: 450 },
        { band: 1, from: 450 },
      ],
    },
  ],
});

const in2002 = (value: number): IndicatorValue => ({ period: '2002/2003', value });
const in2003 = (value: number): IndicatorValue => ({ period: '2003/2004', value });

describe('which way an indicator moved', () => {
  it.each<[Indicator, number, number, Direction]>([
    [definition('higher'), 36, 38, 'improved'],
    [definition('higher'), 38, 36, 'worse'],
    [definition('higher'), 38, 38, 'unchanged'],
    [definition('lower'), 12.6, 11.2, 'improved'],
    [definition('lower'), 11.2, 12.6, 'worse'],
    [definition('lower'), 0, 0, 'unchanged'],
    [definition('near', { near: 1 }), 0.8, 0.9, 'improved'],
    [definition('near', { near: 1 }), 1.3, 0.9, 'improved'],
    [definition('near', { near: 1 }), 0.9, 1.1, 'unchanged'],
    [definition('near', { near: 1 }), 0.9, 1.2, 'worse'],
    [banded, 350, 420, 'unchanged'],
    [banded, 250, 300, 'improved'],
    [banded, 250, 470, 'worse'],
    [banded, 450, 249, 'worse'],
    [banded, 150, 600, 'unchanged'],
  ])('%o: from %d to %d', (of, before, after, direction) => {
    expect(directionOf(of, in2002(before), in2003(after))).toBe(direction);
  });

  it('is not said where only the band could say it and a band is not known', () => {
    expect(directionOf(definition('banded'), in2002(1), in2003(2))).toBeUndefined();
    expect(directionOf(banded, { period: '2001/2002', value: 1 }, in2002(2))).toBeUndefined();
    expect(directionOf(definition('near'), in2002(1), in2003(2))).toBeUndefined();
  });

  it('turns round when the two figures are turned round', () => {
    const one = fc.double({ min: -1000, max: 1000, noNaN: true });
    const better = fc.constantFrom<Indicator['better']>('higher', 'lower', 'near');
    const turned = { improved: 'worse', worse: 'improved', unchanged: 'unchanged' } as const;
    fc.assert(
      fc.property(one, one, better, (a, b, which) => {
        const of = definition(which, which === 'near' ? { near: 1 } : {});
        const [there, back] = [directionOf(of, in2002(a), in2003(b)), directionOf(of, in2002(b), in2003(a))];
        expect(there && turned[there]).toBe(back);
      }),
    );
  });
});

describe('the band of a figure', () => {
  it.each([
    [199.99, 1],
    [200, 3],
    [399.9, 5],
    [400, 3],
    [500, 1],
    [-5, 1],
  ])('of %d is %i of 5 by the ranges of its year', (value, band) => {
    expect(bandOf(banded, in2002(value))).toEqual({ band, bands: 5 });
  });

  it('goes by the ranges of its own year; a part of a year by the year’s, unless it has its own', () => {
    expect(bandOf(banded, in2003(420))?.band).toBe(5);
    expect(bandOf(banded, { period: '2002/2003 H1', value: 420 })?.band).toBe(3);
    const own = { period: '2002/2003 H1', source: 'made up', ranges: [{ band: 2, from: 0 }] };
    const both = { ...banded, bands: [...(banded.bands ?? []), own] };
    expect(bandOf(both, { period: '2002/2003 H1', value: 420 })?.band).toBe(2);
    expect(bandOf(both, in2002(420))?.band).toBe(3);
  });

  it('is not known for other years, or outside all ranges', () => {
    expect(bandOf(banded, { period: '2004/2005', value: 300 })).toBeUndefined();
    const closed = definition('higher', {
      bands: [{ period: '2002/2003', source: 'made up', ranges: [{ band: 1, from: 0, below: 50 }] }],
    });
    expect(bandOf(closed, in2002(50))).toBeUndefined();
  });
});

describe('the course of an indicator', () => {
  const of = definition('higher');

  it('compares the year with the year before, however the figures are ordered', () => {
    const course = followed(of, in2003(38), { period: '2001/2002', value: 30 }, in2002(36.5));
    expect(course.values.map((v) => v.period)).toEqual(['2001/2002', '2002/2003', '2003/2004']);
    expect(course).toMatchObject({
      latest: { value: 38 },
      before: { value: 36.5 },
      change: 1.5,
      direction: 'improved',
    });
  });

  it.each([
    ['2003/2004 H1', ['2002/2003', '2002/2003 H1', '2002/2003 H2'], '2002/2003 H1'],
    ['2003/2004 Q3', ['2002/2003 Q3', '2003/2004 Q1', '2003/2004 Q2'], '2002/2003 Q3'],
    // Where the same part of the year before is not known: the latest stretch of the same length.
    ['2003/2004 Q3', ['2003/2004 Q1', '2003/2004 Q2', '2003/2004 H1'], '2003/2004 Q2'],
    ['2003/2004', ['2001/2002', '2003/2004 H1', '2003/2004 Q4'], '2001/2002'],
    ['2003/2004 H1', ['2001/2002', '2002/2003'], undefined],
    // A calendar year is another stretch than one from April.
    ['2003', ['2001', '2002', '2002/2003'], '2002'],
    ['2003', ['2001', '2002/2003'], '2001'],
    ['2003', ['2001/2002', '2002/2003'], undefined],
    ['2002/2003', ['2001', '2002'], undefined],
    ['2003/2004 Q1', ['2002/2003 H1', '2002/2003'], undefined],
  ])('compares %s, among %j, with %s', (latest, others, before) => {
    const values = [...others, latest].map((period, i) => ({ period, value: i }));
    const course = followed(of, ...values);
    expect(course.latest.period).toBe(latest);
    expect(course.before?.period).toBe(before);
    expect(course.direction === undefined).toBe(before === undefined);
    expect(course.change === undefined).toBe(before === undefined);
  });

  it('takes each period once, from the newer record', () => {
    const newer = [{ period: '2002/2003', value: 37, target: 40 }, in2003(41)];
    const older = [
      { period: '2001/2002', value: 30 },
      { period: '2002/2003', value: 36 },
    ];
    const course = followed(of, ...newer, ...older);
    expect(course.values.map((v) => v.value)).toEqual([30, 37, 41]);
    expect(course.change).toBe(4);
  });

  it('has nothing to compare in a single figure, and is none without one', () => {
    expect(followed(of, in2003(38))).toEqual({ values: [in2003(38)], latest: in2003(38) });
    expect(courseOf(of, [])).toBeUndefined();
  });

  it.each([
    [0.3, 0.1, 0.2],
    [71.2, 74.6, -3.4],
    [81.5, 81.5, 0],
    [1.1, 1, 0.1],
    [598.2, 655.1, -56.9],
    [1234.56, 0.01, 1234.55],
  ])(
    'changes by what a reader works out, without traces of binary fractions: %d − %d = %d',
    (a, b, change) => {
      expect(followed(of, in2003(a), in2002(b)).change).toBe(change);
    },
  );

  it('changes by the exact difference of figures with up to four decimals', () => {
    const figure = fc.integer({ min: -10_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const { change, direction } = followed(of, in2003(a / 10_000), in2002(b / 10_000));
        expect(change).toBe(Number(((a - b) / 10_000).toFixed(4)));
        expect(direction).toBe(a > b ? 'improved' : a < b ? 'worse' : 'unchanged');
      }),
    );
  });

  it('carries the bands of both figures', () => {
    const course = followed(banded, in2003(460), in2002(350));
    expect(course).toMatchObject({ band: 1, bands: 5, bandBefore: 5, direction: 'worse', change: 110 });
  });
});

describe('the distance to the target', () => {
  it.each<[string, Indicator, value: number, target: number, over: number | undefined]>([
    ['higher, short of it', definition('higher'), 38, 40, -2],
    ['higher, beyond it', definition('higher'), 85.1, 85, 0.1],
    ['lower, short of it', definition('lower'), 12.6, 10, -2.6],
    ['lower, better than it', definition('lower'), 598.2, 600, 1.8],
    ['on it', definition('lower'), 22, 22, 0],
    ['near, further off than it', definition('near', { near: 1 }), 1.3, 0.9, -0.2],
    ['near, closer than it', definition('near', { near: 1 }), 0.95, 1.1, 0.05],
    ['banded: neither way is better', banded, 350, 320, undefined],
  ])('%s', (_, of, value, target, over) => {
    expect(followed(of, { ...in2003(value), target }).overTarget).toBe(over);
  });

  it('is none without a target', () => {
    expect(followed(definition('higher'), in2003(1)).overTarget).toBeUndefined();
  });
});

describe('counts of what became of indicators', () => {
  it('are of those that can be compared: 24 of 26, of which 19, 2 and 3', () => {
    const many = (n: number, d: Direction | undefined): (Direction | undefined)[] =>
      Array.from({ length: n }, () => d);
    const all = [
      ...many(19, 'improved'),
      ...many(2, undefined),
      ...many(2, 'unchanged'),
      ...many(3, 'worse'),
    ];
    expect(countDirections(all)).toEqual({ comparable: 24, improved: 19, unchanged: 2, worse: 3 });
  });

  it('add up, in whatever order', () => {
    const direction = fc.constantFrom<Direction | undefined>('improved', 'unchanged', 'worse', undefined);
    fc.assert(
      fc.property(fc.array(direction), (all) => {
        const { comparable, improved, unchanged, worse } = countDirections(all);
        expect(improved + unchanged + worse).toBe(comparable);
        expect(comparable).toBe(all.filter((d) => d !== undefined).length);
        expect(countDirections([...all].reverse())).toEqual({ comparable, improved, unchanged, worse });
      }),
    );
  });
});
