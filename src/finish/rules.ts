import { rule } from '../diagnostics/diagnostic.ts';

export const figureWithoutAlternative = rule(
  'finish/figure-without-alternative',
  'error',
  'Members who have the paper read aloud are not told what the picture shows, and a council may not publish it like that.',
);

export const skippedHeading = rule(
  'finish/skipped-heading',
  'error',
  'Members who have the paper read aloud go from heading to heading; where a level is skipped they look for a part that is not there.',
);

export const tableWithoutHeaders = rule(
  'finish/table-without-headers',
  'error',
  'Without header cells a screen reader cannot say what the figures in a table stand for.',
);

export const untagged = rule(
  'finish/untagged',
  'error',
  'Members who have the paper read aloud would never hear it: it is drawn on the page and is not part of what is read.',
);

export const unembeddedFont = rule(
  'finish/unembedded-font',
  'error',
  'The paper looks different, or cannot be read at all, on a computer that does not have the font.',
);

export const missingShape = rule(
  'finish/missing-character',
  'error',
  'Members see an empty box where the character should be, and the paper may not be kept as an archive copy.',
);

export const unreadableCharacter = rule(
  'finish/unreadable-character',
  'error',
  'The character can be seen but not read aloud, searched for or copied.',
);

export const damaged = rule(
  'finish/damaged',
  'error',
  'What cannot be read cannot be made accessible, so there is no PDF of this paper.',
);
