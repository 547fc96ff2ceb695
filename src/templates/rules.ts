/** What a template must not do, and why. Every finding of the checker is one of these. */

import { rule } from '../diagnostics/diagnostic.ts';

export const syntax = rule(
  'templates/syntax',
  'error',
  'A template that cannot be read makes no page at all, so the paper could not be produced.',
);

export const unknownField = rule(
  'templates/unknown-field',
  'error',
  'A name that the data does not have prints as nothing: members would read a sentence with a hole in it and nobody would be told.',
);

export const unknownHelper = rule(
  'templates/unknown-helper',
  'error',
  'A template can only use the helpers it is given; with any other name the paper cannot be made.',
);

export const missingPartial = rule(
  'templates/missing-partial',
  'error',
  'A part of the page that has no template cannot be laid out, so the paper cannot be made.',
);

export const helperUse = rule(
  'templates/helper-use',
  'error',
  'A helper that gets too little, too much or something it does not know prints the wrong thing, or nothing, without saying so.',
);

export const rawOutput = rule(
  'templates/raw-output',
  'error',
  'What somebody typed into a record must appear as text. Printed raw it would become part of the page itself, and could change or hide what members read.',
);

export const printsStructure = rule(
  'templates/prints-structure',
  'error',
  'Printed whole, a list or a group of fields comes out as "[object Object]" or as words run together, not as something to read.',
);

export const notAList = rule(
  'templates/not-a-list',
  'error',
  '`#each` repeats its contents for every entry of a list; over anything else it prints the wrong thing or nothing.',
);

export const mayBeBlank = rule(
  'templates/may-be-blank',
  'error',
  'In a year in which this is not filled in, the page would show a gap where the reader expects an answer.',
);

export const neverEqual = rule(
  'templates/never-equal',
  'warning',
  'A comparison that cannot come out true hides whatever it guards, in every paper.',
);

export const endless = rule(
  'templates/endless',
  'error',
  'A part of the page that contains itself has no end, so the paper could not be made.',
);

export const unsupported = rule(
  'templates/unsupported',
  'error',
  'A template is checked before anything is printed. What the check cannot follow could leave a hole in a paper unseen.',
);
