import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/compose/chart.ts';
import { dataOf, inWords, isEmpty } from '../../src/compose/describe-chart.ts';
import { numberSections } from '../../src/compose/number.ts';
import { Outline } from '../../src/compose/outline.ts';
import { withPages } from '../../src/compose/pages.ts';
import { openReference } from '../../src/compose/refer.ts';
import { buildSections } from '../../src/compose/tree.ts';
import { figure } from '../../src/compose/words.ts';
import { wordingFor } from '../../src/compose/wording.ts';
import { bars, charts, history, paperWith, positions, trend } from '../support/pictures.ts';
import { randomChart } from '../support/random-charts.ts';

describe('a picture in words', () => {
  it('of indicators gives each value with its period, the target and what it is held against', () => {
    expect(inWords(trend)[0]).toBe(
      'Initial assessments finished within seven working days, higher is better. 2001/2002: 31%; 2002/2003: 34%; 2003/2004: 38%. Target: 40%. England: 39.5%.',
    );
    expect(inWords(trend)).toHaveLength(4);
  });

  it('of judgements gives each step, its place on the scale, and the step before', () => {
    expect(inWords(positions)).toEqual([
      'Children: serving people well: some (step 2 of 4), as before. Adults: serving people well: most (step 3 of 4), before: some (step 2 of 4).',
      'The impact of leaders on social work practice with children and families: good (step 3 of 4), before: requires improvement (step 2 of 4). Children in care: inadequate (step 1 of 4), before: outstanding (step 4 of 4). Care leavers: outstanding (step 4 of 4).',
    ]);
  });

  it('of counts gives each with its unit, and says which is the council’s', () => {
    expect(inWords(bars)).toEqual([
      'Rating. No stars: 8 councils; 1 star: 66 councils; 2 stars: 61 councils (Exampleshire); 3 stars: 15 councils.',
    ]);
  });

  it('of years gives each year and the scale', () => {
    expect(inWords(history)).toEqual([
      '2019/20: requires improvement; 2021/22: inadequate; 2023/24: good; 2025/26: good. The scale, from the lowest: inadequate, requires improvement, good, outstanding.',
    ]);
  });
});

describe('the data of a picture as a table', () => {
  it('has a row for each indicator and a column for each period, and says what is not given', () => {
    const { columns, rows } = dataOf(trend, 'f');
    expect(columns.map(({ heading }) => heading)).toEqual([
      'Indicator',
      '2001/2002',
      '2002/2003',
      '2003/2004',
      'Target',
      'England',
      'Similar councils, average',
    ]);
    expect(rows[2]).toMatchObject({
      id: 'f/registrations',
      head: 'Children registered again, lower is better',
      cells: ['not given', '14%', '14%', 'not given', 'not given', '13.2%'].map((text) => ({ text })),
    });
  });

  it('has the judgement before only where one is known', () => {
    expect(dataOf(positions, 'f').rows.map((row) => row.cells[1]?.text)).toEqual([
      'some',
      'some',
      'requires improvement',
      'outstanding',
      'not known',
    ]);
    const first = { ...positions, groups: [{ steps: ['no', 'yes'], rows: [{ id: 'a', name: 'A', at: 1 }] }] };
    expect(dataOf(first, 'f').columns.map(({ heading }) => heading)).toEqual([
      'Judgement',
      'Judged',
      'The scale, from the lowest',
    ]);
  });
});

/** Everything that a chart has to say, as it is written. */
function saidBy(chart: Chart): string[] {
  switch (chart.type) {
    case 'trend':
      return chart.panels.flatMap(({ name, better, points, target, comparator }) => [
        ...[name, better],
        ...points.map(({ shown }) => shown),
        ...(target ? [target.shown] : []),
        ...(comparator ? [comparator.shown] : []),
      ]);
    case 'positions':
      return chart.groups.flatMap(({ steps, rows }) =>
        rows.flatMap(({ name, at, was }) => [
          name,
          steps[at] ?? '',
          was === undefined ? '' : (steps[was] ?? ''),
        ]),
      );
    case 'bars':
      return chart.rows.flatMap(({ name, value, mark }) => [name, figure(value), mark ?? '']);
    case 'history':
      return chart.years.flatMap(({ period, at }) => [period, chart.steps[at] ?? '']);
  }
}

it('every value of a chart is in its text and in its table, and no cell is empty', () => {
  fc.assert(
    fc.property(fc.oneof(randomChart, fc.constantFrom(...charts)), (chart) => {
      const text = inWords(chart).join('\n');
      const { columns, rows } = dataOf(chart, 'f');
      const cells = rows.flatMap((row) => [row.head, ...row.cells.map((cell) => cell.text)]);
      for (const words of saidBy(chart)) {
        expect(text).toContain(words);
        expect(cells.join('\n')).toContain(words);
      }
      for (const row of rows) expect(row.cells).toHaveLength(columns.length - 1);
      for (const words of [...cells, ...columns.map(({ heading }) => heading)]) expect(words).not.toBe('');
    }),
    { numRuns: 300 },
  );
});

describe('a figure of an outline', () => {
  const outline = (block: object): Outline =>
    Outline().parse({
      name: 'Test',
      description: 'For tests.',
      language: 'en-GB',
      numbering: 'continuous',
      sides: '5',
      report_of: 'Report',
      implications: { none: 'None.', unknown: 'Unknown.', headings: {} },
      marks: { judged: 'judged', last_year: 'last year' },
      sections: [{ id: 'one', heading: 'One', blocks: [block] }],
    });
  const build = (block: object, pictures: object): ReturnType<typeof buildSections>['sections'] =>
    numberSections(
      buildSections(
        outline(block),
        { pictures },
        wordingFor(
          () => [],
          openReference,
          () => undefined,
        ),
      ).sections,
      'continuous',
    );
  const shown = { id: 'rating', figure: { picture: 'pictures.national', caption: 'So **many**' } };

  it('stands with its number, its finding, its text and its data', () => {
    const [section] = build({ ...shown, text: 'As the picture shows.' }, { national: bars });
    expect(section?.blocks).toMatchObject([
      {
        kind: 'paragraph',
        number: '1',
        blocks: [
          {
            kind: 'figure',
            id: 'one/rating/figure',
            anchor: 'one--rating--figure',
            label: 'Figure 1',
            caption: [{ kind: 'text', text: 'So ' }, { kind: 'strong' }],
            chart: bars,
            alternative: inWords(bars)[0],
          },
        ],
      },
    ]);
  });

  it('is not there without a picture, nor where the picture would be empty', () => {
    expect(build(shown, {})).toEqual([]);
    expect(build(shown, { national: undefined })).toEqual([]);
    expect(build(shown, { national: { ...bars, rows: [] } })).toEqual([]);
    expect(isEmpty({ type: 'trend', panels: trend.panels.map((panel) => ({ ...panel, points: [] })) })).toBe(
      true,
    );
  });
});

it('the list of figures of a long paper gives their pages', () => {
  const paper = paperWith([bars, history]);
  const pages = new Map(paper.figures.map(({ anchor }, i) => [anchor, i + 2]));
  expect(withPages(paper, pages).figures).toMatchObject([
    { text: [{ text: 'Figure 1: ' }, {}], page: '2' },
    { text: [{ text: 'Figure 2: ' }, {}], page: '3' },
  ]);
});
