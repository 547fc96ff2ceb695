import * as z from 'zod';
import { date, periodOrPart } from './date-fields.ts';
import { choice, count, described, form, list, named, number, say, text } from './fields.ts';
import { once } from '../once.ts';

const Range = once(() =>
  form({
    band: count(1, 9).register(described, { description: '1 is the lowest band.' }),
    from: number()
      .optional()
      .register(described, { description: 'The least figure in the band; none where left out.' }),
    below: number()
      .optional()
      .register(described, { description: 'The band ends before this figure; no end where left out.' }),
  }),
);

/** How an indicator is measured and what a figure is held against. */
export const Indicator = once(() =>
  form({
    code: text().optional().register(described, { description: 'The regulator’s code: A1.' }),
    name: text().meta({ description: 'As a row header: “Initial assessments within seven working days”.' }),
    unit: text().meta({ description: 'The unit after the figure: %, per 1,000, £ a week.' }),
    better: choice(['higher', 'lower', 'banded', 'near']).register(described, {
      description:
        'Which way is better: higher, lower, by its bands only, or near the figure under `near`. Where it is `banded` two figures compare by their bands.',
    }),
    near: number().optional().register(described, { description: 'The figure that it is best to be near.' }),
    bands: list(
      form({
        period: periodOrPart().meta({ description: 'The period whose figures these ranges are for.' }),
        ranges: list(Range()).register(described, {
          description:
            'A band may have more than one range: a very high figure can be as bad as a very low one.',
        }),
        source: text(),
      }),
    )
      .optional()
      .register(described, { description: 'The bands, year by year, as explicit ranges.' }),
    note: text().optional().register(described, { description: 'What is not certain about the definition.' }),
  }).superRefine(({ better, near }, context) => {
    if ((better === 'near') === (near !== undefined)) return;
    context.addIssue({
      code: 'custom',
      path: [near === undefined ? 'better' : 'near'],
      message:
        near === undefined
          ? say('It is not said which figure it is best to be near.', 'Write it under `near`: `near: 1`.')
          : say('A figure to be near has no meaning here.', 'Write `better: near`, or take `near` out.'),
    });
  }),
);
export type Indicator = z.infer<ReturnType<typeof Indicator>>;

/** One figure of an indicator, with what it is to be read beside. */
export const IndicatorValue = once(() =>
  form({
    period: periodOrPart(),
    value: number(),
    numerator: number().optional().register(described, { description: 'How many of …' }),
    denominator: number().optional().register(described, { description: '… how many, where it is a share.' }),
    as_at: date().optional().register(described, {
      description: 'The day the figure stood at, where it is not the end of its period.',
    }),
    source: text().optional().register(described, { description: 'Who published the figure, and where.' }),
    target: number().optional().register(described, { description: 'The figure aimed at for the period.' }),
    comparators: named(number()).optional().register(described, {
      description: 'Averages for the period: `england: 62`. The framework names them.',
    }),
    local: form({
      value: number(),
      as_at: date().meta({ description: 'The day the local figure stood at.' }),
      source: text().meta({ description: 'Which of the council’s own records it comes from.' }),
    })
      .optional()
      .register(described, {
        description: 'A later figure of the council’s own, which the paper sets beside the official one.',
      }),
    note: text().optional(),
  }),
);
export type IndicatorValue = z.infer<ReturnType<typeof IndicatorValue>>;
