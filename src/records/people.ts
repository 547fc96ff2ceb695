import * as z from 'zod';
import { choice, described, form, say, text } from './fields.ts';
import { once } from '../once.ts';

const email = (): z.ZodString =>
  text().refine((s) => /^[^\s@:]+@[^\s@]+$/.test(s), {
    error: (issue) =>
      say(
        `\`${String(issue.input)}\` is not an e-mail address.`,
        'Write it with one @ and no blanks, and nothing else: quality@example.org.',
      ),
  });

/** How somebody can be reached. */
export const Contact = once(() =>
  form({
    name: text().optional(),
    role: text().optional(),
    telephone: text().optional(),
    email: email().optional(),
  }).refine((c) => Object.keys(c).length > 0, {
    error: say('A contact needs a name, a role, a telephone number or an e-mail address.', 'Fill one in.'),
  }),
);
export type Contact = z.infer<ReturnType<typeof Contact>>;

/** Whose paper or item it is: by the role, with a name where one is to be printed. */
export const Lead = once(() => form({ role: text(), name: text().optional() }));
export type Lead = z.infer<ReturnType<typeof Lead>>;

/** One of those who sit on a body. */
export const Member = once(() =>
  form({
    member: text().meta({ description: 'How the member is called on the agenda: a name or an office.' }),
    position: choice(['chair', 'vice-chair', 'member', 'co-opted'])
      .optional()
      .register(described, { description: 'The place on the body; `member` where left out.' }),
    for: text().optional().register(described, { description: 'The portfolio, group or organisation.' }),
  }),
);
export type Member = z.infer<ReturnType<typeof Member>>;
