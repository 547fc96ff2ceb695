import fc from 'fast-check';
import type { Chart, Panel } from '../../src/compose/chart.ts';

/** Charts of every kind as records can make them, and as nobody would: long names, one point, equal values. */

const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('children', 'of', 'services', 'assessments', 'WWW', '–', 'îlot', 'Ŵŷ'),
  },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 40 }).map((s) => s.replaceAll(/\s/g, '_')) },
);
const words = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '));

const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -2_000_000, max: 2_000_000 }),
  fc.integer({ min: -1000, max: 1000 }).map((n) => n / 10),
);
const value = fc.tuple(number, fc.constantFrom('%', '', ' per 1,000')).map(([n, unit]) => ({
  value: n,
  shown: `${n.toLocaleString('en-GB')}${unit}`,
}));

const panel = (id: number): fc.Arbitrary<Panel> =>
  fc
    .record({
      name: words(14),
      unit: fc.constantFrom('%', '', 'per 1,000'),
      better: fc.constantFrom('higher is better', 'lower is better', 'between 40% and 60% is best'),
      values: fc.array(value, { minLength: 1, maxLength: 14 }),
      target: fc.option(value, { nil: undefined }),
      comparator: fc.option(
        fc.tuple(words(6), value).map(([name, of]) => ({ name, ...of })),
        { nil: undefined },
      ),
    })
    .map(({ values, target, comparator, ...rest }) => ({
      ...rest,
      id: `panel-${String(id)}`,
      points: values.map((of, i) => ({
        ...of,
        label: `${String(2000 + i)}/${String(i + 1).padStart(2, '0')}`,
        period: `${String(2000 + i)}/${String(2001 + i)}`,
      })),
      ...(target ? { target } : {}),
      ...(comparator ? { comparator } : {}),
    }));

const panels = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => panel(i))));

const group = fc.array(words(4), { minLength: 2, maxLength: 7 }).chain((steps) =>
  fc.record({
    steps: fc.constant(steps),
    rows: fc.array(
      fc
        .record({
          name: words(14),
          at: fc.nat({ max: steps.length - 1 }),
          was: fc.option(fc.nat({ max: steps.length - 1 }), { nil: undefined }),
        })
        .map(({ was, ...row }) => ({ id: 'row', ...row, ...(was === undefined ? {} : { was }) })),
      { minLength: 1, maxLength: 16 },
    ),
  }),
);

const bars = fc.record({
  type: fc.constant('bars' as const),
  unit: fc.constant({ one: 'council', many: 'councils' }),
  heading: words(3),
  rows: fc.array(
    fc
      .record({
        name: words(8),
        value: fc.oneof(fc.nat({ max: 3 }), fc.integer({ min: -5, max: 1_000_000 })),
        mark: fc.option(words(4), { nil: undefined }),
      })
      .map(({ mark, ...row }) => ({ id: 'row', ...row, ...(mark === undefined ? {} : { mark }) })),
    { minLength: 1, maxLength: 16 },
  ),
});

const history = fc.array(words(5), { minLength: 2, maxLength: 6 }).chain((steps) =>
  fc.record({
    type: fc.constant('history' as const),
    steps: fc.constant(steps),
    years: fc.array(fc.nat({ max: steps.length - 1 }), { minLength: 1, maxLength: 12 }).map((places) =>
      places.map((at, i) => ({
        id: `y${String(i)}`,
        period: `${String(2000 + i)}/${String(2001 + i)}`,
        at,
      })),
    ),
  }),
);

export const randomChart: fc.Arbitrary<Chart> = fc.oneof(
  panels.map((all): Chart => ({ type: 'trend', panels: all })),
  fc.array(group, { minLength: 1, maxLength: 3 }).map((groups): Chart => ({ type: 'positions', groups })),
  bars,
  history,
);
