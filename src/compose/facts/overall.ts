import { movementOn } from '../../derive/movement.ts';
import { scoreOf } from '../../derive/score.ts';
import type { Framework } from '../../records/framework.ts';
import { ratingPlace, ratingSteps } from '../../records/judging.ts';
import { Prose } from '../../records/prose.ts';
import type { Joined } from '../join.ts';
import { typeset } from '../markdown.ts';
import { countInWords, figure, units } from '../words.ts';
import { movementInWords } from './judgements.ts';
import { lastTime } from './last-time.ts';
import type { Overall } from '../shapes/overall.ts';

/** A rating in words: "2 stars", "good". */
export function ratingInWords({ overall }: Framework, rating: string): string {
  // What is no number is told of elsewhere; here it only must not look like one.
  return overall?.unit && /^\d+$/.test(rating) ? units(Number(rating), overall.unit) : typeset(rating);
}

/** A rating with its whole scale in words: "2 out of 3 stars", "good, the second highest of four". */
export function ratingOutOf(framework: Framework, rating: string): string {
  const { overall } = framework;
  if (overall?.unit && /^\d+$/.test(rating))
    return `${figure(Number(rating))}\u00a0out\u00a0of\u00a0${units(overall.highest ?? 0, overall.unit)}`;
  const of = ratingSteps(framework).length;
  const below = of - 1 - ratingPlace(framework, rating);
  return `${typeset(rating)}, the ${placeInWords(below, of)} of ${countInWords(of)}`;
}

const ordinals = ['', 'second ', 'third ', 'fourth ', 'fifth ', 'sixth ', 'seventh ', 'eighth ', 'ninth '];

/** "highest", "second highest", "middle", "second lowest", "lowest". */
function placeInWords(below: number, of: number): string {
  if (of % 2 === 1 && below === (of - 1) / 2) return 'middle';
  const [from, end] = below < of / 2 ? [below, 'highest'] : [of - 1 - below, 'lowest'];
  return `${ordinals[from] ?? `${String(from + 1)}th `}${end}`;
}

/** The overall judgement, and what follows from it; nothing where there is none. */
export function overallOf(joined: Joined): Overall | undefined {
  const framework = joined.framework.value;
  const { overall } = framework;
  const { rating } = joined.review.value;
  if (!overall || rating === undefined) return undefined;
  const before = lastTime(joined);
  const steps = ratingSteps(framework);
  const movement = movementOn(
    steps.map((s) => s.step),
    before.rating,
    rating,
  );
  const scale = {
    steps: steps.map(({ step }) => ({
      word: ratingInWords(framework, step),
      judged: step === rating,
      lastYear: step === before.rating,
    })),
    yearly: before.yearly,
  };
  const words = ratingInWords(framework, rating);
  const means = steps.find((s) => s.step === rating)?.words;
  return {
    name: overall.name,
    words,
    out_of: ratingOutOf(framework, rating),
    means: means === undefined ? undefined : typeset(means),
    best: ratingInWords(framework, steps.at(-1)?.step ?? rating),
    brings: consequenceOf(framework, rating)?.brings,
    scale,
    rows: [
      {
        id: 'overall',
        name: `${overall.name.charAt(0).toUpperCase()}${overall.name.slice(1)}`,
        words,
        scale,
      },
    ],
    previous:
      movement && before.period !== undefined
        ? {
            period: before.period,
            words: ratingInWords(framework, movement.from),
            movement: movementInWords(movement.by, ratingInWords(framework, movement.from), before.last),
            moved: movement.by !== 0,
            recognises: before.recognises,
          }
        : undefined,
    score: scoreFacts(joined),
    history: historyOf(joined),
  };
}

function scoreFacts({ framework, review }: Joined): Overall['score'] {
  const score = scoreOf(framework.value, review.value.judgements ?? {});
  if (score?.band === undefined) return undefined;
  const asked = framework.value.asked ?? { one: 'judgement', many: 'judgements' };
  const { next } = score;
  return {
    total: figure(score.total),
    maximum: figure(score.maximum),
    percent: `${figure(score.percent)}%`,
    band: typeset(score.band),
    short:
      next && `${countInWords(next.points)} ${next.points === 1 ? 'point' : 'points'} short of ${next.step}`,
    of: `${countInWords(score.scored)} ${score.scored === 1 ? asked.one : asked.many}`,
  };
}

/** The rating of each year there is a record of, the earliest first. */
export function ratingsOverYears({ review, earlier }: Joined): { period: string; rating: string }[] {
  const told = earlier.at(-1)?.value.previous ?? (earlier.length === 0 ? review.value.previous : undefined);
  return [...(told ? [told] : []), ...[review, ...earlier].reverse().map((entry) => entry.value)].flatMap(
    ({ period, rating }) => (rating === undefined ? [] : [{ period, rating }]),
  );
}

/** From how many years on the years are set out in a table. */
const yearsForATable = 3;

function historyOf(joined: Joined): Overall['history'] {
  const framework = joined.framework.value;
  const years = ratingsOverYears(joined);
  if (years.length < yearsForATable) return undefined;
  return years.map(({ period, rating }, i) => {
    const before = years[i - 1]?.rating;
    const by =
      before === undefined ? undefined : ratingPlace(framework, rating) - ratingPlace(framework, before);
    return {
      id: `in-${period.replace('/', '-')}`,
      period,
      words: ratingInWords(framework, rating),
      moved:
        by === undefined
          ? 'First year recorded'
          : by === 0
            ? 'No change'
            : `${by > 0 ? 'Up' : 'Down'} from ${ratingInWords(framework, before ?? '')}`,
    };
  });
}

/** What a rating brings with it, where the framework says. */
export function consequenceOf(
  framework: Framework,
  rating: string | undefined,
): { rating: string; brings: Prose } | undefined {
  const found = framework.consequences?.find((c) => c.rating === rating);
  return found && { rating: ratingInWords(framework, found.rating), brings: found.brings };
}
