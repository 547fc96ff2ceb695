import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratingBounds } from '../../src/derive/rating-bounds.ts';
import { Framework } from '../../src/records/framework.ts';
import { questionsOf, ratingSteps, stepsOf } from '../../src/records/judging.ts';
import type { Overall } from '../../src/records/overall.ts';
import { parseYaml } from '../../src/records/read.ts';
import type { Judgements } from '../../src/records/scales.ts';
import { projectFolder } from '../support/project.ts';

/** Every way in which the services of a framework can be judged. */
function allJudgements(framework: Framework): Judgements[] {
  let all: Judgements[] = [{}];
  for (const service of Object.keys(framework.services ?? {})) {
    for (const question of questionsOf(framework, service)) {
      const steps = stepsOf(framework, question).map((s) => s.step);
      all = all.flatMap((so_far) =>
        steps.map((step) => ({ ...so_far, [service]: { ...so_far[service], [question]: step } })),
      );
    }
  }
  return all;
}

/** A judgement's places on its scales, service by service and question by question. */
function places(framework: Framework, judgements: Judgements): number[] {
  return Object.keys(framework.services ?? {}).flatMap((service) =>
    questionsOf(framework, service).map((question) =>
      stepsOf(framework, question).findIndex((s) => s.step === judgements[service]?.[question]),
    ),
  );
}

function range(framework: Framework, overall: Overall, judgements: Judgements): [number, number] {
  const { lowest, highest } = ratingBounds(framework, overall, judgements);
  return [lowest.place, highest.place];
}

describe('the bounds of a star rating', () => {
  const file = 'data/frameworks/ssi-star-ratings.yaml';
  const { read } = parseYaml(file, readFileSync(join(projectFolder, file), 'utf8'));
  const framework = Framework().parse(read?.plain);
  const { overall } = framework;
  if (!overall) throw new Error('The framework of the star ratings has an overall judgement.');
  const all = allJudgements(framework).map((judgements) => ({
    judgements,
    at: places(framework, judgements),
    range: range(framework, overall, judgements),
  }));

  it('lie on the scale, the lower never above the upper, for every combination of judgements', () => {
    expect(all).toHaveLength(4 ** 4);
    for (const { judgements, range } of all) {
      expect(range[0], JSON.stringify(judgements)).toBeLessThanOrEqual(range[1]);
      expect(range[0]).toBeGreaterThanOrEqual(0);
      expect(range[1]).toBeLessThan(ratingSteps(framework).length);
    }
  });

  it('never fall where a judgement rises', () => {
    for (const worse of all) {
      for (const better of all) {
        if (!better.at.every((place, i) => place >= (worse.at[i] ?? 0))) continue;
        const both = `${JSON.stringify(worse.judgements)} → ${JSON.stringify(better.judgements)}`;
        expect(better.range[0], both).toBeGreaterThanOrEqual(worse.range[0]);
        expect(better.range[1], both).toBeGreaterThanOrEqual(worse.range[1]);
      }
    }
  });

  it('stay the same where the two services change places', () => {
    for (const { judgements, range: before } of all) {
      const { children = {}, adults = {} } = judgements;
      expect(range(framework, overall, { children: adults, adults: children })).toEqual(before);
    }
  });

  it('contradict none of the known cases, and hold each of them fast', () => {
    expect(overall.known_cases?.length).toBeGreaterThan(0);
    for (const known of overall.known_cases ?? []) {
      expect(range(framework, overall, known.judgements), known.council).toEqual([
        Number(known.rating),
        Number(known.rating),
      ]);
    }
  });

  it('name what they rest on', () => {
    const judgements = {
      children: { serving_people_well: 'some', capacity_for_improvement: 'promising' },
      adults: { serving_people_well: 'some', capacity_for_improvement: 'promising' },
    };
    const { highest } = ratingBounds(framework, overall, judgements);
    expect(highest).toMatchObject({ rating: '2', by: 'case', because: 'Derby 2002' });
    const failing = { ...judgements, adults: { ...judgements.adults, serving_people_well: 'no' } };
    expect(ratingBounds(framework, overall, failing).highest).toMatchObject({ rating: '0', by: 'principle' });
  });

  it('leave all open where a judgement is not on its scale', () => {
    const judgements = {
      children: { serving_people_well: 'splendid', capacity_for_improvement: 'excellent' },
      adults: { serving_people_well: 'most', capacity_for_improvement: 'excellent' },
    };
    expect(range(framework, overall, judgements)).toEqual([0, 3]);
  });
});

