import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { parseISO } from 'date-fns/parseISO';
import type { Span } from '../records/duties.ts';

/**
 * Whether a figure that stood at one day is older, on another, than is allowed.
 * @param stoodAt YYYY-MM-DD
 * @param allowed in days, weeks or months; working days are taken for days, as an age is a stretch of calendar
 * @param day YYYY-MM-DD
 */
export function isOld(stoodAt: string, { count, unit }: Span, day: string): boolean {
  const from = parseISO(stoodAt);
  const until =
    unit === 'months' ? addMonths(from, count) : addDays(from, unit === 'weeks' ? 7 * count : count);
  return until < parseISO(day);
}
