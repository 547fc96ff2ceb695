import * as z from 'zod';

/**
 * What a picture shows, as data: the tree holds this, and the layout draws it. Words are final (British
 * figures with their units), so that a picture, its text alternative and its table cannot differ.
 */

const Point = z.object({
  /** The period as an axis says it: "2003/04", "2003/04 H1". */
  label: z.string(),
  /** The period in words, for the table: "the first six months of 2003/2004". */
  period: z.string(),
  value: z.number(),
  /** The value with its unit: "38%". */
  shown: z.string(),
});
export type Point = z.infer<typeof Point>;

/** One indicator over time: a panel of a small multiple. */
const Panel = z.object({
  id: z.string(),
  /** The indicator's name. */
  name: z.string(),
  unit: z.string(),
  /** "higher is better", "lower is better". */
  better: z.string(),
  points: z.array(Point),
  target: z.object({ value: z.number(), shown: z.string() }).optional(),
  /** An average beside it: "England". */
  comparator: z.object({ name: z.string(), value: z.number(), shown: z.string() }).optional(),
});
export type Panel = z.infer<typeof Panel>;

/** Indicators over time, one panel each. */
const Trend = z.object({ type: z.literal('trend'), panels: z.array(Panel) });
export type Trend = z.infer<typeof Trend>;

/** Where each judgement stands on its scale, and where it stood before. */
const Positions = z.object({
  type: z.literal('positions'),
  /** Judgements on one scale each group. */
  groups: z.array(
    z.object({
      /** The steps from the lowest to the highest. */
      steps: z.array(z.string()),
      rows: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          /** The place of the judgement among the steps, from 0. */
          at: z.number(),
          /** Its place at the review before, where that is known. */
          was: z.number().optional(),
        }),
      ),
    }),
  ),
});
export type Positions = z.infer<typeof Positions>;

/** How many there are of each: councils by rating, actions by status. */
const Bars = z.object({
  type: z.literal('bars'),
  /** What is counted, one and many: "council", "councils". */
  unit: z.object({ one: z.string(), many: z.string() }),
  /** What the rows are: "Rating". */
  heading: z.string(),
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      value: z.number(),
      /** The mark in words of the row that concerns this council: "Durham". */
      mark: z.string().optional(),
    }),
  ),
});
export type Bars = z.infer<typeof Bars>;

/** The overall judgement over the years. */
const History = z.object({
  type: z.literal('history'),
  /** The steps from the lowest to the highest. */
  steps: z.array(z.string()),
  years: z.array(z.object({ id: z.string(), period: z.string(), at: z.number() })),
});
export type History = z.infer<typeof History>;

export const Chart = z.discriminatedUnion('type', [Trend, Positions, Bars, History]);
export type Chart = z.infer<typeof Chart>;
