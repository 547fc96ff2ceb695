import { rule } from '../diagnostics/diagnostic.ts';

const noPdf = 'Without a browser no PDF can be made. The HTML of the paper is not affected.';

export const noBrowser = rule('print/no-browser', 'machine', noPdf);

export const browserMissing = rule(
  'print/browser-missing',
  'machine',
  'A browser was chosen on purpose. Printing with another one could move line and page breaks unnoticed.',
);

export const browserDoesNotStart = rule('print/browser-does-not-start', 'machine', noPdf);

export const otherBrowser = rule(
  'print/other-browser',
  'warning',
  'Line and page breaks can differ between browsers, so this PDF may not match one made elsewhere.',
);

export const browserDied = rule(
  'print/browser-died',
  'machine',
  'The browser ended while it printed this paper, so there is no PDF of it.',
);

export const timeout = rule(
  'print/timeout',
  'machine',
  'Printing was given up so that one paper cannot hold up all the others.',
);

export const failed = rule('print/failed', 'machine', 'There is no PDF of this paper.');

export const noText = rule(
  'print/no-text',
  'error',
  'Members would receive blank pages, or pages that nobody can search, copy or have read aloud.',
);

export const missingCharacter = rule(
  'print/missing-character',
  'warning',
  'Members see an empty box where the character should be.',
);

export const blocked = rule(
  'print/blocked',
  'warning',
  'A paper is printed from the project’s own files only, so what it asks for elsewhere is missing from the PDF.',
);
