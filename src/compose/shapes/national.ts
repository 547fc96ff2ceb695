import * as z from 'zod';

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
  /** "50 of the 150 councils were given 2 stars". */
  same_words: z.string(),
  /** "eight were given 3 stars", "one was given outstanding"; absent where ours is the best. */
  best_words: z.string().optional(),
  /** "Only eight of the 150 councils were given 3 stars", "Of the 150 councils, 16 were given 3 stars". */
  best_of_all: z.string(),
  /** Each rating with the number of councils; this council's is marked in the words. */
  bands: z.array(z.object({ id: z.string(), words: z.string(), councils: z.string() })),
});
export type National = z.infer<typeof National>;
