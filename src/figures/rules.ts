import { rule } from '../diagnostics/diagnostic.ts';

/** Figures that were typed although the record has them, or something else. None of it stops a paper. */
export const typedOlder = rule(
  'figures/typed-older',
  'warning',
  'A typed figure stays as it is when the record moves on, and members read last year’s as this year’s.',
);
export const typedUnknown = rule(
  'figures/typed-unknown',
  'warning',
  'Nobody can tell where a figure comes from that the record does not have, or whether it is right.',
);