describe('the bounds of any rating whose table is not known', () => {
  /**
   * A framework with a hidden table: the steps are added up over all services, and thresholds turn the sum
   * into a rating. Its known cases follow that table; the bounds must never contradict it.
   */
  const hidden = fc
    .record({
      services: fc.integer({ min: 1, max: 3 }),
      steps: fc.integer({ min: 2, max: 3 }),
      thresholds: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
      cases: fc.array(fc.nat(), { maxLength: 6 }),
    })
    .map(({ services, steps, thresholds, cases }) => {
      const ids = ['a', 'b', 'c'].slice(0, services);
      const scale = ['low', 'middle', 'high'].slice(0, steps).map((step) => ({ step, words: step }));
      const framework = {
        services: Object.fromEntries(ids.map((id) => [id, { name: id, subject: id }])),
        questions: { now: { name: 'now', scale: 's' }, later: { name: 'later', scale: 's' } },
        scales: { s: scale },
      } as unknown as Framework;
      const every = allJudgements(framework);
      const rated = (judgements: Judgements): number => {
        const sum = places(framework, judgements).reduce((a, b) => a + b, 0);
        return thresholds.filter((least) => sum >= least).length;
      };
      const overall: Overall = {
        name: 'rating',
        unit: { one: 'star', many: 'stars' },
        lowest: 0,
        highest: 3,
        principles: { source: 'here', equal_weight: ids },
        known_cases: cases.map((n, i) => {
          const judgements = every[n % every.length] ?? {};
          return {
            council: `Council ${i}`,
            year: 2002,
            judgements,
            rating: String(rated(judgements)),
            source: 'here',
          };
        }),
      };
      return { framework, overall, every, rated };
    });

  it('hold the rating that the table gives, rise with the judgements and ignore which service is which', () => {
    fc.assert(
      fc.property(hidden, fc.nat(), fc.nat(), ({ framework, overall, every, rated }, m, n) => {
        const one = every[m % every.length] ?? {};
        const other = every[n % every.length] ?? {};
        const [low, high] = range(framework, overall, one);
        expect(low).toBeLessThanOrEqual(rated(one));
        expect(high).toBeGreaterThanOrEqual(rated(one));

        const ids = Object.keys(framework.services ?? {});
        const turned = Object.fromEntries(
          ids.map((id, i) => [id, one[ids[(i + 1) % ids.length] ?? id] ?? {}]),
        );
        expect(range(framework, overall, turned)).toEqual([low, high]);

        // The better of two judgements in every question is at least as good as either.
        const best = Object.fromEntries(
          ids.map((id) => [
            id,
            Object.fromEntries(
              Object.keys(framework.questions ?? {}).map((q) => {
                const steps = (framework.scales?.['s'] ?? []).map((s) => s.step);
                const at = Math.max(steps.indexOf(one[id]?.[q] ?? ''), steps.indexOf(other[id]?.[q] ?? ''));
                return [q, steps[at] ?? ''];
              }),
            ),
          ]),
        );
        const [bestLow, bestHigh] = range(framework, overall, best);
        expect(bestLow).toBeGreaterThanOrEqual(low);
        expect(bestHigh).toBeGreaterThanOrEqual(high);
      }),
      { numRuns: 500 },
    );
  });
});
