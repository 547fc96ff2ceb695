import * as z from 'zod';
import { date } from './date-fields.ts';
import { count, form, list, text } from './fields.ts';
import { Source } from './framework.ts';

/** The bank holidays of a country, and the years they are known for. */
export const Calendar = form({
  name: text().meta({ description: 'Whose bank holidays: “England and Wales”.' }),
  covers: form({ from: count(1900), to: count(1900) }).meta({
    description: 'The first and the last calendar year of which every bank holiday stands here.',
  }),
  holidays: list(form({ date: date(), name: text() })),
  sources: list(Source),
}).meta({
  id: 'calendar',
  title: 'Calendar',
  description: 'Bank holidays, by which working days are counted.',
});
export type Calendar = z.infer<typeof Calendar>;
