import * as z from 'zod';
import { isCalendarDate, longDate } from '../../records/dates.ts';
import { ratingPlace, ratingSteps } from '../../records/judging.ts';
import type { Joined } from '../join.ts';
import { countAlone, countInWords, figure } from '../words.ts';
import { ratingInWords } from './overall.ts';

export const National = z.object({
  /** "May 2002", "13 November 2003". */
  announced: z.string(),
  /** The same after a verb: "in May 2002", "on 13 November 2003". */
  announced_when: z.string(),
  /** How many councils were given the best rating: "eight", "16". */
  best: z.string(),
  /** The best rating, in words: "3 stars". */
  best_rating: z.string(),
  /** This council's rating, in words: "2 stars". */
  ours: z.string(),
  /** How many were given the same rating as this council. */
  same: z.string(),
  total: z.string(),
  /** "50 of the 150 councils were given 2 stars". */
  same_words: z.string(),
  /** "eight were given 3 stars", "one was given outstanding"; absent where ours is the best. */
  best_words: z.string().optional(),
  /** "Only eight of the 150 councils were given 3 stars", "Of the 150 councils, 16 were given 3 stars". */
  best_of_all: z.string(),
  /** Each rating with the number of councils; this council's is marked in the words. */
  bands: z.array(z.object({ id: z.string(), words: z.string(), councils: z.string() })),
});

/** The announcement that a review's rating belongs to: each rating with its number of councils, the highest first. */
export function announcementOf({
  framework,
  review,
}: Joined): { announced: string; ratings: { step: string; councils: number }[] } | undefined {
  const f = framework.value;
  const found = f.overall?.national?.find((n) => n.announced === review.value.national);
  if (!found || review.value.rating === undefined) return undefined;
  const ratings = Object.entries(found.councils)
    .map(([step, councils]) => ({ step, councils }))
    .sort((a, b) => ratingPlace(f, b.step) - ratingPlace(f, a.step));
  return { announced: found.announced, ratings };
}

/** "Only" is said of one council in so many, or fewer. */
const mostForOnly = 10;

/** How many councils were given each rating, with this council's own. */
export function nationalOf(joined: Joined): z.infer<typeof National> | undefined {
  const f = joined.framework.value;
  const { rating } = joined.review.value;
  const announcement = announcementOf(joined);
  if (!announcement || rating === undefined) return undefined;
  const { announced, ratings } = announcement;
  const best = ratingSteps(f).at(-1)?.step ?? rating;
  const given = (step: string): number => ratings.find((r) => r.step === step)?.councils ?? 0;
  const all = ratings.reduce((sum, r) => sum + r.councils, 0);
  const total = figure(all);
  const were = (n: number): string => (n === 1 ? 'was given' : 'were given');
  const bestWere = `${were(given(best))} ${ratingInWords(f, best)}`;
  const few = given(best) > 0 && given(best) * mostForOnly <= all;
  return {
    announced: longDate(announced),
    announced_when: `${isCalendarDate(announced) ? 'on' : 'in'} ${longDate(announced)}`,
    best: countInWords(given(best)),
    best_rating: ratingInWords(f, best),
    ours: ratingInWords(f, rating),
    same: countInWords(given(rating)),
    same_words: `${countAlone(given(rating))} of the ${total} councils ${were(given(rating))} ${ratingInWords(f, rating)}`,
    best_words: best === rating ? undefined : `${countAlone(given(best))} ${bestWere}`,
    best_of_all: few
      ? `Only ${countAlone(given(best))} of the ${total} councils ${bestWere}`
      : `Of the ${total} councils, ${countAlone(given(best))} ${bestWere}`,
    total,
    bands: ratings.map(({ step, councils }) => ({
      id: `rating-${step.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
      words: `${ratingInWords(f, step)}${step === rating ? ' (this council)' : ''}`,
      councils: figure(councils),
    })),
  };
}
