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
