import { didYouMean } from '../../diagnostics/suggest.ts';
import { scoreOf } from '../../derive/score.ts';
import { own, ratingPlace, stepsOf } from '../../records/judging.ts';
import { judgedOf, servicesOf } from '../facts/judgements.ts';
import { lastTime } from '../facts/last-time.ts';
import { announcementOf } from '../facts/national.ts';
import { overallOf, ratingInWords, ratingOutOf } from '../facts/overall.ts';
import type { Joined } from '../join.ts';
import type { Quotation } from '../prose.ts';
import { countInWords, figure } from '../words.ts';
import { plain, say, type Refusal } from './common.ts';

/** What prose can quote of the judgements, the rating, the score and the national picture. */
export function ratingQuotations(joined: Joined): [string, Quotation][] {
  const { framework, review } = joined;
  const f = framework.value;
  const overall = overallOf(joined);
  const noRating: Refusal = {
    wrong: `The review \`${review.id}\` has no rating to quote.`,
    hint: `Add \`rating:\` to ${review.source.file}.`,
  };
  const noScore: Refusal = {
    wrong: `The review \`${review.id}\` has no scores that are added up.`,
    hint: 'Only a framework with `scored:` under `overall:` has a total to quote.',
  };
  const noEarlierReview = `Add \`follows:\` or \`previous:\` to ${review.source.file}.`;
  const noEarlier: Refusal = {
    wrong: `No earlier rating is known for the review \`${review.id}\`.`,
    hint: joined.previous
      ? `Add \`rating:\` to ${joined.previous.source.file}.`
      : review.value.previous
        ? `Add \`rating:\` under \`previous:\` in ${review.source.file}.`
        : noEarlierReview,
  };
  // What is off the scale now is told where it stands, and stops the paper: once is enough.
  const offScale = (now: boolean, before: string): string | Refusal =>
    now
      ? '…'
      : {
          wrong: `Nothing can be compared with \`${before}\` of last time, which is not on the scale.`,
          hint: 'Write it as the scale in the framework has it.',
        };
  const rated = (words: (rating: string) => string): string | Refusal =>
    review.value.rating === undefined || !overall ? noRating : words(review.value.rating);
  // A judgement that cannot be added up is told where it stands, and stops the paper: once is enough.
  const told = f.overall?.scored !== undefined && !scoreOf(f, review.value.judgements ?? {});
  const score = (words: (s: NonNullable<NonNullable<typeof overall>['score']>) => string | Refusal) =>
    overall?.score ? words(overall.score) : told ? '…' : noScore;
  const judgement = (
    service: string,
    question: string,
  ): { step: string; moved?: string | undefined } | Refusal => {
    const judged = own(review.value.judgements, service);
    if (!judged)
      return {
        wrong: `There is no service \`${service}\`.`,
        hint: didYouMean(service, Object.keys(review.value.judgements ?? {}), 'Services'),
      };
    const step = own(judged, question);
    if (step === undefined)
      return {
        wrong: `There is no question \`${question}\`.`,
        hint: didYouMean(question, Object.keys(judged), 'Questions'),
      };
    const fact = servicesOf(joined)
      .find((s) => s.id === service)
      ?.questions.find((q) => q.id === question);
    return { step, moved: fact?.moved };
  };
  return [
    plain('rating', 'the overall judgement: “2 stars”, “good”', () => rated((r) => ratingInWords(f, r))),
    plain('stars', 'the same as {{rating}}', () => rated((r) => ratingInWords(f, r))),
    plain(
      'rating_out_of',
      'the overall judgement on its scale: “2 out of 3 stars”, “good, the second highest of four”',
      () => rated((r) => ratingOutOf(f, r)),
    ),
    plain('rating_before', 'the overall judgement of last time: “1 star”', () => {
      const { rating } = lastTime(joined);
      return rating === undefined ? noEarlier : ratingInWords(f, rating);
    }),
    plain(
      'rating_movement',
      'how the overall judgement moved: “up from 1 star”, “the same as last year”',
      () => {
        if (!overall || review.value.rating === undefined) return noRating;
        const before = lastTime(joined).rating;
        if (overall.previous || before === undefined) return overall.previous?.movement ?? noEarlier;
        return offScale(ratingPlace(f, review.value.rating) < 0, before);
      },
    ),
    plain('score', 'the total of the scores: “20”', () => score((s) => s.total)),
    plain('score_maximum', 'the most that the scores can add up to: “36”', () => score((s) => s.maximum)),
    plain('score_percent', 'the total as a percentage of the most: “56%”', () => score((s) => s.percent)),
    plain('score_short', 'the distance to the next band: “three points short of good”', () =>
      score(
        (s) =>
          s.short ?? {
            wrong: 'There is no band above this one.',
            hint: 'Take the helper out of the sentence.',
          },
      ),
    ),
    [
      'judgement',
      {
        usage: '{{judgement "service" "question"}}',
        gives: 'one judgement, as the regulator words it: “some”',
        arguments: [2, 2],
        quote: ([service = '', question = '']) => {
          const found = judgement(service, question);
          return 'wrong' in found ? found : say(found.step);
        },
      },
    ],
    [
      'judgement_moved',
      {
        usage: '{{judgement_moved "service" "question"}}',
        gives: 'how one judgement moved since last time: “from some to most”, “no change”',
        arguments: [2, 2],
        quote: ([service = '', question = '']) => {
          const found = judgement(service, question);
          if ('wrong' in found) return found;
          if (found.moved !== undefined) return say(found.moved);
          const before = own(own(lastTime(joined).judgements, service) ?? {}, question);
          if (before === undefined)
            return {
              wrong: `No earlier judgement of \`${question}\` is known.`,
              hint: joined.previous
                ? `Add it under \`judgements:\` in ${joined.previous.source.file}.`
                : review.value.previous
                  ? `Add it to the \`judgements:\` under \`previous:\` in ${review.source.file}.`
                  : noEarlierReview,
            };
          const words = offScale(!stepsOf(f, question).some(({ step }) => step === found.step), before);
          return typeof words === 'string' ? say(words) : words;
        },
      },
    ],
    plain(
      'judgements',
      'how many judgements there are: “nine quality statements”',
      () =>
        judgedOf(joined, servicesOf(joined))?.words ?? {
          wrong: `The review \`${review.id}\` has no judgements to count.`,
          hint: `Add \`judgements:\` to ${review.source.file}.`,
        },
    ),
    [
      'national',
      {
        usage: '{{national "3"}}',
        gives: 'how many councils were given a rating in the same announcement: “eight”',
        arguments: [1, 1],
        quote: ([wanted = '']) => {
          const ratings = announcementOf(joined)?.ratings;
          const found = ratings?.find((r) => r.step === wanted);
          if (found) return say(countInWords(found.councils));
          return ratings
            ? {
                wrong: `No number of councils is known for the rating ${wanted}.`,
                hint: didYouMean(
                  wanted,
                  ratings.map((r) => r.step),
                  'Ratings',
                ),
              }
            : noAnnouncement(review.source.file);
        },
      },
    ],
    plain('national_total', 'how many councils were rated in the same announcement: “150”', () => {
      const ratings = announcementOf(joined)?.ratings;
      return ratings
        ? figure(ratings.reduce((sum, r) => sum + r.councils, 0))
        : noAnnouncement(review.source.file);
    }),
  ];
}

function noAnnouncement(file: string): Refusal {
  return {
    wrong: 'The review does not say which announcement its rating belongs to.',
    hint: `Add \`national:\` to ${file}.`,
  };
}
