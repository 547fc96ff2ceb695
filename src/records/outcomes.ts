import * as z from 'zod';
import { actionStatuses } from './actions.ts';
import { date } from './date-fields.ts';
import { choice, described, form, identifier, list, prose, say, text } from './fields.ts';
import { Lead } from './people.ts';
import { once } from '../once.ts';

/** What the meeting resolved that somebody does. */
const ResolvedAction = once(() =>
  form({
    id: identifier(),
    action: prose(),
    owner: text(),
    due: date().optional(),
    status: choice(actionStatuses)
      .optional()
      .register(described, { description: '`not started` where left out.' }),
    progress: prose().optional().register(described, { description: 'What the next meeting is told of it.' }),
  }),
);

const orNone = (): z.ZodUnion<[z.ZodLiteral<'none'>, ReturnType<typeof prose>]> =>
  z.union([z.literal('none'), prose()]);

const said = once(() => ({
  discussion: prose()
    .optional()
    .register(described, { description: 'What the minutes say beside the decision.' }),
  resolved: list(prose()).optional().register(described, {
    description: 'What was resolved, a part each: “that the report be noted”.',
  }),
  reasons: prose()
    .optional()
    .register(described, { description: 'Why; the report’s reasons where left out.' }),
  rejected: orNone()
    .optional()
    .register(described, { description: 'Other options that were considered and rejected, or `none`.' }),
  interests: orNone()
    .optional()
    .register(described, { description: 'Conflicts of interest that were declared, or `none`.' }),
  dispensations: orNone().optional().register(described, {
    description: 'Dispensations granted for a declared conflict of interest, or `none`.',
  }),
  effective: date()
    .optional()
    .register(described, { description: 'The day from which the decision has effect.' }),
  call_in_until: date()
    .optional()
    .register(described, { description: 'The last day on which the decision can be called in.' }),
  actions: list(ResolvedAction()).optional(),
}));

/**
 * What became of an item. A decision bears the particulars that a decision record must have.
 * Source: Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012
 * (SI 2012/2089), regulation 12.
 */
export const ItemOutcome = once(() =>
  form({
    ...said(),
    as_recommended: choice(['yes', 'no']).optional().register(described, {
      description: 'Whether the report’s recommendations were agreed as they stand.',
    }),
    in_private: form(said()).optional().register(described, {
      description:
        'What became of the part that was taken after the public had left. Nothing of it comes into public minutes.',
    }),
  }),
);
export type ItemOutcome = z.infer<ReturnType<typeof ItemOutcome>>;

/** What happened at the meeting as a whole. */
export const Held = once(() =>
  form({
    present: list(text())
      .optional()
      .register(described, { description: 'Members who were there, as the membership calls them.' }),
    apologies: list(text()).optional(),
    in_attendance: list(Lead()).optional().register(described, { description: 'Officers and others.' }),
    opened: text().optional().register(described, { description: 'The time.' }),
    closed: text().optional().register(described, { description: 'The time.' }),
  }).refine((held) => Object.keys(held).length > 0, {
    error: say('Nothing is said of the meeting.', 'Write who was present, or take the entry out.'),
  }),
);
