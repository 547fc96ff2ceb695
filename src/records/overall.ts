import * as z from 'zod';
import { whenKnown } from './date-fields.ts';
import { count, described, entries, form, identifier, list, number, say, text } from './fields.ts';
import { Judgements } from './scales.ts';
import { once } from '../once.ts';

const Band = once(() =>
  form({
    step: text().meta({ description: 'The step of the overall scale that the band brings.' }),
    from: number().meta({ description: 'The lowest percentage in the band, in whole per cent.' }),
  }),
);

const Scored = once(() =>
  form({
    question: text().meta({
      description: 'What is scored, as one of them is called: “quality statement”.',
    }),
    bands: list(Band()).register(described, {
      description: 'From the lowest to the highest, each by where it begins.',
    }),
    source: text().meta({ description: 'The source, as titled under `sources`.' }),
    note: text().optional().register(described, { description: 'What is inferred rather than published.' }),
  }).meta({
    description:
      'The overall judgement is the total of the scores as a percentage of the most there can be, rounded to the nearest whole per cent.',
  }),
);

/** How the overall judgement is given: counted (0 to 3 stars) or as a step of a scale (good). */
export const Overall = once(() =>
  form({
    name: text().meta({ description: 'What the overall judgement is called: “star rating”.' }),
    // Every step of the scale is drawn.
    unit: form({ one: text(), many: text() })
      .optional()
      .register(described, { description: 'Where it is counted: what in. “star”, “stars”.' }),
    lowest: count(0, 20).optional(),
    highest: count(1, 20).optional(),
    scale: identifier().optional().register(described, {
      description: 'Where it is a word: the scale under `scales` that it is a step of.',
    }),
    scored: Scored().optional(),
    principles: form({
      source: text().meta({ description: 'The source of these principles, as titled under `sources`.' }),
      equal_weight: list(identifier()).optional().register(described, {
        description: 'Services that weigh the same: exchanging their judgements leaves the rating as it is.',
      }),
      failing: form({ question: identifier(), step: text(), rating: text() }).optional().register(described, {
        description: 'A step which, in any service, brings this rating whatever the rest.',
      }),
    })
      .optional()
      .register(described, {
        description: 'What the regulator published about how judgements become the rating.',
      }),
    known_cases: list(
      form({
        council: text(),
        year: count(1900),
        judgements: Judgements(),
        rating: text(),
        source: text(),
      }),
    )
      .optional()
      .register(described, {
        description: 'Ratings that were really given, against which recorded ones are held.',
      }),
    national: list(
      form({
        announced: whenKnown(),
        councils: entries(text(), count(), {
          eachLine: 'a rating, a colon, and how many councils have it',
        }).register(described, {
          description: 'How many councils were given each rating.',
        }),
        source: text(),
      }),
    )
      .optional()
      .register(described, { description: 'How many councils were given each rating, by announcement.' }),
  }).superRefine((overall, context) => {
    const { lowest, highest } = overall;
    if (lowest !== undefined && highest !== undefined && lowest > highest)
      context.addIssue({
        code: 'custom',
        path: ['lowest'],
        message: say(
          `The lowest, ${String(lowest)}, is above the highest, ${String(highest)}.`,
          'Write the smaller number under `lowest` and the larger one under `highest`.',
        ),
      });
    const counted =
      overall.unit !== undefined && overall.lowest !== undefined && overall.highest !== undefined;
    if (counted !== (overall.scale !== undefined)) return;
    context.addIssue({
      code: 'custom',
      message: say(
        'It is not said what the overall judgement is given as.',
        'Write `unit`, `lowest` and `highest` where it is counted, or `scale` where it is a word.',
      ),
    });
  }),
);
export type Overall = z.infer<ReturnType<typeof Overall>>;
