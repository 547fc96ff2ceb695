import * as z from 'zod';
import { Action, Outcome } from './actions.ts';
import { date, period } from './date-fields.ts';
import { passage } from './exempt.ts';
import { described, form, identifier, isText, list, named, say, text } from './fields.ts';
import { IndicatorValue } from './indicators.ts';
import { Judgements } from './scales.ts';
import { once } from '../once.ts';

/** What the regulator found in one year. It is the regulator's: nothing here is the council's opinion. */
export const Review = once(() =>
  form({
    council: identifier().meta({ description: 'A file in data/councils, without .yaml.' }),
    framework: identifier().meta({ description: 'A file in data/frameworks, without .yaml.' }),
    period: period().meta({ description: 'The year reviewed: 2002/2003.' }),
    title: text().meta({
      description: 'What this review is called: “Annual Review of Performance 2002/2003”.',
    }),
    subject: text().meta({
      description:
        'Whose services were reviewed, as it stands in a sentence: “the Social Services Department”.',
    }),
    timeline: list(
      form({
        id: identifier(),
        date: date(),
        event: passage().meta({
          description: 'What happened, to follow the date: “the annual review meeting was held”.',
        }),
        present: list(text()).optional().register(described, { description: 'Who was there.' }),
        after: passage().optional().register(described, { description: 'A sentence on what followed.' }),
        meets: list(identifier())
          .optional()
          .register(described, { description: 'The framework’s duties that were met on this day.' }),
      }),
    )
      .optional()
      .register(described, { description: 'The days that matter, in order.' }),
    judgements: Judgements().optional(),
    // Whether the entry is needed is the framework's to say, so a blank is not told to be taken out.
    rating: z
      .string(isText)
      .trim()
      .min(1, {
        error: say(
          'This is blank.',
          'Write the overall judgement as the regulator gave it: `2`, or `good`. Only where the framework has none is there no such entry.',
        ),
      })
      .pipe(text())
      .optional()
      .register(described, { description: 'The overall judgement, as the regulator gave it: 2, or good.' }),
    national: text().optional().register(described, {
      description:
        'The announcement among the framework’s `national` figures that this rating belongs to: 2002-05.',
    }),
    previous: form({
      period: period(),
      rating: text().optional(),
      judgements: Judgements().optional(),
      recognises: passage()
        .optional()
        .register(described, { description: 'What the change since then is put down to.' }),
    })
      .optional()
      .register(described, {
        description: 'Last year’s judgements, where there is no review of them in data/reviews.',
      }),
    promised: named(Outcome()).optional().register(described, {
      description: 'What became of the actions of the review that this one follows, by their `id`.',
    }),
    follows: identifier()
      .optional()
      .register(described, { description: 'Last year’s review, a file in data/reviews.' }),
    use: passage()
      .optional()
      .register(described, { description: 'What the review was used for and what it feeds into.' }),
    nature: passage().optional().register(described, {
      description: 'What kind of document the review is, for members who will read it.',
    }),
    assessment: passage()
      .optional()
      .register(described, { description: 'What the regulator found overall.' }),
    good_practice: list(passage())
      .optional()
      .register(described, { description: 'Examples of good practice that the regulator named.' }),
    performance: passage()
      .optional()
      .register(described, { description: 'What the review says of the indicators.' }),
    areas_for_improvement: list(
      form({
        id: identifier(),
        title: text(),
        finding: passage().meta({ description: 'What the regulator found or asks for.' }),
        progress: passage().optional().register(described, { description: 'What has happened since.' }),
        actions: list(Action())
          .optional()
          .register(described, { description: 'What the council will do about it.' }),
      }),
    ).optional(),
    indicators: named(list(IndicatorValue())).optional().register(described, {
      description: 'Figures by indicator; the indicators are defined by the framework.',
    }),
  }).meta({ id: 'review', title: 'Review', description: 'What the regulator found in one year.' }),
);

export type Review = z.infer<ReturnType<typeof Review>>;
