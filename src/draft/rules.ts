import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import type { Source } from '../records/source.ts';
import type { Draft } from './draft.ts';
import { unclearedInWords } from './words.ts';

export const notCleared = rule(
  'draft/not-cleared',
  'error',
  'What has not been cleared may be wrong in law or in money, and what was issued cannot be taken back. Silence is not consent.',
);

const notShown = rule(
  'draft/not-shown',
  'error',
  'A draft that does not say that it is one is taken for the paper itself.',
);

/** Says that a draft cannot go out: whose clearance is missing, and what to do. */
export function cannotGoOut({ missing, lacking }: Draft, source: Source | undefined): Diagnostic {
  const place = source?.at(['clearance']);
  const [first = 'finance'] = missing;
  return notCleared.at(
    place,
    `The report is a draft: ${unclearedInWords(lacking)}.`,
    `Once it is cleared, write it under \`clearance\` with the day: \`- { by: ${first}, date: 2026-01-05 }\`.`,
  );
}

/** Says that a house style lays drafts out like papers. */
export function saysNothing(file: string): Diagnostic {
  return notShown.at(
    { file },
    'The house style shows nothing of it that a paper is a draft.',
    'Put `{{#if draft}}{{> draft}}{{/if}}` at the beginning of its header, as in templates/shared/page.hbs.',
  );
}
