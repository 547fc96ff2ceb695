import * as z from 'zod';
import { Chart } from '../chart.ts';

/** What can be shown as a picture; each is absent where there is too little to show. */
export const Pictures = z.object({
  /** Indicators over time, from two figures on. */
  trend: Chart.optional(),
  /** Where each judgement stands on its scale, where a service has more than two. */
  judgements: Chart.optional(),
  /** How many councils were given each rating, ours marked. */
  national: Chart.optional(),
  /** How the actions of the plan stand. */
  actions: Chart.optional(),
  /** The rating over three years or more. */
  history: Chart.optional(),
});
export type Pictures = z.infer<typeof Pictures>;
