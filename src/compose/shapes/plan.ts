import * as z from 'zod';
import { prose } from './prose.ts';

export const ActionFact = z.object({
  id: z.string(),
  /** The title of the area for improvement that it belongs to. */
  area: z.string(),
  action: prose,
  /** The role that answers for it; "Not yet named" where there is none. */
  owner: z.string(),
  /** "31 March 2026"; "No date set" where there is none. */
  due: z.string(),
  /** "Under way", "Overdue", "Done on 3 May 2025". */
  status: z.string(),
  progress: prose.optional(),
});
export type ActionFact = z.infer<typeof ActionFact>;

export const Plan = z.object({
  actions: z.array(ActionFact),
  /** "nine actions: three done, four under way and two overdue". */
  words: z.string(),
  /** How many are past their day, in words: "two"; absent where none is. */
  overdue: z.string().optional(),
});
export type Plan = z.infer<typeof Plan>;
