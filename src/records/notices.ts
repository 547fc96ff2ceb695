import type * as z from 'zod';
import { date } from './date-fields.ts';
import { described, form, say, text } from './fields.ts';
import { once } from '../once.ts';

/**
 * The notices by which an executive says that it means to meet in private.
 * Source: Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012
 * (SI 2012/2089), regulation 5.
 */
export const PrivateNotice = once(() =>
  form({
    first: date().optional().register(described, {
      description: 'The day of the notice of intention to meet in private (5(2): 28 clear days before).',
    }),
    further: date().optional().register(described, {
      description:
        'The day of the further notice, with representations and answers (5(4): five clear days before).',
    }),
    representations: text().optional().register(described, {
      description:
        'What was said against meeting in private, and what the council answered; `none` where nobody did (5(4)). The public reads this.',
    }),
    agreed: text().optional().register(described, {
      description:
        'Where there was no time for them: who agreed that the meeting is urgent and cannot reasonably be deferred, and why (5(6) and (7)).',
    }),
  }).refine((notice) => Object.keys(notice).length > 0, {
    error: say(
      'Nothing is said of the notices.',
      'Write `first:` and `further:` with their days, or `agreed:` with who agreed and why.',
    ),
  }),
);
export type PrivateNotice = z.infer<ReturnType<typeof PrivateNotice>>;
