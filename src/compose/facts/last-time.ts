import type { Prose } from '../../records/prose.ts';
import type { Judgements } from '../../records/scales.ts';
import type { Joined } from '../join.ts';

/** The judgements before these: of the review that this one follows, or as this one tells of them. */
export interface LastTime {
  period?: string | undefined;
  rating?: string | undefined;
  judgements?: Judgements | undefined;
  recognises?: Prose | undefined;
  yearly: boolean;
  /** "last year", or "last time" where there is not a judgement every year. */
  last: string;
}

export function lastTime({ framework, review, previous }: Joined): LastTime {
  const yearly = framework.value.frequency !== 'irregular';
  const words = { yearly, last: yearly ? 'last year' : 'last time' };
  const told = review.value.previous;
  if (!previous) return { ...words, ...told };
  const { period, rating, judgements } = previous.value;
  return { ...words, period, rating, judgements, recognises: told?.recognises };
}
