import * as z from 'zod';
import { date } from './date-fields.ts';
import { count, form, list, text } from './fields.ts';
import type { Council } from './council.ts';
import { Source, type Framework } from './framework.ts';
import { once } from '../once.ts';

/** The bank holidays of a country, and the years they are known for. Every year in between is covered too. */
export const Calendar = once(() =>
  form({
    name: text().meta({ description: 'Whose bank holidays: “England and Wales”.' }),
    covers: form({ from: count(1900), to: count(1900) }).meta({
      description: 'The first and the last calendar year of which every bank holiday stands here.',
    }),
    holidays: list(form({ date: date(), name: text() })),
    sources: list(Source()),
  }).meta({
    id: 'calendar',
    title: 'Calendar',
    description: 'Bank holidays, by which working days are counted.',
  }),
);
export type Calendar = z.infer<ReturnType<typeof Calendar>>;

/** The calendar that a council counts working days on: the one it names, or England’s. */
export function calendarOf({ calendar }: Council): string {
  return calendar ?? 'england';
}

/** Whether anything in a framework is counted in working days, so that its papers rest on a calendar. */
export function countsWorkingDays({ duties }: Framework): boolean {
  return duties?.some(({ within }) => within?.unit === 'working days') ?? false;
}
