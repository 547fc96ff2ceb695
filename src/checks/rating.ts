import { ratingBounds } from '../compose/rating.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import type { Framework, Judgements } from '../records/framework.ts';
import type { Entry, Records } from '../records/load.ts';
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
    if (!framework?.overall) continue;
    const { rating, judgements, previous, national } = review.value;
    if (rating === undefined) {
      found.push(
        none.at(
          review.source.whereMissing(['rating']),
          `The review has no \`rating\`, and ${framework.name} gives one.`,
          'Write the number that the regulator gave, for example `rating: 2`.',
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
  rating: number,
  at: Path,
): Diagnostic[] {
  const { overall } = framework;
  if (!overall) return [];
  if (rating < overall.lowest || rating > overall.highest) {
    return [
      range.at(
        review.source.at(at),
        `${String(rating)} is not a ${overall.name}.`,
        `Write a number from ${String(overall.lowest)} to ${String(overall.highest)}.`,
      ),
    ];
  }
  if (!judgements) return [];
  const { lowest, highest } = ratingBounds(framework, overall, judgements);
  const bound = rating < lowest.rating ? lowest : rating > highest.rating ? highest : undefined;
  if (!bound) return [];
  const { by, because, source, exchanged } = bound;
  const brought = String(bound.rating);
  const weighed = exchanged === true ? ', once services that weigh the same change places' : '';
  const how =
    by === 'case'
      ? `: its judgements were no ${rating < lowest.rating ? 'better' : 'worse'} in anything${weighed}, and brought ${brought}`
      : '';
  return [
    contradicted.at(
      review.source.at(at),
      `A ${overall.name} of ${String(rating)} is contradicted by ${because}${how}.`,
      `Compare the rating and the judgements with the regulator’s letter. Source of the ${by}: ${source}.`,
    ),
  ];
}
