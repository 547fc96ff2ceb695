import type { Telling } from '../change.ts';
import type { Difference } from '../records/differ.ts';
import type { Context, Teller } from './context.ts';
import { tellIndicators } from './indicators.ts';
import { tellJudgements } from './judgements.ts';
import { tellOther } from './other.ts';
import { tellReport } from './report.ts';
import { tellReview } from './review.ts';

/** Those who know what a part of the records means; whoever comes first tells it. */
const tellers: readonly Teller[] = [tellIndicators, tellJudgements, tellReview, tellReport];

/** Tells a difference in words. Nothing goes untold: what has no words of its own is told by its place. */
export function tell(difference: Difference, context: Context): Telling {
  for (const teller of tellers) {
    const told = teller(difference, context);
    if (told) return told;
  }
  return tellOther(difference, context);
}
