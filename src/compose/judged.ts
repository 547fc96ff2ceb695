/** What follows from a review's judgements and rating: the words, the scales, last year's, the national picture. */

import { isCalendarDate, longDate } from '../records/dates.ts';
import type { Framework, Judgements } from '../records/framework.ts';
import type { Prose } from '../records/prose.ts';
import type { Facts } from './facts.ts';
import type { Joined } from './join.ts';
import { typeset } from './markdown.ts';
import { countInWords, figure, units } from './words.ts';

function lastYear({ review, previous }: Joined) {
  if (previous)
    return {
      period: previous.value.period,
      rating: previous.value.rating,
      judgements: previous.value.judgements,
      recognises: review.value.previous?.recognises,
    };
  return review.value.previous;
}

export function servicesOf(joined: Joined): Facts['services'] {
  const f = joined.framework.value;
  const before: Judgements | undefined = lastYear(joined)?.judgements;
  return Object.entries(f.services).flatMap(([id, service]) => {
    const answers = joined.review.value.judgements[id];
    if (!answers) return [];
    const judged: string[] = [];
    const questions = Object.entries(f.questions).flatMap(([question, { name, scale }]) => {
      const step = answers[question];
      const steps = f.scales[scale] ?? [];
      if (step === undefined) return [];
      const at = steps.findIndex((s) => s.step === step);
      judged.push(steps[at]?.words ?? step);
      const previous = before?.[id]?.[question];
      const was = steps.findIndex((s) => s.step === previous);
      return [
        {
          id: question,
          name,
          step,
          previous,
          movement: previous === undefined ? undefined : movement(at - was, previous),
          scale: {
            steps: steps.map((s) => ({
              word: s.step,
              judged: s.step === step,
              lastYear: s.step === previous,
            })),
          },
        },
      ];
    });
    return [
      {
        id,
        name: typeset(service.name),
        subject: typeset(service.subject),
        judged: judged.join(', '),
        questions,
      },
    ];
  });
}

export function overallOf(joined: Joined): Facts['overall'] {
  const rule = joined.framework.value.overall;
  const rating = joined.review.value.rating;
  if (!rule || rating === undefined) return undefined;
  const before = lastYear(joined);
  const all = Array.from({ length: rule.highest - rule.lowest + 1 }, (_, i) => rule.lowest + i);
  const scale = {
    steps: all.map((n) => ({
      word: units(n, rule.unit),
      judged: n === rating,
      lastYear: n === before?.rating,
    })),
  };
  const words = units(rating, rule.unit);
  return {
    name: rule.name,
    words,
    out_of: `${figure(rating)}\u00a0out\u00a0of\u00a0${units(rule.highest, rule.unit)}`,
    best: units(rule.highest, rule.unit),
    brings: consequenceOf(joined.framework.value, rating)?.brings,
    scale,
    rows: [
      { id: 'overall', name: `${rule.name.charAt(0).toUpperCase()}${rule.name.slice(1)}`, words, scale },
    ],
    previous:
      before?.rating === undefined
        ? undefined
        : {
            period: before.period,
            words: units(before.rating, rule.unit),
            movement: movement(rating - before.rating, units(before.rating, rule.unit)),
            moved: rating !== before.rating,
            recognises: before.recognises,
          },
  };
}

function movement(by: number, from: string): string {
  if (by === 0) return 'the same as last year';
  return `${by > 0 ? 'up' : 'down'} from ${from}`;
}

export function nationalOf({ framework, review }: Joined): Facts['national'] {
  const rule = framework.value.overall;
  const announced = rule?.national?.find((n) => n.announced === review.value.national);
  const rating = review.value.rating;
  if (!rule || !announced || rating === undefined) return undefined;
  const ratings = Object.keys(announced.councils)
    .map(Number)
    .sort((a, b) => b - a);
  const councils = (n: number): number => announced.councils[String(n)] ?? 0;
  return {
    announced: longDate(announced.announced),
    announced_when: `${isCalendarDate(announced.announced) ? 'on' : 'in'} ${longDate(announced.announced)}`,
    best: countInWords(councils(rule.highest)),
    best_rating: units(rule.highest, rule.unit),
    ours: units(rating, rule.unit),
    same: countInWords(councils(rating)),
    total: figure(ratings.reduce((sum, n) => sum + councils(n), 0)),
    bands: ratings.map((n) => ({
      id: `rating-${String(n)}`,
      words: n === rating ? `${units(n, rule.unit)} (this council)` : units(n, rule.unit),
      councils: figure(councils(n)),
    })),
  };
}

/** What a rating brings with it, where the framework says. */
export function consequenceOf(
  framework: Framework,
  rating: number | undefined,
): { rating: string; brings: Prose } | undefined {
  const found = framework.consequences?.find((c) => c.rating === rating);
  if (!found) return undefined;
  return {
    rating: framework.overall ? units(found.rating, framework.overall.unit) : figure(found.rating),
    brings: found.brings,
  };
}
