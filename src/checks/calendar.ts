import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { longDate } from '../records/dates.ts';
import type { Records } from '../records/load.ts';

const years = rule(
  'calendar/years',
  'error',
  'Working days would be counted as if a year had no bank holidays, and a day by which something is due be too early.',
);
const twice = rule(
  'calendar/twice',
  'warning',
  'One of the two may stand there instead of another holiday, which is then missing.',
);

/** Calendars have holidays in every year that they say they cover, and in no other; each day stands there once. */
export function checkCalendars(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { source, value } of records.calendar.values()) {
    const { from, to } = value.covers;
    if (from > to) {
      found.push(
        years.at(
          source.at(['covers', 'from']),
          `The first year, ${String(from)}, is after the last, ${String(to)}.`,
          `Write \`covers: { from: ${String(to)}, to: ${String(from)} }\`, or correct the year that is wrong.`,
        ),
      );
      continue;
    }
    const seen = new Set<string>();
    value.holidays.forEach(({ date, name }, i) => {
      const year = Number(date.slice(0, 4));
      if (year < from || year > to) {
        found.push(
          years.at(
            source.at(['holidays', i, 'date']),
            `${longDate(date)} (${name}) is not in the years that the calendar covers, ${String(from)} to ${String(to)}.`,
            'Correct the date, or widen `covers` once every bank holiday of the year stands here.',
          ),
        );
      }
      if (seen.has(date))
        found.push(
          twice.at(
            source.at(['holidays', i, 'date']),
            `${longDate(date)} stands here twice.`,
            'Look up which day was meant, or take one of the two out.',
          ),
        );
      seen.add(date);
    });
    const known = new Set([...seen].map((date) => Number(date.slice(0, 4))));
    for (let year = from, told = 0; year <= to && told < 3; year++) {
      if (known.has(year)) continue;
      told++;
      found.push(
        years.at(
          source.at(['covers']),
          `The calendar says that it covers ${String(year)}, and has no holiday of that year.`,
          'Add the bank holidays of the year, or take it out of `covers`.',
        ),
      );
    }
  }
  return found;
}
