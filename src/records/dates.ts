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

/** A period in words: "2003/2004", "the first six months of 2003/2004". */
export function periodInWords(period: string): string {
  const [year, half] = period.split(' ');
  if (half === undefined) return period;
  return `the ${half === 'H1' ? 'first' : 'second'} six months of ${year ?? ''}`;
}

/** The last day of a period, as YYYY-MM-DD: 31 March, or 30 September for a first half. */
export function periodEnd(period: string): string {
  return period.endsWith('H1') ? `${period.slice(0, 4)}-09-30` : `${period.slice(5, 9)}-03-31`;
}
