import { rule } from '../diagnostics/diagnostic.ts';

/** What can be wrong with what was issued. */

export const damaged = rule(
  'editions/damaged',
  'error',
  'What was issued is what members and the public hold in their hands; a record of it that was changed proves nothing.',
);
export const newerFormat = rule(
  'editions/newer-format',
  'error',
  'Guessing at what a newer version wrote could take one edition for another.',
);
export const changed = rule(
  'editions/changed',
  'error',
  'The file is not any more the one that was issued, though it bears its name.',
);
export const missing = rule(
  'editions/missing',
  'error',
  'What was issued must be there for whoever asks for it, for as long as the council keeps its papers.',
);
export const stranger = rule(
  'editions/stranger',
  'warning',
  'Whoever finds it there will take it for something that was issued.',
);
export const styleChanged = rule(
  'editions/style-changed',
  'error',
  'The edition was laid out and worded by this style; with another it cannot be made again.',
);
export const unchanged = rule(
  'editions/unchanged',
  'error',
  'A new edition tells members that something has changed, and they would look for it in vain.',
);
export const otherPaper = rule(
  'editions/other-paper',
  'error',
  'Editions of two papers under one name could not be told apart.',
);
export const early = rule(
  'editions/early',
  'error',
  'Whoever has two editions takes the one with the later date for the one that holds.',
);
export const moving = rule(
  'editions/moving',
  'error',
  'What is kept for later must be exactly what the edition was made from.',
);
export const notKept = rule(
  'editions/not-kept',
  'machine',
  'The paper was made but not issued; the editions that there were stand as they were.',
);
export const otherBytes = rule(
  'editions/other-bytes',
  'warning',
  'The file looks like the one that was issued, but cannot stand for it: only the kept one can.',
);
export const notMadeAgain = rule(
  'editions/not-made-again',
  'error',
  'The files that were issued are still there; only making them anew is not possible with this version.',
);
