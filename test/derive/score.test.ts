import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf, type Score } from '../../src/derive/score.ts';
import { questionsOf } from '../../src/records/judging.ts';
import type { Judgements } from '../../src/records/scales.ts';
import { exampleFramework } from '../support/records.ts';

const framework = exampleFramework('cqc-local-authority');
const statements = Object.keys(framework.services ?? {}).flatMap((service) =>
  questionsOf(framework, service).map((question) => ({ service, question })),
);

function judged(scores: readonly number[]): Judgements {
  const judgements: Judgements = {};
  statements.forEach(({ service, question }, i) => {
    judgements[service] = { ...judgements[service], [question]: String(scores[i]) };
  });
  return judgements;
}

/** Nine scores from 1 to 4 that add up to a total, the first ones the highest. */
function scoresOf(total: number): number[] {
  let left = total - 9;
  return Array.from({ length: 9 }, () => {
    const more = Math.min(3, left);
    left -= more;
    return 1 + more;
  });
}

function scored(scores: readonly number[]): Score {
  const score = scoreOf(framework, judged(scores));
  if (!score) throw new Error('Nine scores add up.');
  return score;
}

// CQC, "How we determine ratings": by whole points 9–13, 14–22, 23–31 and 32–36.
const bands = [
  { step: 'inadequate', from: 9, to: 13, percents: [25, 38] },
  { step: 'requires improvement', from: 14, to: 22, percents: [39, 62] },
  { step: 'good', from: 23, to: 31, percents: [63, 87] },
  { step: 'outstanding', from: 32, to: 36, percents: [88, 100] },
] as const;

const totals = bands.flatMap(({ step, from, to, percents }, i) =>
  Array.from({ length: to - from + 1 }, (_, n) => {
    const above = bands[i + 1];
    const total = from + n;
    return { total, step, percents, next: above && { step: above.step, points: above.from - total } };
  }),
);

describe('the total of nine scores', () => {
  it('is asked of nine statements', () => {
    expect(statements).toHaveLength(9);
    expect(totals.map((t) => t.total)).toEqual(Array.from({ length: 28 }, (_, i) => 9 + i));
  });

  it.each(totals)('of $total points is $step', ({ total, step, percents, next }) => {
    const score = scored(scoresOf(total));
    expect(score).toMatchObject({ total, maximum: 36, scored: 9, band: step });
    expect(score.percent).toBe(Math.round((total / 36) * 100));
    expect(score.percent).toBeGreaterThanOrEqual(percents[0]);
    expect(score.percent).toBeLessThanOrEqual(percents[1]);
    expect(score.next).toEqual(next);
  });

  it.each([
    [14, 39],
    [22, 61],
    [23, 64],
    [31, 86],
    [32, 89],
  ])('of %i points is %i per cent', (total, percent) => {
    expect(scored(scoresOf(total)).percent).toBe(percent);
  });

  it('does not depend on which statement has which score; the missing points bring the band above', () => {
    const nine = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(nine, (scores) => {
        const score = scored(scores);
        expect(score).toEqual(scored(scoresOf(score.total)));
        if (!score.next) return;
        expect(scored(scoresOf(score.total + score.next.points)).band).toBe(score.next.step);
        expect(scored(scoresOf(score.total + score.next.points - 1)).band).toBe(score.band);
      }),
    );
  });

  it('is none where a score is missing, beyond the scale, or nothing is added up', () => {
    const all = judged(scoresOf(20));
    expect(scoreOf(framework, { ...all, leadership: { governance: '2' } })).toBeUndefined();
    expect(scoreOf(framework, judged([5, 1, 1, 1, 1, 1, 1, 1, 1]))).toBeUndefined();
    expect(scoreOf(framework, {})).toBeUndefined();
    expect(scoreOf(exampleFramework('ofsted-ilacs'), all)).toBeUndefined();
  });
});
