import * as z from 'zod';
import { Abbreviations } from './abbreviations.ts';
import { date, whenKnown, periodOrHalf } from './date-fields.ts';
import { count, form, identifier, list, named, number, prose, say, text, choice } from './fields.ts';

/** How far a council's judgements have come: service by service, question by question. */
export const Judgements = named(named(text())).meta({
  description: 'For each service, the step that each question was judged at.',
});
export type Judgements = z.infer<typeof Judgements>;

const Source = form({
  title: text().meta({ description: 'What the source is called.' }),
  publisher: text().optional().meta({ description: 'Who published it.' }),
  date: whenKnown().optional().meta({ description: 'When, as far as known.' }),
  for: text().meta({ description: 'What in this file rests on it.' }),
});

const Scale = list(
  form({
    step: text().meta({ description: 'The word of the judgement, as the regulator uses it.' }),
    words: text().meta({
      description: 'What it says of a service, to go into a sentence: “serving most people well”.',
    }),
  }),
).meta({ description: 'The steps from the lowest to the highest.' });

const Overall = form({
  name: text().meta({ description: 'What the overall judgement is called: “star rating”.' }),
  unit: form({ one: text(), many: text() }).meta({ description: 'What it is counted in: star, stars.' }),
  // Every step of the scale is drawn.
  lowest: count(0, 20),
  highest: count(1, 20),
  principles: form({
    source: text().meta({ description: 'The source of these principles, as titled under `sources`.' }),
    equal_weight: list(identifier()).optional().meta({
      description: 'Services that weigh the same: exchanging their judgements leaves the rating as it is.',
    }),
    failing: form({ question: identifier(), step: text(), rating: count() })
      .optional()
      .meta({ description: 'A step which, in any service, brings this rating whatever the rest.' }),
  })
    .optional()
    .meta({ description: 'What the regulator published about how judgements become the rating.' }),
  known_cases: list(
    form({
      council: text(),
      year: count(1900),
      judgements: Judgements,
      rating: count(),
      source: text(),
    }),
  )
    .optional()
    .meta({ description: 'Ratings that were really given, against which recorded ones are held.' }),
  national: list(
    form({
      announced: whenKnown(),
      councils: z
        .record(
          z.string().regex(/^\d+$/, { error: say('This is not a rating.', 'Write the rating in digits.') }),
          count(),
        )
        .meta({ description: 'How many councils were given each rating.' }),
      source: text(),
    }),
  )
    .optional()
    .meta({ description: 'How many councils were given each rating, by announcement.' }),
});

/** How a regulator judges: services, questions, scales, and how the overall judgement comes about. */
export const Framework = form({
  name: text(),
  regulator: form({
    name: text().meta({ description: 'The regulator’s name without “the”.' }),
    short: text().meta({ description: 'Its initials or short name.' }),
  }),
  review: text().meta({
    description: 'What the regulator’s yearly review is called: “annual review of performance”.',
  }),
  department: text().meta({ description: 'What is judged, in a sentence: “social services”.' }),
  introduced: form({
    when: text().meta({ description: 'A year or period.' }),
    by: text().meta({ description: 'Who introduced it.' }),
    purpose: prose().meta({ description: 'One sentence: what was introduced.' }),
    parts: list(form({ id: identifier(), part: prose() })).meta({
      description: 'What the framework consists of.',
    }),
    importance: prose().meta({ description: 'One sentence: why the review matters to the council.' }),
  }).meta({ description: 'Background that every report on this framework can give.' }),
  services: named(
    form({
      name: text(),
      subject: text().meta({ description: 'At the start of a sentence: “Children’s services”.' }),
    }),
  ),
  questions: named(form({ name: text(), scale: identifier() })),
  scales: named(Scale),
  overall: Overall.optional(),
  combining: prose()
    .optional()
    .meta({ description: 'How the services’ judgements become the overall one, in words for members.' }),
  consequences: list(form({ rating: count(), brings: prose(), source: text() }))
    .optional()
    .meta({ description: 'What a rating brings with it.' }),
  duties: list(form({ id: identifier(), duty: prose(), source: text() }))
    .optional()
    .meta({ description: 'What the council must do with the judgement.' }),
  indicators: named(
    form({
      code: text().optional(),
      name: text().meta({ description: 'As a row header: “Initial assessments within seven working days”.' }),
      unit: text().meta({ description: 'The unit after the figure: %, per 1,000.' }),
      better: choice(['higher', 'lower', 'banded']),
    }),
  ).optional(),
  abbreviations: Abbreviations.optional(),
  sources: list(Source),
}).meta({ id: 'framework', title: 'Framework', description: 'How a regulator judges.' });

export type Framework = z.infer<typeof Framework>;

/** One figure of an indicator. */
export const IndicatorValue = form({
  period: periodOrHalf(),
  value: number(),
  as_at: date()
    .optional()
    .meta({ description: 'The day the figure stood at, where it is not a whole period’s.' }),
  note: text().optional(),
});
