import type { Chart } from '../../src/compose/chart.ts';
import { dataOf, inWords } from '../../src/compose/describe-chart.ts';
import { numberSections } from '../../src/compose/number.ts';
import { figuresOf } from '../../src/compose/pages.ts';
import type { Block, Paper } from '../../src/compose/paper.ts';

/** A chart of each kind, and a paper that shows them: invented, for tests of pictures alone. */

const point = (
  label: string,
  value: number,
): { label: string; period: string; value: number; shown: string } => ({
  label,
  period: label.replace(/^(\d\d)(\d\d)\/(\d\d)$/, '$1$2/$1$3').replace(/ H1$/, ', first half'),
  value,
  shown: `${String(value)}%`,
});

export const trend: Extract<Chart, { type: 'trend' }> = {
  type: 'trend',
  panels: [
    {
      id: 'assessments',
      name: 'Initial assessments finished within seven working days',
      unit: '%',
      better: 'higher is better',
      points: [point('2001/02', 31), point('2002/03', 34), point('2003/04', 38)],
      target: { value: 40, shown: '40%' },
      comparator: { name: 'England', value: 39.5, shown: '39.5%' },
    },
    {
      id: 'reviews',
      name: 'Reviews of adults',
      unit: '%',
      better: 'higher is better',
      points: [point('2001/02', 70), point('2002/03', 66), point('2003/04', 81)],
      target: { value: 60, shown: '60%' },
    },
    {
      id: 'registrations',
      name: 'Children registered again',
      unit: '%',
      better: 'lower is better',
      points: [point('2002/03', 14), point('2003/04', 14)],
      comparator: { name: 'similar councils, average', value: 13.2, shown: '13.2%' },
    },
    {
      id: 'visits',
      name: 'Visits on time',
      unit: '%',
      better: 'higher is better',
      points: [point('2003/04', 92)],
    },
  ],
};

export const positions: Extract<Chart, { type: 'positions' }> = {
  type: 'positions',
  groups: [
    {
      steps: ['no', 'some', 'most', 'yes'],
      rows: [
        { id: 'children-serving', name: 'Children: serving people well', at: 1, was: 1 },
        { id: 'adults-serving', name: 'Adults: serving people well', at: 2, was: 1 },
      ],
    },
    {
      steps: ['inadequate', 'requires improvement', 'good', 'outstanding'],
      rows: [
        {
          id: 'leadership',
          name: 'The impact of leaders on social work practice with children and families',
          at: 2,
          was: 1,
        },
        { id: 'care', name: 'Children in care', at: 0, was: 3 },
        { id: 'leavers', name: 'Care leavers', at: 3 },
      ],
    },
  ],
};

export const bars: Extract<Chart, { type: 'bars' }> = {
  type: 'bars',
  unit: { one: 'council', many: 'councils' },
  heading: 'Rating',
  rows: [
    { id: '0', name: 'No stars', value: 8 },
    { id: '1', name: '1 star', value: 66 },
    { id: '2', name: '2 stars', value: 61, mark: 'Exampleshire' },
    { id: '3', name: '3 stars', value: 15 },
  ],
};

export const history: Extract<Chart, { type: 'history' }> = {
  type: 'history',
  steps: ['inadequate', 'requires improvement', 'good', 'outstanding'],
  years: [
    { id: '2019', period: '2019/20', at: 1 },
    { id: '2021', period: '2021/22', at: 0 },
    { id: '2023', period: '2023/24', at: 2 },
    { id: '2025', period: '2025/26', at: 2 },
  ],
};

export const charts: readonly Chart[] = [trend, positions, bars, history];

const findings: Readonly<Record<Chart['type'], string>> = {
  trend: 'Two of the four indicators rose towards their targets',
  positions: 'Two of the five judgements are better than before',
  bars: 'Exampleshire is one of 61 councils with 2 stars',
  history: 'The council is good, after being inadequate in 2021/22',
};

/** A figure as it stands in a paper. */
export function figureOf(chart: Chart, id = `pictures/${chart.type}`): Extract<Block, { kind: 'figure' }> {
  return {
    kind: 'figure',
    id,
    anchor: id.replaceAll('/', '--'),
    label: '',
    caption: [{ kind: 'text', text: findings[chart.type] }],
    chart,
    alternative: inWords(chart).join(' '),
    table: dataOf(chart, id),
  };
}

/** A paper that shows these charts, each under a numbered paragraph. */
export function paperWith(shown: readonly Chart[] = charts, style = 'modern'): Paper {
  const sections = numberSections(
    [
      {
        kind: 'section',
        ...{ id: 'pictures', anchor: 'pictures', newPage: false },
        heading: [{ kind: 'text', text: 'What the figures show' }],
        blocks: shown.map((chart, i): Block => {
          const id = `pictures/about-${chart.type}-${String(i + 1)}`;
          return {
            kind: 'paragraph',
            ...{ id, anchor: id.replaceAll('/', '--'), number: '', level: 3, short: true },
            content: [{ kind: 'text', text: 'The picture shows how the council stands.' }],
            blocks: [figureOf(chart, `${id}/figure`)],
          };
        }),
      },
    ],
    'continuous',
  );
  return {
    id: 'pictures',
    style,
    language: 'en-GB',
    title: 'A paper with pictures',
    shortTitle: 'A paper with pictures',
    council: 'Exampleshire',
    body: 'Cabinet',
    date: '1 December 2026',
    author: 'Director',
    reportOf: 'Report of the Director',
    accent: '#1f4e79',
    contents: [{ anchor: 'pictures', text: [{ kind: 'text', text: 'What the figures show' }] }],
    tables: [],
    figures: figuresOf(sections),
    paged: false,
    sides: 5,
    dated: '2026-12-01',
    sections,
  };
}
