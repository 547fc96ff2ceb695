import type { Framework } from '../records/framework.ts';
import { questionsOf, ratingPlace, ratingSteps, stepsOf } from '../records/judging.ts';
import type { Overall } from '../records/overall.ts';
import type { Judgements } from '../records/scales.ts';

/** What a known case says of a rating: it cannot be below `lowest`, or above `highest`. */
export interface Bound {
  rating: string;
  /** Its place among the ratings, from 0 for the lowest. */
  place: number;
  by: 'scale' | 'principle' | 'case';
  /** "Derby 2002", or the principle. */
  because: string;
  source: string;
  /** Whether the case bounds the rating only when services of equal weight change places. */
  exchanged?: boolean;
}

/** The ratings that no published principle and no known case contradicts. */
export interface RatingBounds {
  lowest: Bound;
  highest: Bound;
}

/**
 * Between which ratings a set of judgements must lie, by what was published and by nothing else:
 * services of equal weight can change places; judgements at least as good everywhere bring at least as
 * much; a failing step brings its rating. Judgements that are not on their scales bound nothing.
 *
 * Source of the principles: the framework's `overall.principles.source` (for star ratings Community Care,
 * 2 May 2002). The table by which judgements were combined was never published and is not guessed here.
 * @param framework as recorded; its `overall` is not read
 */
export function ratingBounds(framework: Framework, overall: Overall, judgements: Judgements): RatingBounds {
  const rated: Framework = { ...framework, overall };
  const steps = ratingSteps(rated);
  const end = (place: number): Bound => ({
    rating: steps[place]?.step ?? '',
    place,
    by: 'scale',
    because: 'the scale',
    source: '',
  });
  const bounds: RatingBounds = { lowest: end(0), highest: end(steps.length - 1) };
  const raise = (bound: Bound): void => {
    if (bound.place > bounds.lowest.place) bounds.lowest = bound;
  };
  const lower = (bound: Bound): void => {
    if (bound.place >= 0 && bound.place < bounds.highest.place) bounds.highest = bound;
  };
  const failing = overall.principles?.failing;
  if (failing) {
    const fails = Object.values(judgements).some((answers) => answers[failing.question] === failing.step);
    if (fails) {
      const bound: Bound = {
        rating: failing.rating,
        place: ratingPlace(rated, failing.rating),
        by: 'principle',
        because: `the published principle that \`${failing.step}\` in any service brings ${failing.rating}`,
        source: overall.principles?.source ?? '',
      };
      lower(bound);
      raise(bound);
    }
  }
  for (const known of overall.known_cases ?? []) {
    const because = `${known.council} ${String(known.year)}`;
    const orders = mirrored(known.judgements, overall.principles?.equal_weight ?? []);
    for (const [i, same] of orders.entries()) {
      const { rating, source } = known;
      const place = ratingPlace(rated, rating);
      const bound: Bound = { rating, place, by: 'case', because, source, exchanged: i > 0 };
      if (atLeastAsGood(framework, judgements, same)) raise(bound);
      if (atLeastAsGood(framework, same, judgements)) lower(bound);
    }
  }
  return bounds;
}

/** The judgements themselves first, then every exchange of services that weigh the same. */
function mirrored(judgements: Judgements, equal: readonly string[]): Judgements[] {
  const services = equal.filter((s) => judgements[s] !== undefined);
  return permutations(services).map((order) => {
    const made: Judgements = { ...judgements };
    services.forEach((service, i) => {
      const from = judgements[order[i] ?? service];
      if (from) made[service] = from;
    });
    return made;
  });
}

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}

/** Whether `a` is judged at least as good as `b` in every question of every service of the framework. */
function atLeastAsGood(framework: Framework, a: Judgements, b: Judgements): boolean {
  return Object.keys(framework.services ?? {}).every((service) =>
    questionsOf(framework, service).every((question) => {
      const steps = stepsOf(framework, question).map((s) => s.step);
      const [x, y] = [
        steps.indexOf(a[service]?.[question] ?? ''),
        steps.indexOf(b[service]?.[question] ?? ''),
      ];
      return x >= 0 && y >= 0 && x >= y;
    }),
  );
}
