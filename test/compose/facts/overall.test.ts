import { describe, expect, it } from 'vitest';
import { overallOf, ratingInWords, ratingOutOf } from '../../../src/compose/facts/overall.ts';
import type { Joined } from '../../../src/compose/join.ts';
import type { Framework } from '../../../src/records/framework.ts';
import { exampleFramework, joinedExample, withFramework, withReview } from '../../support/records.ts';

const stars = exampleFramework('ssi-star-ratings');
const cqc = joinedExample('exampleshire-cqc-2026-01-13');
const durham = joinedExample('durham-2003-12-01');
const ilacs = joinedExample('exampleshire-ilacs-2025-05-13');

/** A framework whose overall judgement has so many steps, lettered from the lowest. */
function lettered(steps: number): Framework {
  const rating = Array.from({ length: steps }, (_, i) => String.fromCharCode(97 + i));
  return {
    ...exampleFramework('area-send'),
    scales: { outcome: rating.map((step) => ({ step, words: step })) },
  };
}

describe('a rating in words', () => {
  it.each([
    ['0', '0 stars', '0 out of 3 stars'],
    ['1', '1 star', '1 out of 3 stars'],
    ['3', '3 stars', '3 out of 3 stars'],
  ])('of %s stars', (rating, words, outOf) => {
    expect(ratingInWords(stars, rating)).toBe(words.replaceAll(' ', '\u00a0'));
    expect(ratingOutOf(stars, rating)).toBe(outOf.replaceAll(' ', '\u00a0'));
  });

  it.each([
    ['cqc-local-authority', 'outstanding', 'outstanding, the highest of four'],
    ['cqc-local-authority', 'good', 'good, the second highest of four'],
    ['cqc-local-authority', 'requires improvement', 'requires improvement, the second lowest of four'],
    ['cqc-local-authority', 'inadequate', 'inadequate, the lowest of four'],
    ['area-send', 'typically positive', 'typically positive, the highest of three'],
    ['area-send', 'inconsistent', 'inconsistent, the middle of three'],
    ['rsh-consumer', 'C1', 'C1, the highest of four'],
    ['rsh-consumer', 'C3', 'C3, the second lowest of four'],
  ])('of %s: %s', (framework, rating, outOf) => {
    expect(ratingInWords(exampleFramework(framework), rating)).toBe(rating);
    expect(ratingOutOf(exampleFramework(framework), rating)).toBe(outOf);
  });

  it('has a place on longer scales, each its own', () => {
    expect(ratingOutOf(lettered(5), 'b')).toBe('b, the second lowest of five');
    expect(ratingOutOf(lettered(7), 'e')).toBe('e, the third highest of seven');
    expect(ratingOutOf(lettered(2), 'b')).toBe('b, the highest of two');
    for (const steps of [2, 3, 4, 5, 10, 21, 24]) {
      const framework = lettered(steps);
      const places = (framework.scales?.['outcome'] ?? []).map(({ step }) =>
        ratingOutOf(framework, step).replace(/^., /, ''),
      );
      expect(new Set(places).size, places.join('; ')).toBe(steps);
    }
  });
});

describe('how the overall judgement moved', () => {
  const movement = (joined: Joined): string | undefined => overallOf(joined)?.previous?.movement;
  const before = (rating: string): Joined =>
    withReview(durham, { previous: { period: '2001/2002', rating } });

  it.each([
    ['1', 'up from 1\u00a0star'],
    ['0', 'up from 0\u00a0stars'],
    ['3', 'down from 3\u00a0stars'],
    ['2', 'the same as last year'],
  ])('from %s', (rating, words) => {
    expect(movement(before(rating))).toBe(words);
    expect(overallOf(before(rating))?.previous?.moved).toBe(rating !== '2');
  });

  it('is since last time where there is not a judgement every year', () => {
    expect(movement(cqc)).toBe('the same as last time');
    expect(movement(ilacs)).toBe('up from requires improvement to be good');
  });

  it('is not known where the record does not say', () => {
    expect(overallOf(joinedExample('derby-2002'))?.previous).toBeUndefined();
    expect(overallOf(withReview(durham, { previous: { period: '2001/2002' } }))?.previous).toBeUndefined();
  });
});

