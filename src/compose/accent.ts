import type { Council } from '../records/council.ts';

/** The colour of a council that has chosen none: a dark grey that reads well on paper. */
const plainAccent = '#333333';

export function accentOf({ accent }: Council): string {
  return accent ?? plainAccent;
}
