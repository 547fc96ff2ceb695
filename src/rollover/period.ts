import { isPeriod } from '../records/dates.ts';

/** How far a review moves on: from one year from April to March to a later one. */
export interface Move {
  from: string;
  to: string;
  /** How many years lie between the two. */
  years: number;
}

/** The move from one period to another; nothing where the other is no later year. */
export function moveTo(from: string, to: string): Move | undefined {
  const years = startOf(to) - startOf(from);
  return isPeriod(from) && isPeriod(to) && years > 0 ? { from, to, years } : undefined;
}

function startOf(period: string): number {
  return Number(period.slice(0, 4));
}

/** A period, or a part of one, so many years later: `2003/2004 H1` becomes `2004/2005 H1`, `2003` becomes `2004`. */
export function laterPeriod(period: string, years: number): string {
  return period.replace(/^\d{4}(?:\/\d{4})?/, (written) =>
    written
      .split('/')
      .map((year) => String(Number(year) + years))
      .join('/'),
  );
}

/** A year, or two that follow one another; the year of an Act stays what it is. */
const yearsInText = /(?<!\d|\bActs? )(\d{4})(?:([/–-])(\d{4}|\d{2}))?(?![\d/])/g;

/**
 * A title with its year moved on. Only the period itself moves, in whatever way it is written (`2002/2003`, `2002/03`,
 * `2002–03`), and a single year that is one of `single`.
 */
export function movedText(text: string, move: Move, single: readonly number[] = []): string {
  return text.replaceAll(yearsInText, (written, first: string, sign?: string, second?: string) => {
    const year = Number(first);
    if (sign === undefined || second === undefined)
      return single.includes(year) ? String(year + move.years) : written;
    return isTheYear(first, second, move) ? pair(move, sign, second.length) : written;
  });
}

/** The years that a review's period is made of. */
export function yearsOf({ from }: Move): number[] {
  return [startOf(from), startOf(from) + 1];
}

function isTheYear(first: string, second: string, { from }: Move): boolean {
  return (
    from.startsWith(first) && from.endsWith(second) && Number(second) % 100 === (Number(first) + 1) % 100
  );
}

function pair({ to }: Move, sign: string, digits: number): string {
  return `${to.slice(0, 4)}${sign}${to.slice(-digits)}`;
}

/**
 * A record's name for the later year, made from the earlier one's: `durham-2002-03` becomes `durham-2003-04`. A day in
 * it gives way to its year alone, as the later day is not known.
 * @returns nothing where the name does not say the year
 */
export function laterName(name: string, move: Move): string | undefined {
  const dated = name.replace(/(?<!\d)(\d{4})-\d{2}-\d{2}(?!\d)/, (_, year: string) =>
    String(Number(year) + move.years),
  );
  if (dated !== name) return dated;
  const later = name.replace(
    /(?<!\d)(\d{4})(?:([-_])(\d{4}|\d{2}))?(?!\d)/,
    (written, first: string, sign?: string, second?: string) => {
      if (sign !== undefined && second !== undefined)
        return isTheYear(first, second, move) ? pair(move, sign, second.length) : written;
      return yearsOf(move).includes(Number(first)) ? String(Number(first) + move.years) : written;
    },
  );
  return later === name ? undefined : later;
}
