import type { Framework } from '../records/framework.ts';
import { questionsOf, stepsOf } from '../records/judging.ts';
import type { Judgements } from '../records/scales.ts';

/** What a regulator that adds up scores makes of them. */
export interface Score {
  /** The sum of the scores, in points. */
  total: number;
  /** The most there can be, in points. */
  maximum: number;
  /** The total as a percentage of the most, rounded to the nearest whole per cent. */
  percent: number;
  /** The overall judgement that the percentage brings; absent below the lowest band. */
  band?: string;
  /** The band above, and how many points the total is short of it; absent in the highest. */
  next?: { step: string; points: number };
  /** How many judgements were scored. */
  scored: number;
}

/**
 * Adds up the scores of a review and finds the band they fall into. Bands begin at whole percentages, and
 * the percentage is rounded to the nearest whole one before it is looked up.
 *
 * Source: the framework's `overall.scored.source`; for the assessment of local authorities CQC, "How we
 * determine ratings" (the rounding is inferred: 14 of 36 is 38.9%, which CQC places in the band from 39).
 * @returns nothing where the framework adds up no scores, or a judgement is missing or not on its scale
 */
export function scoreOf(framework: Framework, judgements: Judgements): Score | undefined {
  const bands = framework.overall?.scored?.bands;
  if (!bands) return undefined;
  let total = 0;
  let maximum = 0;
  let scored = 0;
  for (const service of Object.keys(framework.services ?? {})) {
    for (const question of questionsOf(framework, service)) {
      const steps = stepsOf(framework, question);
      const score = steps.find((s) => s.step === judgements[service]?.[question])?.score;
      if (score === undefined) return undefined;
      total += score;
      maximum += Math.max(...steps.map((s) => s.score ?? 0));
      scored++;
    }
  }
  if (maximum <= 0) return undefined;
  const percentOf = (points: number): number => Math.round((100 * points) / maximum);
  const percent = percentOf(total);
  const at = bands.findLastIndex((band) => percent >= band.from);
  const above = bands[at + 1];
  let points = 0;
  while (above && total + points < maximum && percentOf(total + points) < above.from) points++;
  const band = bands[at]?.step;
  return {
    total,
    maximum,
    percent,
    scored,
    ...(band === undefined ? {} : { band }),
    ...(above ? { next: { step: above.step, points } } : {}),
  };
}
