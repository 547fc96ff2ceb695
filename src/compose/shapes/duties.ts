import * as z from 'zod';
import { prose } from './prose.ts';

/** What the council must do with the judgement. */
export const DutyFact = z.object({
  id: z.string(),
  name: z.string(),
  duty: prose,
  /** "30 working days". */
  within: z.string().optional(),
  /** The day it counts from: "3 March 2025". */
  after: z.string().optional(),
  /** "4 April 2025". */
  due: z.string().optional(),
  /** "Met on 3 March 2025", "Due by 4 April 2025", "Overdue since 4 April 2025". */
  state_words: z.string(),
});
export type DutyFact = z.infer<typeof DutyFact>;
