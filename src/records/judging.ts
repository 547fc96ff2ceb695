import type { Framework } from './framework.ts';
import type { Scale } from './scales.ts';

/** What is read out of a framework wherever judgements are: its questions, its scales, its ratings. */

/** A step of the overall judgement: as the record holds it, and where it is a word what it says of the council. */
export interface RatingStep {
  step: string;
  words?: string;
}

/** The steps of the overall judgement from the lowest to the highest; none where the framework gives none. */
export function ratingSteps({ overall, scales }: Framework): readonly RatingStep[] {
  if (!overall) return [];
  if (overall.scale !== undefined) return own(scales, overall.scale) ?? [];
  const { lowest = 0, highest = 0 } = overall;
  return Array.from({ length: highest - lowest + 1 }, (_, i) => ({ step: String(lowest + i) }));
}

/** Where a rating stands among the steps, from 0; -1 where it is none of them. */
export function ratingPlace(framework: Framework, rating: string | undefined): number {
  return ratingSteps(framework).findIndex(({ step }) => step === rating);
}

/** The names of the questions that a service is judged on, in the framework's order. */
export function questionsOf({ services, questions }: Framework, service: string): string[] {
  return own(services, service)?.questions ?? Object.keys(questions ?? {});
}

/** The steps that a question is answered with, from the lowest to the highest. */
export function stepsOf({ questions, scales }: Framework, question: string): Scale {
  const scale = own(questions, question)?.scale;
  return (scale === undefined ? undefined : own(scales, scale)) ?? [];
}

/** What stands under a name that somebody wrote, and never what every object has. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
