import { rule } from '../../diagnostics/diagnostic.ts';

export const foreignEncrypted = rule(
  'pack/foreign-encrypted',
  'error',
  'A file that is locked cannot be bound with others, and members would get a pack without it.',
);

export const foreignBroken = rule(
  'pack/foreign-broken',
  'error',
  'A file that cannot be read cannot be bound with others, and members would get a pack without it.',
);

export const foreignUntagged = rule(
  'pack/foreign-untagged',
  'warning',
  'Members who have their papers read aloud get nothing of these pages, or words in the wrong order.',
);

export const foreignClaimsNothing = rule(
  'pack/foreign-claims-nothing',
  'warning',
  'Nobody can promise for pages from elsewhere that they can be read aloud and kept, so the pack does not say so.',
);

export const brokenLink = rule(
  'pack/broken-link',
  'error',
  'Members who follow the link would be sent to a page on the web that does not exist.',
);

export const unbound = rule(
  'pack/unbound',
  'error',
  'What cannot be read cannot be bound, so there is no pack.',
);
