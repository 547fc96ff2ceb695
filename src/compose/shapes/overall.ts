import * as z from 'zod';
import { ScaleFact } from './judgements.ts';
import { prose } from './prose.ts';

export const Overall = z.object({
  name: z.string(),
  /** "2 stars", "good". */
  words: z.string(),
  /** "2 out of 3 stars", "good, the second highest of four". */
  out_of: z.string(),
  /** What the rating says of the council, where the regulator's scale says it. */
  means: z.string().optional(),
  /** The highest rating: "3 stars". */
  best: z.string(),
  /** What this rating brings, where the framework says. */
  brings: prose.optional(),
  scale: ScaleFact,
  rows: z.array(z.object({ id: z.string(), name: z.string(), words: z.string(), scale: ScaleFact })),
  previous: z
    .object({
      period: z.string(),
      words: z.string(),
      /** "up from 1 star", "the same as last year". */
      movement: z.string(),
      moved: z.boolean(),
      recognises: prose.optional(),
    })
    .optional(),
  /** Where the regulator adds up scores. */
  score: z
    .object({
      /** "20". */
      total: z.string(),
      /** "36". */
      maximum: z.string(),
      /** "56%". */
      percent: z.string(),
      /** The band of the percentage: "requires improvement". */
      band: z.string(),
      /** "three points short of good"; absent in the highest band. */
      short: z.string().optional(),
      /** What is scored: "nine quality statements". */
      of: z.string(),
    })
    .optional(),
  /** The rating over the years, the earliest first; present from three years on. */
  history: z
    .array(z.object({ id: z.string(), period: z.string(), words: z.string(), moved: z.string() }))
    .optional(),
});
export type Overall = z.infer<typeof Overall>;
