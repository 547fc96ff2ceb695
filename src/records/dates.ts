import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';

/** Whether the text is a day that exists, as YYYY-MM-DD. */
export function isCalendarDate(written: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && isValid(parseISO(written));
}

/** A date as papers write it: "1 December 2003"; a month alone as "May 2002", a year alone as "2004". */
export function longDate(iso: string): string {
  if (iso.length === 4) return iso;
  return format(parseISO(iso), iso.length === 7 ? 'MMMM yyyy' : 'd MMMM yyyy');
}

/** Whether the text is a year from April to March, `2002/2003`. */
export function isPeriod(written: string): boolean {
  const years = /^(\d{4})\/(\d{4})$/.exec(written);
  return years !== null && Number(years[2]) === Number(years[1]) + 1;
}

/** The period a year earlier: `2001/2002` for `2002/2003`. */
export function periodBefore(period: string): string {
  const start = Number(period.slice(0, 4));
  return `${String(start - 1)}/${String(start)}`;
}

const parts: Readonly<Record<string, { words: string; ends: string }>> = {
  H1: { words: 'the first six months', ends: '09-30' },
  H2: { words: 'the second six months', ends: '03-31' },
  Q1: { words: 'the first quarter', ends: '06-30' },
  Q2: { words: 'the second quarter', ends: '09-30' },
  Q3: { words: 'the third quarter', ends: '12-31' },
  Q4: { words: 'the last quarter', ends: '03-31' },
};

/** A period in words: "2003/2004", "the first six months of 2003/2004", "the last quarter of 2003/2004". */
export function periodInWords(period: string): string {
  const [year = '', part = ''] = period.split(' ');
  const { words } = parts[part] ?? {};
  return words === undefined ? period : `${words} of ${year}`;
}

/** The last day of a period, as YYYY-MM-DD: 31 March, 30 September for a first half, 31 December for a calendar year. */
export function periodEnd(period: string): string {
  if (!period.includes('/')) return `${period}-12-31`;
  const { ends } = parts[period.split(' ')[1] ?? ''] ?? { ends: '03-31' };
  return `${ends === '03-31' ? period.slice(5, 9) : period.slice(0, 4)}-${ends}`;
}

/** Periods in order of time compare like these: by the day they end, the shorter first. */
export function periodOrder(period: string): string {
  const part = period.split(' ')[1];
  return `${periodEnd(period)} ${part === undefined ? '3' : part.startsWith('H') ? '2' : '1'}`;
}

/** The same period a year earlier: `2002/2003 H1` for `2003/2004 H1`. */
export function sameYearBefore(period: string): string {
  if (!period.includes('/')) return String(Number(period) - 1);
  const [year = '', ...part] = period.split(' ');
  return [periodBefore(year), ...part].join(' ');
}
