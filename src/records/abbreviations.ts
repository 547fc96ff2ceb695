import * as z from 'zod';
import { say, text } from './fields.ts';
import { once } from '../once.ts';

/** Initials with what they stand for. Unlike other names, these are written in capitals. */
export const Abbreviations = once(() =>
  z
    .record(
      z.string().regex(/^(?=.*[A-Z].*[A-Z])[A-Za-z][A-Za-z0-9&-]*$/, {
        error: say(
          'An abbreviation has at least two capitals, and no blanks or full stops.',
          'Write it as it stands in the papers: `PAF: Performance Assessment Framework`.',
        ),
      }),
      text(),
      {
        error: (issue) =>
          issue.code === 'invalid_key'
            ? say(
                'An abbreviation has at least two capitals, and no blanks or full stops.',
                'Write it as it stands in the papers: `PAF: Performance Assessment Framework`.',
              )
            : say(
                'Abbreviations with their meanings belong here.',
                'Write one a line: the initials, a colon, and what they stand for.',
              ),
      },
    )
    .meta({
      description: 'What initials stand for, so that papers can spell them out: `PAF: Performance …`.',
    }),
);
export type Abbreviations = z.infer<ReturnType<typeof Abbreviations>>;
