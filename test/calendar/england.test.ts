import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { getDay } from 'date-fns/getDay';
import { describe, expect, it } from 'vitest';
import { england } from './support.ts';

const kept = england.holidays.map(({ date }) => date);
const years = Array.from({ length: 29 }, (_, i) => 2000 + i);
const iso = (date: Date): string => format(date, 'yyyy-MM-dd');

/**
 * What GOV.UK publishes at https://www.gov.uk/bank-holidays for England and Wales, gathered from its lists since 2012.
 * Contains public sector information licensed under the Open Government Licence v3.0.
 */
const govUk: Readonly<Record<number, string>> = {
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

/** Easter Sunday by Gauss's method as Knuth gives it: the Sunday after the full moon of the church's tables. */
function easterSunday(year: number): Date {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const leapsDropped = Math.floor((3 * century) / 4) - 12;
  const moonCorrection = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - leapsDropped - 10;
  let epact = (11 * golden + 20 + moonCorrection - leapsDropped + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact++;
  let moon = 44 - epact;
  if (moon < 21) moon += 30;
  // Counted in days of March, which run on into April.
  return new Date(year, 2, moon + 7 - ((sunday + moon) % 7));
}

/** The nth Monday of a month, counted from 1; from the end where it is negative. */
function monday(year: number, month: number, n: number): Date {
  const days = Array.from({ length: 31 }, (_, i) => new Date(year, month - 1, i + 1)).filter(
    (d) => d.getMonth() === month - 1 && getDay(d) === 1,
  );
  const found = days.at(n > 0 ? n - 1 : n);
  if (!found) throw new Error('a month without Mondays');
  return found;
}

/** The first weekday from a day on that is not taken by another holiday. */
function weekdayFrom(date: Date, taken: readonly string[] = []): string {
  let day = date;
  while (getDay(day) % 6 === 0 || taken.includes(iso(day))) day = addDays(day, 1);
  return iso(day);
}

/** What the Act and custom alone would make of a year, without proclamations for a particular one. */
function ordinary(year: number): string[] {
  const easter = easterSunday(year);
  const [december25, december26] = [new Date(year, 11, 25), new Date(year, 11, 26)];
  // Whichever is on a weekday keeps it, and the other takes the next one free.
  const own = [december25, december26].filter((d) => getDay(d) % 6 !== 0).map(iso);
  const moved = [december25, december26].filter((d) => getDay(d) % 6 === 0);
  for (const day of moved) own.push(weekdayFrom(day, own));
  return [
    weekdayFrom(new Date(year, 0, 1)),
    iso(addDays(easter, -2)),
    iso(addDays(easter, 1)),
    iso(monday(year, 5, 1)),
    iso(monday(year, 5, -1)),
    iso(monday(year, 8, -1)),
    ...own,
  ].sort();
}

/** What proclamations changed: days that were not kept, and days that were. */
const proclaimed: Readonly<Record<number, { without: string[]; also: string[] }>> = {
  2002: { without: ['2002-05-27'], also: ['2002-06-03', '2002-06-04'] }, // Golden Jubilee
  2011: { without: [], also: ['2011-04-29'] }, // royal wedding
  2012: { without: ['2012-05-28'], also: ['2012-06-04', '2012-06-05'] }, // Diamond Jubilee
  2020: { without: ['2020-05-04'], also: ['2020-05-08'] }, // 75 years of VE Day
  2022: { without: ['2022-05-30'], also: ['2022-06-02', '2022-06-03', '2022-09-19'] }, // Platinum Jubilee, state funeral
  2023: { without: [], also: ['2023-05-08'] }, // coronation
};

describe('the bank holidays of England and Wales', () => {
  it('stand in order, each once, on weekdays of the years that are covered', () => {
    expect(england.covers).toEqual({ from: 2000, to: 2028 });
    expect(kept).toEqual([...new Set(kept)].sort());
    for (const date of kept) expect(getDay(new Date(`${date}T12:00`)) % 6, date).not.toBe(0);
    expect(kept).toHaveLength(29 * 8 + 6);
  });

  it.each(years)('%i: as the Act, custom and proclamations make them', (year) => {
    const { without = [], also = [] } = proclaimed[year] ?? {};
    const wanted = [...ordinary(year).filter((d) => !without.includes(d)), ...also].sort();
    expect(kept.filter((d) => d.startsWith(String(year)))).toEqual(wanted);
  });

  it.each(Object.keys(govUk).map(Number))('%i: as GOV.UK publishes them', (year) => {
    expect(kept.filter((d) => d.startsWith(String(year)))).toEqual(
      govUk[year]?.split(' ').map((day) => `${String(year)}-${day}`),
    );
  });

  it('says that it is Good Friday on Good Friday, and so on', () => {
    const names = new Map(england.holidays.map(({ date, name }) => [date, name]));
    for (const year of years) {
      const easter = easterSunday(year);
      expect(names.get(iso(addDays(easter, -2)))).toBe('Good Friday');
      expect(names.get(iso(addDays(easter, 1)))).toBe('Easter Monday');
    }
    for (const [date, name] of names)
      if (name.endsWith('(substitute day)')) expect(date).toMatch(/-(01-0[23]|12-2[78])$/);
  });

  it.each([
    // Easter Sundays as almanacs give them.
    [2000, '2000-04-23'],
    [2005, '2005-03-27'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
  ])('the method finds Easter %i on %s', (year, sunday) => expect(iso(easterSunday(year))).toBe(sunday));
});
