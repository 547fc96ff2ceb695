import { dayOf } from '../derive/day.ts';
import type { Standing } from '../derive/actions.ts';
import { countDirections } from '../derive/indicators.ts';
import type { Joined } from '../compose/join.ts';
import { followedIndicators } from '../compose/facts/indicators.ts';
import { judgedOf, servicesOf } from '../compose/facts/judgements.ts';
import { announcementOf } from '../compose/facts/national.ts';
import { planStandings } from '../compose/facts/plan.ts';
import { ratingInWords } from '../compose/facts/overall.ts';
import { ratingSteps } from '../records/judging.ts';
import type { Review } from '../records/review.ts';
import { countInWords } from '../compose/words.ts';

/** A state that things which are counted can be in, with how many are. */
export interface State {
  /** How a sentence says it. */
  words: RegExp;
  name: string;
  count: number;
  helper: string;
}

/** Something that the record has so many of, and that sentences count. */
export interface Counted {
  /** What it is called: “areas? for improvement”. */
  noun: RegExp;
  one: string;
  many: string;
  /** How many there are now. */
  count: number;
  /** Other numbers that are right too, as of the reviews before. */
  also: number[];
  helper: string;
  states: State[];
}

const action: readonly [Standing, string][] = [
  ['overdue', 'overdue'],
  ['done', 'done|completed?|finished|carried out'],
  ['under way', 'under ?way|in progress|in hand'],
  ['not started', 'not (?:yet )?(?:been )?(?:started|begun)'],
  ['stopped', 'stopped|abandoned|dropped'],
];

/** What the record counts. */
export function countedIn(joined: Joined): Counted[] {
  const { review, earlier, framework } = joined;
  const before = (of: (review: Review) => readonly unknown[] | undefined): number[] =>
    earlier.map(({ value }) => of(value)?.length ?? 0);
  const standings = planStandings(joined, dayOf(joined.report.value, review.value));
  const followed = followedIndicators(joined);
  const directions = countDirections(followed.map(({ course }) => course.direction));
  const actionsOf = ({ areas_for_improvement: areas }: Review) =>
    areas?.flatMap(({ actions }) => actions ?? []);
  const services = servicesOf(joined);
  const judged = services.flatMap(({ questions }) => questions).length;
  const asked = framework.value.asked;
  const found: Counted[] = [
    {
      noun: /areas?\s(?:for|of|needing|in need of)\simprovement/,
      one: 'area for improvement',
      many: 'areas for improvement',
      count: review.value.areas_for_improvement?.length ?? 0,
      also: before((r) => r.areas_for_improvement),
      helper: '{{areas}}',
      states: [],
    },
    {
      noun: /(?:examples?\sof\s)?good\spractices?/,
      one: 'example of good practice',
      many: 'examples of good practice',
      count: review.value.good_practice?.length ?? 0,
      also: before((r) => r.good_practice),
      helper: '{{good_practices}}',
      states: [],
    },
    {
      noun: /actions?(?!\splans?)/,
      one: 'action',
      many: 'actions',
      count: standings.length,
      also: before(actionsOf),
      helper: '{{actions}}',
      states: action.map(([standing, words]) => ({
        words: new RegExp(`^(?:${words})\\b`),
        name: standing,
        count: standings.filter((s) => s === standing).length,
        helper: `{{actions "${standing}"}}`,
      })),
    },
    {
      noun: /(?:key\s)?(?:performance\s)?indicators?/,
      one: 'indicator',
      many: 'indicators',
      count: directions.comparable,
      also: [followed.length, Object.keys(framework.value.indicators ?? {}).length],
      helper: '{{indicators_comparable}}',
      states: [
        ['improved', 'improved|better|have improved'] as const,
        ['unchanged', 'unchanged|did not change|have not changed'] as const,
        ['worse', 'worse(?:ned)?|got worse|declined'] as const,
      ].map(([name, words]) => ({
        words: new RegExp(`^(?:${words})\\b`),
        name,
        count: directions[name],
        helper: `{{indicators_${name}}}`,
      })),
    },
  ];
  if (asked && judgedOf(joined, services))
    found.push({
      noun: new RegExp(`(?:${plain(asked.many)}|${plain(asked.one)})`),
      ...asked,
      count: judged,
      also: [],
      helper: '{{judgements}}',
      states: [],
    });
  return found.filter(({ count, many }) => count > 0 || many !== 'indicators');
}

/** The overall judgement where it is counted, as stars are: what sentences can say of it. */
export interface CountedRating {
  noun: RegExp;
  /** The ratings of this council, this year’s first. */
  ours: number[];
  lowest: number;
  highest: number;
  /** “2 stars”. */
  words: string;
}

export function countedRating({ framework, review, earlier }: Joined): CountedRating | undefined {
  const { overall } = framework.value;
  const { rating, previous } = review.value;
  if (!overall?.unit || rating === undefined) return undefined;
  const ours = [
    rating,
    previous?.rating,
    ...earlier.flatMap((r) => [r.value.rating, r.value.previous?.rating]),
  ];
  return {
    noun: new RegExp(`(?:${plain(overall.unit.many)}|${plain(overall.unit.one)})`),
    ours: ours.flatMap((r) => (r === undefined ? [] : [Number(r)])),
    lowest: overall.lowest ?? 0,
    highest: overall.highest ?? 0,
    words: ratingInWords(framework.value, rating),
  };
}

/** How many councils there are of each rating: what sentences can say of the country. */
export interface CountedCouncils {
  /** Words that name a rating: “3 stars”, “good”. */
  ratings: { words: string; count: number; helper: string }[];
  total: number;
}

export function countedCouncils(joined: Joined): CountedCouncils | undefined {
  const ratings = announcementOf(joined)?.ratings;
  if (!ratings) return undefined;
  const known = ratingSteps(joined.framework.value).map(({ step }) => step);
  return {
    ratings: ratings
      .filter(({ step }) => known.includes(step))
      .map(({ step, councils }) => ({
        words: ratingInWords(joined.framework.value, step).replaceAll('\u00a0', ' '),
        count: councils,
        helper: `{{national "${step}"}}`,
      })),
    total: ratings.reduce((sum, { councils }) => sum + councils, 0),
  };
}

/** “no actions”, “one action”, “five actions”. */
export function countOf(count: number, { one, many }: { one: string; many: string }): string {
  return `${countInWords(count)} ${count === 1 ? one : many}`;
}

function plain(words: string): string {
  return words.replaceAll(/[^\p{L}\p{N} ]/gu, '\\$&').replaceAll(' ', '\\s');
}
