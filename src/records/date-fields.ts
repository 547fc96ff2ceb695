import * as z from 'zod';
import { isCalendarDate, isPeriod, longDate } from './dates.ts';
import { isText, say } from './fields.ts';
import { once } from '../once.ts';

/** Days and periods as records hold them, and what to write instead of other forms. */

/** A date as YYYY-MM-DD that exists. Anything else that looks like a date gets a hint made from it. */
export const date = once((): z.ZodString =>
  z.string(isText).refine(isCalendarDate, { error: (issue) => dateMessage(String(issue.input)) }),
);

/** A year (YYYY), a month (YYYY-MM) or a date (YYYY-MM-DD), for things of which no more is known. */
export const whenKnown = once((): z.ZodString =>
  z.string(isText).refine((s) => isCalendarDate(s) || /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(s), {
    error: (issue) => dateMessage(String(issue.input)),
  }),
);

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

function otherForm(written: string, iso: string): string {
  return say(`\`${written}\` is not a date as records hold it.`, `Write ${iso} (${longDate(iso)}).`);
}

function noSuchDay(written: string): string {
  return say(
    `There is no such day as \`${written}\`.`,
    'Look the day up, and write year, month, day with hyphens: 2003-12-01 for 1 December 2003.',
  );
}

function dateMessage(written: string): string {
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written);
  if (numbers) {
    const [a, b, year] = [Number(numbers[1]), Number(numbers[2]), numbers[3] ?? ''];
    const iso = (day: number, month: number): string | undefined => {
      const made = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      return isCalendarDate(made) ? made : undefined;
    };
    const [british, american] = [iso(a, b), iso(b, a)];
    if (british && american && british !== american) {
      return say(
        `\`${written}\` can be read as two dates.`,
        `Write ${british} (${longDate(british)}) or ${american} (${longDate(american)}).`,
      );
    }
    const only = british ?? american;
    if (only) return otherForm(written, only);
    return noSuchDay(written);
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return noSuchDay(written);
  const named = /^(\d{1,2})(?:st|nd|rd|th)? +([a-z]{3,}),? +(\d{4})$/i.exec(written);
  const month = months.findIndex((name) => name.startsWith((named?.[2] ?? '').toLowerCase().slice(0, 3))) + 1;
  if (named && month > 0) {
    const [, day = '', , year = ''] = named;
    const made = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isCalendarDate(made) ? otherForm(written, made) : noSuchDay(written);
  }
  return say(
    `\`${written}\` is not a date.`,
    'Write year, month, day with hyphens: 2003-12-01 for 1 December 2003.',
  );
}

/** A year from April to March, `2002/2003`. */
export const period = once((): z.ZodString =>
  z.string(isText).refine(isPeriod, {
    error: (issue) =>
      say(
        `\`${String(issue.input)}\` is not a year from April to March.`,
        'Write two years that follow each other: 2002/2003.',
      ),
  }),
);

/** A year, half or a quarter of one, or a calendar year: `2003/2004`, `2003/2004 H1`, `2003/2004 Q3`, `2003`. */
export const periodOrPart = once((): z.ZodString =>
  z.string(isText).refine((s) => /^\d{4}$/.test(s) || isPeriod(s.replace(/ (H[12]|Q[1-4])$/, '')), {
    error: (issue) =>
      say(
        `\`${String(issue.input)}\` is not a period.`,
        'Write a year as 2003/2004, half of one as 2003/2004 H1 (April to September), a quarter as 2003/2004 Q1 (April to June), or a calendar year as 2003.',
      ),
  }),
);
