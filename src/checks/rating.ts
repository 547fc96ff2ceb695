import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { ratingBounds } from '../derive/rating-bounds.ts';
import { scoreOf } from '../derive/score.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Framework } from '../records/framework.ts';
import { ratingPlace, ratingSteps } from '../records/judging.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Judgements } from '../records/scales.ts';
import type { Path } from '../records/source.ts';

const range = rule(
  'rating/out-of-range',
  'error',
  'There is no such rating; members would be told of one that nobody can have.',
);
const contradicted = rule(
  'rating/contradicted',
  'error',
  'Either the rating or a judgement was copied wrongly, and a member may know better.',
);
const otherBand = rule(
  'rating/not-the-band',
  'error',
  'Either the rating or a score was copied wrongly, and a member who adds them up will find it.',
);
const none = rule('rating/missing', 'error', 'The rating is what members ask for first.');
const announcement = rule(
  'rating/unknown-announcement',
  'error',
  'The national figures belong to one announcement; another’s would be wrong beside this rating.',
);

/** Recorded ratings: on the scale, and not contradicted by a published principle or a known case. */
export function checkRating(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const review of records.review.values()) {
    const framework = records.framework.get(review.value.framework)?.value;
    // A scale that the framework does not have is told there.
    if (!framework?.overall || ratingSteps(framework).length === 0) continue;
    const { rating, judgements, previous, national } = review.value;
    if (rating === undefined) {
      found.push(
        none.at(
          review.source.whereMissing(['rating']),
          `The review has no \`rating\`, and ${framework.name} gives one.`,
          `Write what the regulator gave, for example \`rating: ${ratingSteps(framework).at(-2)?.step ?? '2'}\`.`,
        ),
      );
    } else {
      found.push(...check(review, framework, judgements, rating, ['rating']));
    }
    if (previous?.rating !== undefined) {
      found.push(...check(review, framework, previous.judgements, previous.rating, ['previous', 'rating']));
    }
    const known = framework.overall.national?.map((n) => n.announced) ?? [];
    if (national !== undefined && !known.includes(national)) {
      found.push(
        announcement.at(
          review.source.at(['national']),
          `The framework has no national figures for \`${national}\`.`,
          `Announcements: ${known.map((n) => `\`${n}\``).join(', ')}.`,
        ),
      );
    }
  }
  return found;
}

function check(
  review: Entry<unknown>,
  framework: Framework,
  judgements: Judgements | undefined,
  rating: string,
  at: Path,
): Diagnostic[] {
  const { overall } = framework;
  if (!overall) return [];
  const place = ratingPlace(framework, rating);
  if (place < 0) return [range.at(review.source.at(at), ...notARating(framework, overall.name, rating))];
  if (!judgements) return [];
  const { lowest, highest } = ratingBounds(framework, overall, judgements);
  const bound = place < lowest.place ? lowest : place > highest.place ? highest : undefined;
  if (!bound) return checkBand(review, framework, judgements, rating, at);
  const { by, because, source, exchanged } = bound;
  const weighed = exchanged === true ? ', once services that weigh the same change places' : '';
  const how =
    by === 'case'
      ? `: its judgements were no ${place < lowest.place ? 'better' : 'worse'} in anything${weighed}, and brought ${bound.rating}`
      : '';
  return [
    contradicted.at(
      review.source.at(at),
      `${capital(oneOf(overall.name))} of ${rating} is contradicted by ${because}${how}.`,
      `Compare the rating and the judgements with the regulator’s letter. Source of the ${by}: ${source}.`,
    ),
  ];
}

/** "a star rating", "an inspection outcome". */
function oneOf(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What is wrong with a rating that is none, and what to write instead. */
function notARating(framework: Framework, name: string, rating: string): [string, string] {
  const steps = ratingSteps(framework).map((s) => s.step);
  const wrong = `\`${rating}\` is not ${oneOf(name)}.`;
  if (framework.overall?.scale !== undefined)
    return [wrong, didYouMean(rating, steps, 'Ratings, from lowest to highest')];
  return [
    wrong,
    `Write a number from ${steps[0] ?? ''} to ${steps.at(-1) ?? ''}, in digits and without its unit.`,
  ];
}

/** Where the regulator adds up scores, the recorded rating is the band of their total. */
function checkBand(
  review: Entry<unknown>,
  framework: Framework,
  judgements: Judgements,
  rating: string,
  at: Path,
): Diagnostic[] {
  const score = scoreOf(framework, judgements);
  if (score?.band === undefined || score.band === rating) return [];
  return [
    otherBand.at(
      review.source.at(at),
      `The scores add up to ${String(score.total)} of ${String(score.maximum)} (${String(score.percent)}%), which is ${score.band}, not ${rating}.`,
      `Compare the rating and the scores with the regulator’s report. Source of the bands: ${framework.overall?.scored?.source ?? ''}.`,
    ),
  ];
}
