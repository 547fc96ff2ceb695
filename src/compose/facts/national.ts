import { isCalendarDate, longDate } from '../../records/dates.ts';
import { ratingPlace, ratingSteps } from '../../records/judging.ts';
import type { Joined } from '../join.ts';
import { countAlone, countInWords, figure } from '../words.ts';
import { ratingInWords } from './overall.ts';
import type { National } from '../shapes/national.ts';

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
export function nationalOf(joined: Joined): National | undefined {
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
