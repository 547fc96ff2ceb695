import { rule } from '../diagnostics/diagnostic.ts';

/** What makes a paper hard to read for a member who is no expert. None of it stops a paper. */
export const longSentence = rule(
  'language/long-sentence',
  'suggestion',
  'Members read a paper once, often aloud: a long sentence has to be read again before it is understood.',
);
export const unexplainedAcronym = rule(
  'language/unexplained-acronym',
  'suggestion',
  'Initials say nothing to a member, or to the public, who meets them for the first time.',
);
export const capitals = rule(
  'language/capitals',
  'suggestion',
  'Words in capitals have no shape to know them by, and some screen readers spell them out.',
);
export const linkText = rule(
  'language/link-text',
  'suggestion',
  'A screen reader lists links by their words alone, and on paper “here” leads nowhere.',
);
export const tooLong = rule(
  'language/too-long',
  'suggestion',
  'What matters is missed in a long paper; the house style says how many sides members should be given.',
);
export const acceptUnused = rule(
  'language/accept-unused',
  'suggestion',
  'What is left behind could silence something later that nobody has looked at.',
);
