import { ratingPlace, ratingSteps, stepsOf, questionsOf } from '../../records/judging.ts';
import type { Chart, Panel } from '../chart.ts';
import type { Joined } from '../join.ts';
import { typeset } from '../markdown.ts';
import { periodInWords } from '../../records/dates.ts';
import { withUnit } from '../words.ts';
import { betterInWords } from './indicator-words.ts';
import { followedIndicators } from './indicators.ts';
import { own } from '../../records/judging.ts';
import { lastTime } from './last-time.ts';
import { announcementOf } from './national.ts';
import { ratingInWords, ratingsOverYears } from './overall.ts';
import { countStandings, planStandings } from './plan.ts';
import type { Pictures } from '../shapes/pictures.ts';

/** @param day the day of the paper, YYYY-MM-DD */
export function picturesOf(joined: Joined, day: string): Pictures {
  return {
    trend: trendOf(joined),
    judgements: positionsOf(joined),
    national: nationalPicture(joined),
    actions: actionsPicture(joined, day),
    history: historyPicture(joined),
  };
}

/** "2003/04 H1" for "2003/2004 H1". */
function shortPeriod(period: string): string {
  return period.replace(/^(\d{4})\/\d{2}(\d{2})/, '$1/$2');
}

function trendOf(joined: Joined): Chart | undefined {
  const panels = followedIndicators(joined).flatMap(({ id, definition, course }): Panel[] => {
    const { latest, values } = course;
    if (values.length < 2) return [];
    const shown = (n: number): string => withUnit(n, definition.unit);
    const [average] = Object.entries(latest.comparators ?? {});
    return [
      {
        id,
        name: typeset(definition.name),
        unit: definition.unit,
        better: betterInWords(definition),
        points: values.map(({ period, value }) => ({
          label: shortPeriod(period),
          period: periodInWords(period),
          value,
          shown: shown(value),
        })),
        ...(latest.target === undefined
          ? {}
          : { target: { value: latest.target, shown: shown(latest.target) } }),
        ...(average
          ? {
              comparator: {
                name: typeset(own(joined.framework.value.comparators, average[0]) ?? average[0]),
                value: average[1],
                shown: shown(average[1]),
              },
            }
          : {}),
      },
    ];
  });
  return panels.length === 0 ? undefined : { type: 'trend', panels };
}

/** From how many judgements of a service on a picture of all of them says more than a scale each. */
const fewJudgements = 3;

function positionsOf(joined: Joined): Chart | undefined {
  const f = joined.framework.value;
  const earlier = lastTime(joined).judgements;
  const groups = new Map<string, Extract<Chart, { type: 'positions' }>['groups'][number]>();
  let most = 0;
  for (const [service, answers] of Object.entries(joined.review.value.judgements ?? {})) {
    const asked = questionsOf(f, service);
    most = Math.max(most, asked.length);
    for (const question of asked) {
      const steps = stepsOf(f, question).map((s) => s.step);
      const at = steps.indexOf(answers[question] ?? '');
      if (at < 0) continue;
      const was = steps.indexOf(own(earlier?.[service], question) ?? '');
      const key = f.questions?.[question]?.scale ?? '';
      const group = groups.get(key) ?? { steps, rows: [] };
      groups.set(key, group);
      group.rows.push({
        id: `${service}-${question}`,
        name: typeset(f.questions?.[question]?.name ?? question),
        at,
        ...(was < 0 ? {} : { was }),
      });
    }
  }
  return most < fewJudgements ? undefined : { type: 'positions', groups: [...groups.values()] };
}

function nationalPicture(joined: Joined): Chart | undefined {
  const announcement = announcementOf(joined);
  if (!announcement) return undefined;
  const { rating } = joined.review.value;
  return {
    type: 'bars',
    unit: { one: 'council', many: 'councils' },
    heading: 'Rating',
    rows: announcement.ratings.map(({ step, councils }) => ({
      id: `rating-${step.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
      name: ratingInWords(joined.framework.value, step),
      value: councils,
      ...(step === rating ? { mark: joined.council.value.short_name } : {}),
    })),
  };
}

function actionsPicture(joined: Joined, day: string): Chart | undefined {
  const counts = countStandings(planStandings(joined, day));
  if (counts.length < 2) return undefined;
  return {
    type: 'bars',
    unit: { one: 'action', many: 'actions' },
    heading: 'Status',
    rows: counts.map(({ standing, name, count }) => ({
      id: standing.replace(' ', '-'),
      name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      value: count,
    })),
  };
}

function historyPicture(joined: Joined): Chart | undefined {
  const f = joined.framework.value;
  const years = ratingsOverYears(joined);
  if (years.length < 3) return undefined;
  return {
    type: 'history',
    steps: ratingSteps(f).map(({ step }) => ratingInWords(f, step)),
    years: years.map(({ period, rating }) => ({
      id: `in-${period.replace('/', '-')}`,
      period,
      at: Math.max(0, ratingPlace(f, rating)),
    })),
  };
}
