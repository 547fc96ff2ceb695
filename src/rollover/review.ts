import type { Framework } from '../records/framework.ts';
import type { IndicatorValue } from '../records/indicators.ts';
import { questionsOf, stepsOf } from '../records/judging.ts';
import type { Entry } from '../records/load.ts';
import type { Review } from '../records/review.ts';
import type { Path } from '../records/source.ts';
import { laterPeriod, movedText, yearsOf, type Move } from './period.ts';
import { isOpen, promisedBy, type Promised } from './promised.ts';
import type { Step } from './step.ts';

/** What is done to a review so that it becomes the next one's. */
export interface ReviewPlan {
  steps: Step[];
  promised: Promised | undefined;
  /** What the officer should know and the new review cannot hold. */
  notes: string[];
}

/** What the regulator says anew each time, in the order of the form. */
const saidAnew = [
  'timeline',
  'rating',
  'use',
  'nature',
  'assessment',
  'good_practice',
  'performance',
  'areas_for_improvement',
] as const;

/** Plans the next review: its period moves on, it follows the earlier one, and what is judged or counted anew waits. */
export function planReview(
  { id, value: review }: Entry<Review>,
  framework: Framework,
  move: Move,
): ReviewPlan {
  const steps: Step[] = [{ do: 'set', path: ['period'], value: move.to }];
  const title = movedText(review.title, move, yearsOf(move));
  if (title !== review.title) steps.push({ do: 'set', path: ['title'], value: title });
  steps.push(
    review.follows === undefined
      ? { do: 'put', name: 'follows', place: 'after', of: 'subject', value: id, lines: [`follows: ${id}`] }
      : { do: 'set', path: ['follows'], value: id },
  );
  if (review.previous) steps.push({ do: 'take-out', path: ['previous'] });
  if (review.judgements) {
    steps.push({ do: 'remark', path: ['judgements'], lines: scaleLines(framework, review) });
    for (const service of Object.keys(review.judgements))
      steps.push({ do: 'wait-each', path: ['judgements', service] });
  }
  for (const name of saidAnew) if (review[name] !== undefined) steps.push({ do: 'wait', path: [name] });
  if (review.national !== undefined) steps.push({ do: 'leave-out', path: ['national'] });
  for (const [name, values] of Object.entries(review.indicators ?? {}))
    steps.push(...figureSteps(['indicators', name], values, move));

  const promised = promisedBy(review);
  if (promised) {
    const [before = 'subject'] = (['rating', 'judgements'] as const).filter(
      (name) => review[name] !== undefined,
    );
    steps.push({
      do: 'put',
      name: 'promised',
      ...(review.promised ? { place: 'instead', of: 'promised' } : { place: 'after', of: before }),
      value: promised.value,
      // Where it takes the place of another, the blank line and the remarks above that one stay.
      lines: review.promised ? promised.lines.slice(1) : promised.lines,
    });
  } else if (review.promised) steps.push({ do: 'take-out', path: ['promised'] });
  return { steps, promised, notes: openFromBefore(id, review) };
}

/** The latest figure of an indicator becomes the form for the next; those before it are found through `follows`. */
function figureSteps(path: Path, values: readonly IndicatorValue[], move: Move): Step[] {
  const last = values.at(-1);
  if (!last) return [];
  const at: Path = [...path, values.length - 1];
  const steps: Step[] = [
    { do: 'only-last', path },
    { do: 'set', path: [...at, 'period'], value: laterPeriod(last.period, move.years) },
    { do: 'remember', path: at },
  ];
  for (const name of ['value', 'numerator', 'denominator', 'as_at', 'source', 'target'] as const)
    if (last[name] !== undefined) steps.push({ do: 'blank', path: [...at, name] });
  for (const name of Object.keys(last.comparators ?? {}))
    steps.push({ do: 'blank', path: [...at, 'comparators', name] });
  // Both belong to the one figure.
  for (const name of ['local', 'note'] as const)
    if (last[name] !== undefined) steps.push({ do: 'take-out', path: [...at, name] });
  return steps;
}

/** The scales that are asked for, as remarks above the judgements: what can be written there. */
function scaleLines(framework: Framework, { judgements = {} }: Review): string[] {
  const asked = new Set(Object.keys(judgements).flatMap((service) => questionsOf(framework, service)));
  const scales = new Map<string, string[]>();
  for (const question of asked) {
    const steps = stepsOf(framework, question)
      .map(({ step }) => step)
      .join(', ');
    if (steps !== '') scales.set(steps, [...(scales.get(steps) ?? []), question]);
  }
  if (scales.size === 1)
    return [...scales.keys()].map((steps) => `From the lowest step to the highest: ${steps}.`);
  return [...scales].map(
    ([steps, questions]) => `${questions.join(', ')}, from the lowest step to the highest: ${steps}.`,
  );
}

/** Promises of the review before, still open: `promised` tells only of the actions of the review that it follows. */
function openFromBefore(id: string, { promised = {}, period }: Review): string[] {
  const open = Object.entries(promised).flatMap(([name, outcome]) =>
    isOpen(outcome) ? [`\`${name}\``] : [],
  );
  if (open.length === 0) return [];
  return [
    `${open.join(', ')} under \`promised\` in ${id} had not come to an end in ${period}. If it goes on, write it as an action under \`areas_for_improvement\`.`,
  ];
}
