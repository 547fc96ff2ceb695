import type { Chart, Panel } from '../../src/compose/chart.ts';

/** Charts at the edge of what can be drawn, by what is particular about them. */

const long =
  'Children and young people who were looked after continuously for at least twelve months and whose placement was reviewed in time, in every district';

const panel = (id: string, values: readonly number[], more: Partial<Panel> = {}): Panel => ({
  id,
  name: `Indicator ${id}`,
  unit: '%',
  better: 'higher is better',
  points: values.map((value, i) => ({
    label: `${String(1998 + i)}/${String(99 + i).slice(-2)}`,
    period: `${String(1998 + i)}/${String(1999 + i)}`,
    value,
    shown: `${String(value)}%`,
  })),
  ...more,
});
const at = (value: number): { value: number; shown: string } => ({ value, shown: `${String(value)}%` });
const per = (value: number): { value: number; shown: string } => ({
  value,
  shown: `${String(value)} per 100,000`,
});

export const edges: Readonly<Record<string, Chart>> = {
  'one-point': { type: 'trend', panels: [panel('alone', [38])] },
  'one-point-on-its-target': { type: 'trend', panels: [panel('alone', [38], { target: at(38) })] },
  'equal-values': {
    type: 'trend',
    panels: [panel('still', [38, 38, 38], { target: at(38), comparator: { name: 'England', ...at(38) } })],
  },
  'zero-and-negative': {
    type: 'trend',
    panels: [panel('none', [0, 0]), panel('below', [-4, 0, 3], { target: at(0) })],
  },
  'twelve-panels': {
    type: 'trend',
    panels: Array.from({ length: 12 }, (_, i) =>
      panel(String(i + 1), [40 + i, 35, 52 - i, 48], {
        target: at(50),
        comparator: { name: 'England', ...at(45) },
      }),
    ),
  },
  'many-periods': {
    type: 'trend',
    panels: [panel('quarters', [31, 34, 33, 38, 41, 39, 44, 47, 46, 52, 55, 58], { target: at(60) })],
  },
  'unit-of-words': {
    type: 'trend',
    panels: [
      panel('admissions', [], {
        unit: 'per 100,000',
        better: 'lower is better',
        points: [612.4, 655.1, 598.2].map((value, i) => ({
          label: `${String(2021 + i)}/${String(22 + i)}`,
          period: `${String(2021 + i)}/${String(2022 + i)}`,
          ...per(value),
        })),
        target: per(600),
        comparator: { name: 'England', ...per(569.4) },
      }),
    ],
  },
  'long-names': {
    type: 'trend',
    panels: [
      panel('long', [31, 34], {
        name: long,
        comparator: { name: 'average of the sixteen most similar councils in England', ...at(33) },
        target: at(35),
      }),
      panel('unbroken', [31, 34], { name: 'W'.repeat(60) }),
    ],
  },
  'sixteen-judgements': {
    type: 'positions',
    groups: [
      {
        steps: ['inadequate', 'requires improvement to be good', 'good', 'outstanding'],
        rows: Array.from({ length: 16 }, (_, i) => ({
          id: `judgement-${String(i + 1)}`,
          name: i === 3 ? long : `Judgement ${String(i + 1)}`,
          at: i % 4,
          ...(i % 5 === 4 ? {} : { was: (i * 3) % 4 }),
        })),
      },
    ],
  },
  'two-steps': {
    type: 'positions',
    groups: [
      {
        steps: ['not met', 'met'],
        rows: [
          { id: 'one', name: 'Standard one', at: 1, was: 0 },
          { id: 'two', name: 'Standard two', at: 0 },
        ],
      },
    ],
  },
  'one-judgement': {
    type: 'positions',
    groups: [{ steps: ['no', 'some', 'most', 'yes'], rows: [{ id: 'one', name: 'Overall', at: 3, was: 3 }] }],
  },
  'bars-of-nothing': {
    type: 'bars',
    unit: { one: 'action', many: 'actions' },
    heading: 'Status',
    rows: [
      { id: 'done', name: 'Done', value: 0 },
      { id: 'late', name: 'Late', value: 0 },
    ],
  },
  'bars-with-long-names': {
    type: 'bars',
    unit: { one: 'action', many: 'actions' },
    heading: 'Status',
    rows: [
      { id: 'done', name: 'Finished, and reported to the committee', value: 1234567 },
      { id: 'way', name: 'Under way', value: 1, mark: 'North East Exampleshire and the Isles' },
      { id: 'late', name: 'Donaudampfschifffahrtsgesellschaft', value: 77 },
    ],
  },
  'sixteen-bars': {
    type: 'bars',
    unit: { one: 'council', many: 'councils' },
    heading: 'Rating',
    rows: Array.from({ length: 16 }, (_, i) => ({
      id: `r${String(i)}`,
      name: `Band ${String(i + 1)}`,
      value: i * i,
    })),
  },
  'history-of-one-year': {
    type: 'history',
    steps: ['no stars', '1 star'],
    years: [{ id: 'y', period: '2002/2003', at: 1 }],
  },
  'history-of-twelve-years': {
    type: 'history',
    steps: ['no stars', '1 star', '2 stars', '3 stars'],
    years: Array.from({ length: 12 }, (_, i) => ({
      id: `y${String(i)}`,
      period: `${String(2002 + i)}/${String(2003 + i)}`,
      at: [1, 1, 2, 3][i % 4] ?? 0,
    })),
  },
};
