import * as z from 'zod';
import { described, form, identifier, list, prose, say, text } from './fields.ts';
import { once } from '../once.ts';

/** A span of time as it is said: "30 working days", "2 months". */
export interface Span {
  count: number;
  unit: 'working days' | 'days' | 'weeks' | 'months';
}

const spanPattern = /^(\d{1,4}) (working day|day|week|month)s?$/;

/** A number of days, weeks or months, as it is said. */
export const span = once((): z.ZodPipe<z.ZodString, z.ZodTransform<Span, string>> =>
  text()
    .refine((s) => spanPattern.test(s), {
      error: (issue) =>
        say(
          `\`${String(issue.input)}\` is not a span of time.`,
          'Write a number and what it counts: 30 working days, 14 days, 2 weeks or 3 months.',
        ),
    })
    .transform((s): Span => {
      const [, count = '0', unit = 'day'] = spanPattern.exec(s) ?? [];
      // The pattern admits these four words only.
      return { count: Number(count), unit: `${unit}s` as Span['unit'] };
    }),
);

/** "30 working days", "1 month". */
export function spanInFigures({ count, unit }: Span): string {
  return `${String(count)} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

/** What the council must do with the judgement, and by when. */
export const Duty = once(() =>
  form({
    id: identifier(),
    name: text().meta({ description: 'As a row header: “Publish the report”.' }),
    duty: prose().meta({ description: 'One sentence: what must be done.' }),
    within: span().optional().register(described, { description: 'How long there is: 30 working days.' }),
    after: identifier().optional().register(described, {
      description: 'The day it counts from: the `id` of a day in the review’s `timeline`.',
    }),
    ratings: list(text()).optional().register(described, {
      description: 'The overall judgements that bring the duty; every one where left out.',
    }),
    source: text(),
  }),
);
export type Duty = z.infer<ReturnType<typeof Duty>>;