describe('the score', () => {
  const scored = (theme: Record<string, string>, rating: string): Joined =>
    withReview(cqc, {
      rating,
      judgements: { ...cqc.review.value.judgements, leadership: theme },
    });

  it('of the example is three points short of good', () => {
    expect(overallOf(cqc)?.score).toEqual({
      total: '20',
      maximum: '36',
      percent: '56%',
      band: 'requires improvement',
      short: 'three points short of good',
      of: 'nine quality statements',
    });
  });

  it('can be one point short, or on the threshold, or in the highest band', () => {
    const score = (theme: Record<string, string>, rating: string) => overallOf(scored(theme, rating))?.score;
    expect(score({ governance: '3', learning: '3' }, 'requires improvement')?.short).toBe(
      'one point short of good',
    );
    expect(score({ governance: '3', learning: '4' }, 'good')).toMatchObject({
      total: '23',
      percent: '64%',
      band: 'good',
      short: 'nine points short of outstanding',
    });
    const all = Object.fromEntries(
      Object.entries(cqc.review.value.judgements ?? {}).map(([theme, answers]) => [
        theme,
        Object.fromEntries(Object.keys(answers).map((question) => [question, '4'])),
      ]),
    );
    const most = overallOf(withReview(cqc, { rating: 'outstanding', judgements: all }))?.score;
    expect(most).toMatchObject({ total: '36', percent: '100%', band: 'outstanding' });
    expect(most?.short).toBeUndefined();
  });

  it('is none where nothing is added up', () => {
    expect(overallOf(durham)?.score).toBeUndefined();
    expect(overallOf(ilacs)?.score).toBeUndefined();
  });
});

describe('the rating over the years', () => {
  it('is a row a year, the earliest first, each held against the one before', () => {
    expect(overallOf(ilacs)?.history).toEqual([
      { id: 'in-2018-2019', period: '2018/2019', words: 'inadequate', moved: 'First year recorded' },
      {
        id: 'in-2021-2022',
        period: '2021/2022',
        words: 'requires improvement to be good',
        moved: 'Up from inadequate',
      },
      {
        id: 'in-2024-2025',
        period: '2024/2025',
        words: 'good',
        moved: 'Up from requires improvement to be good',
      },
    ]);
  });

  it('begins with the year that the earliest review tells of', () => {
    const { earlier } = ilacs;
    const [latest, first] = earlier;
    if (!latest || !first) throw new Error('The example has two reviews before the last.');
    const told = { ...first, value: { ...first.value, previous: { period: '2015/2016', rating: 'good' } } };
    const history = overallOf({ ...ilacs, earlier: [latest, told] })?.history;
    expect(history?.map(({ period, moved }) => [period, moved])).toEqual([
      ['2015/2016', 'First year recorded'],
      ['2018/2019', 'Down from good'],
      ['2021/2022', 'Up from inadequate'],
      ['2024/2025', 'Up from requires improvement to be good'],
    ]);
  });

  it('says where nothing changed, and is left out below three years', () => {
    const same = overallOf(withReview(ilacs, { rating: 'requires improvement to be good' }))?.history;
    expect(same?.at(-1)?.moved).toBe('No change');
    expect(overallOf(cqc)?.history).toBeUndefined();
    expect(overallOf(durham)?.history).toBeUndefined();
  });
});

describe('the rest of the overall judgement', () => {
  it('brings what the framework says of this rating, and nothing where it says nothing', () => {
    expect(overallOf(cqc)?.brings).toBeUndefined();
    expect(overallOf(joinedExample('exampleshire-send-2025-03-11'))?.brings?.markdown).toMatch(
      /plan of priority actions/,
    );
  });

  it('is none where the framework or the review gives none', () => {
    expect(overallOf(withFramework(cqc, { overall: undefined }))).toBeUndefined();
    expect(overallOf(withReview(cqc, { rating: undefined }))).toBeUndefined();
  });

  it('marks the step of this time and of last time on the scale', () => {
    expect(overallOf(ilacs)?.scale.steps.map((s) => [s.word, s.judged, s.lastYear])).toEqual([
      ['inadequate', false, false],
      ['requires improvement to be good', false, true],
      ['good', true, false],
      ['outstanding', false, false],
    ]);
  });
});
