import * as z from 'zod';
import { Prose } from '../records/prose.ts';

/**
 * What a style's wording may name: the records of one report, joined, with everything that was derived
 * from them. The schema is what wordings are checked against before any paper is made.
 */

const prose = z.instanceof(Prose).meta({ templateShape: 'scalar' });

const Item = z.object({ id: z.string(), text: prose });

export const ScaleFact = z.object({
  steps: z.array(z.object({ word: z.string(), judged: z.boolean(), lastYear: z.boolean() })),
});
export type ScaleFact = z.infer<typeof ScaleFact>;

export const Question = z.object({
  id: z.string(),
  name: z.string(),
  step: z.string(),
  /** Last year's step, where it is known. */
  previous: z.string().optional(),
  /** "up from some", "as last year", where last year's is known. */
  movement: z.string().optional(),
  scale: ScaleFact,
});

export const Service = z.object({
  id: z.string(),
  name: z.string(),
  subject: z.string(),
  /** "serving most people well, with excellent prospects for improvement". */
  judged: z.string(),
  questions: z.array(Question),
});

export const Overall = z.object({
  name: z.string(),
  /** "2 stars". */
  words: z.string(),
  /** "2 out of 3 stars". */
  out_of: z.string(),
  /** "3 stars". */
  best: z.string(),
  /** What this rating brings, where the framework says. */
  brings: prose.optional(),
  scale: ScaleFact,
  rows: z.array(z.object({ id: z.string(), name: z.string(), words: z.string(), scale: ScaleFact })),
  previous: z
    .object({
      period: z.string(),
      words: z.string(),
      movement: z.string(),
      moved: z.boolean(),
      recognises: prose.optional(),
    })
    .optional(),
});

export const National = z.object({
  /** "May 2002", "13 November 2003". */
  announced: z.string(),
  /** The same after a verb: "in May 2002", "on 13 November 2003". */
  announced_when: z.string(),
  /** How many councils were given the best rating: "eight", "16". */
  best: z.string(),
  /** The best rating, in words: "3 stars". */
  best_rating: z.string(),
  /** This council's rating, in words: "2 stars". */
  ours: z.string(),
  /** How many were given the same rating as this council. */
  same: z.string(),
  total: z.string(),
  /** Each rating with the number of councils; this council's is marked in the words. */
  bands: z.array(z.object({ id: z.string(), words: z.string(), councils: z.string() })),
});

export const Implication = z.object({
  id: z.string(),
  heading: z.string(),
  /** The officer's words; absent where the answer is none or unknown. */
  means: prose.optional(),
  /** The style's words for none or unknown; empty where the officer answered. */
  answer: z.string(),
  /** The paragraphs where it is discussed. */
  see: z.array(z.object({ to: z.string() })).optional(),
});

export const Facts = z.object({
  council: z.object({ name: z.string(), short_name: z.string() }),
  body: z.object({ name: z.string(), kind: z.string(), members: z.string() }),
  framework: z.object({
    name: z.string(),
    regulator: z.object({ name: z.string(), short: z.string() }),
    review: z.string(),
    department: z.string(),
    introduced: prose,
    importance: prose,
    parts: z.array(Item),
    combining: prose.optional(),
    duties: z.array(Item).optional(),
    /** What the lowest rating brings. */
    lowest: z.object({ rating: z.string(), brings: prose }).optional(),
  }),
  review: z.object({
    title: z.string(),
    period: z.string(),
    subject: z.string(),
    use: prose.optional(),
    nature: prose.optional(),
    assessment: prose.optional(),
    performance: prose.optional(),
  }),
  timeline: z
    .array(
      z.object({
        id: z.string(),
        date: z.string(),
        event: prose,
        present: z.string().optional(),
        after: prose.optional(),
      }),
    )
    .optional(),
  services: z.array(Service),
  overall: Overall.optional(),
  national: National.optional(),
  good_practice: z.array(Item).optional(),
  /** "ten examples", "one example". */
  good_practice_words: z.string(),
  areas: z
    .array(z.object({ id: z.string(), title: z.string(), finding: prose, progress: prose.optional() }))
    .optional(),
  /** "five areas", "one area". */
  areas_words: z.string(),
  indicators: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        unit: z.string(),
        values: z.array(
          z.object({ id: z.string(), name: z.string(), period: z.string(), figure: z.string() }),
        ),
      }),
    )
    .optional(),
  report: z.object({
    title: z.string(),
    date: z.string().optional(),
    author_role: z.string(),
    author_name: z.string().optional(),
    decision: z.boolean(),
    reasons: prose.optional(),
    conclusion: prose.optional(),
  }),
  summary: z.array(Item).optional(),
  background: z.array(Item).optional(),
  response: z.array(Item).optional(),
  recommendations: z.array(z.object({ id: z.string(), verb: z.string(), text: prose })),
  /** Present where there is exactly one recommendation. */
  recommendation: z.object({ verb: z.string(), text: prose }).optional(),
  implications: z.array(Implication),
  background_papers: z.array(Item).optional(),
  appendices: z
    .array(z.object({ id: z.string(), title: z.string(), attached: z.string().optional() }))
    .optional(),
  contacts: z.array(z.object({ id: z.string(), line: z.string() })).optional(),
});
export type Facts = z.infer<typeof Facts>;
