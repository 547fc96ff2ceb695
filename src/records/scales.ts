import * as z from 'zod';
import { described, form, list, named, number, text } from './fields.ts';
import { once } from '../once.ts';

/** How a council was judged: service by service, question by question. */
export const Judgements = once(() =>
  named(named(text())).meta({
    description: 'For each service or theme, the step that each question was judged at.',
  }),
);
export type Judgements = z.infer<ReturnType<typeof Judgements>>;

export const Scale = once(() =>
  list(
    form({
      step: text().meta({ description: 'The word of the judgement, as the regulator uses it.' }),
      words: text().meta({
        description: 'What it says of a service, to go into a sentence: “serving most people well”.',
      }),
      score: number()
        .optional()
        .register(described, { description: 'What the step counts, where the regulator adds up scores.' }),
    }),
  ).meta({ description: 'The steps from the lowest to the highest.' }),
);
export type Scale = z.infer<ReturnType<typeof Scale>>;
