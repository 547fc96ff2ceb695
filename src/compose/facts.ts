import * as z from 'zod';
import { DutyFact } from './shapes/duties.ts';
import { IndicatorCounts, IndicatorFact } from './shapes/indicators.ts';
import { Judged, Service } from './shapes/judgements.ts';
import { National } from './shapes/national.ts';
import { Overall } from './shapes/overall.ts';
import { Pictures } from './shapes/pictures.ts';
import { Plan } from './shapes/plan.ts';
import { prose } from './shapes/prose.ts';

/**
 * What a style's wording may name: the records of one report, joined, with everything that was derived
 * from them. The schema is what wordings are checked against before any paper is made.
 */

const Item = z.object({ id: z.string(), text: prose });

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
    regulator: z.object({
      name: z.string(),
      short: z.string(),
      /** As a sentence calls it: "the Care Quality Commission", "Ofsted". */
      called: z.string(),
    }),
    review: z.string(),
    department: z.string(),
    introduced: prose,
    importance: prose,
    parts: z.array(Item).optional(),
    combining: prose.optional(),
    /** What the lowest rating brings, where ours is another. */
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
  judgements: Judged.optional(),
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
  /** What the council will do about the areas for improvement. */
  plan: Plan.optional(),
  /** What the review before promised, and what became of it. */
  promised: Plan.optional(),
  /** What the council must do with the judgement, by when, and where it stands on the day of the paper. */
  duties: z.array(DutyFact).optional(),
  /** Whether any of them has a day that is known. */
  duties_dated: z.boolean(),
  indicators: z.array(IndicatorFact).optional(),
  indicator_counts: IndicatorCounts.optional(),
  pictures: Pictures,
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
  /** Those that an officer answered in words. */
  implications_answered: z.array(Implication).optional(),
  /** The others, a line for each answer: "No implications: legal; human rights." */
  implications_in_short: z.array(z.object({ id: z.string(), line: z.string() })),
  background_papers: z.array(Item).optional(),
  /** Whether the source of a historic paper does not say which there were. */
  background_papers_unknown: z.boolean(),
  appendices: z
    .array(z.object({ id: z.string(), title: z.string(), attached: z.string().optional() }))
    .optional(),
  contacts: z.array(z.object({ id: z.string(), line: z.string() })).optional(),
});
export type Facts = z.infer<typeof Facts>;
