import * as z from 'zod';
import { date } from './date-fields.ts';
import { passage } from './exempt.ts';
import { choice, described, form, identifier, text } from './fields.ts';
import { once } from '../once.ts';

/** How far an action has come. */
export const actionStatuses = ['not started', 'under way', 'done', 'stopped'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** What the council will do about an area for improvement. */
export const Action = once(() =>
  form({
    id: identifier(),
    action: passage().meta({ description: 'What will be done, in one sentence.' }),
    owner: text()
      .optional()
      .register(described, { description: 'The role that answers for it: Head of Adult Services.' }),
    due: date().optional().register(described, { description: 'The day by which it is to be done.' }),
    status: choice(actionStatuses),
    completed: date().optional().register(described, { description: 'The day it was done.' }),
    progress: passage()
      .optional()
      .register(described, { description: 'How far it has come, in one sentence.' }),
    indicator: identifier()
      .optional()
      .register(described, { description: 'The indicator that it should move.' }),
  }),
);
export type Action = z.infer<ReturnType<typeof Action>>;

/** What became of an action that last year's review promised. */
export const Outcome = once(() =>
  form({
    status: choice(actionStatuses),
    completed: date().optional(),
    progress: passage()
      .optional()
      .register(described, { description: 'What became of it, in one sentence.' }),
  }),
);
export type Outcome = z.infer<ReturnType<typeof Outcome>>;
