import * as z from 'zod';

export const IndicatorFact = z.object({
  id: z.string(),
  /** "C64". */
  code: z.string().optional(),
  name: z.string(),
  unit: z.string(),
  /** "higher is better", "lower is better". */
  better: z.string(),
  /** The latest figure: "38%". */
  figure: z.string(),
  /** Its period: "the first six months of 2003/2004". */
  period: z.string(),
  /** The same as a column says it: "2003/2004 H1". */
  column: z.string(),
  /** The day it stood at, where it is not the end of its period. */
  as_at: z.string().optional(),
  source: z.string().optional(),
  /** "19 of 50", where the parts of a share are known. */
  of: z.string().optional(),
  /** The figure it is compared with, "36%", and its period. */
  before: z.object({ figure: z.string(), column: z.string() }).optional(),
  /** "up 2 percentage points", "no change". */
  change: z.string().optional(),
  /** "Improved", "No change", "Worse". */
  direction: z.string().optional(),
  /** "●●●○○". */
  dots: z.string().optional(),
  /** "acceptable, with room for improvement (band 3 of 5)". */
  band: z.string().optional(),
  target: z.string().optional(),
  /** What stands in the rows of a table of all indicators. */
  row: z.object({
    /** The name with its unit, where figures alone do not show it, and its code. */
    head: z.string(),
    /** "36%", with its period where that is not the column’s; "Not known". */
    before: z.string(),
    latest: z.string(),
    /** "Improved", "Cannot be compared". */
    direction: z.string(),
    /** "40% (met)", "40% (not met)", "None set". */
    target: z.string(),
  }),
  /** The distance to the averages beside it: "24 percentage points below England (62%)". */
  comparators: z.string().optional(),
  /** A later figure of the council's own. */
  local: z.object({ figure: z.string(), as_at: z.string(), source: z.string() }).optional(),
  /** Where the figure is older than is allowed: the day it stood at. */
  old: z.string().optional(),
  values: z.array(z.object({ id: z.string(), name: z.string(), period: z.string(), figure: z.string() })),
});
export type IndicatorFact = z.infer<typeof IndicatorFact>;

export const IndicatorCounts = z.object({
  /** The heads of a table's columns of figures: the period that most of them are of. */
  before: z.string(),
  latest: z.string(),
  /** "24", "eight". */
  comparable: z.string(),
  improved: z.string(),
  unchanged: z.string(),
  worse: z.string(),
  /** "Of the 24 indicators that can be compared with the period before, 19 improved, two stayed the same and three became worse." */
  words: z.string(),
  /** What most of them did, as the title of a picture: "Four of the seven indicators improved". */
  finding: z.string(),
});
export type IndicatorCounts = z.infer<typeof IndicatorCounts>;
