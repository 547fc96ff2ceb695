import * as z from 'zod';
import { date } from './date-fields.ts';
import { form, identifier, list, say, text } from './fields.ts';

const Item = form({
  number: text()
    .optional()
    .meta({ description: 'The item’s number, where the agenda is not simply counted.' }),
  title: text().optional(),
  report: identifier().optional().meta({ description: 'A file in data/reports.' }),
}).refine((item) => item.title !== undefined || item.report !== undefined, {
  error: say(
    'An item needs a title or a report.',
    'Write `report:` with the report’s name, or `title:` with what the item is.',
  ),
});

/** An agenda: which body meets when, and on what. */
export const Meeting = form({
  council: identifier(),
  body: identifier().meta({ description: 'One of the bodies in the council’s file.' }),
  date: date(),
  time: text().optional(),
  venue: text().optional(),
  items: list(Item),
}).meta({ id: 'meeting', title: 'Meeting', description: 'An agenda: which body meets when, and on what.' });

export type Meeting = z.infer<typeof Meeting>;
