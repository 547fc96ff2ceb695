import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isCalendarDate,
  isPeriod,
  longDate,
  periodBefore,
  periodEnd,
  periodInWords,
} from '../../src/records/dates.ts';
import { date, period, periodOrPart, whenKnown } from '../../src/records/date-fields.ts';

/** What a field says of a value that it refuses: what is wrong, and what to write instead. */
function refusal(field: ReturnType<typeof date>, written: string): string[] {
  const parsed = field.safeParse(written);
  return parsed.success ? [] : (parsed.error.issues[0]?.message.split('\n') ?? []);
}

describe('a date', () => {
  it('is one that the calendar has', () => {
    const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (d) => {
        expect(isCalendarDate(d.toISOString().slice(0, 10))).toBe(true);
      }),
    );
    const none = [
      '2003-02-29',
      '2003-02-31',
      '2003-13-01',
      '2003-00-10',
      '2003-04-31',
      '2003-1-1',
      '03-04-2003',
      '',
    ];
    for (const written of none) expect(isCalendarDate(written), written).toBe(false);
    expect(isCalendarDate('2004-02-29')).toBe(true);
  });

  it('is set in the British long form, as far as it is known', () => {
    expect(longDate('2003-12-01')).toBe('1 December 2003');
    expect(longDate('2002-05')).toBe('May 2002');
    expect(longDate('2004')).toBe('2004');
  });

  it.each([
    ['03/04/2003', 'can be read as two dates', '2003-04-03 (3 April 2003) or 2003-03-04 (4 March 2003)'],
    ['3.4.2003', 'can be read as two dates', '2003-04-03'],
    ['04/04/2003', 'is not a date as records hold it', '2003-04-04 (4 April 2003)'],
    ['31/12/2003', 'is not a date as records hold it', '2003-12-31'],
    ['12/31/2003', 'is not a date as records hold it', '2003-12-31'],
    ['13th November 2003', 'is not a date as records hold it', '2003-11-13'],
    ['1 Dec 2003', 'is not a date as records hold it', '2003-12-01'],
    ['31/02/2003', 'no such day', '2003-12-01 for'],
    ['31 February 2003', 'no such day', '2003-12-01 for'],
    ['2003-02-31', 'no such day', '2003-12-01 for'],
    ['next week', 'is not a date', '2003-12-01 for'],
    ['2003-12', 'is not a date', '2003-12-01 for'],
  ])('written %s is refused with what to write instead', (written, wrong, instead) => {
    const [said = '', hint = ''] = refusal(date(), written);
    expect(said).toContain(wrong);
    expect(said).toContain(written);
    expect(hint).toContain(instead);
  });

  it('offered instead is one that is accepted', () => {
    const part = fc.integer({ min: 1, max: 31 });
    fc.assert(
      fc.property(
        part,
        part,
        fc.integer({ min: 1990, max: 2030 }),
        fc.constantFrom('/', '.', '-'),
        (a, b, year, sign) => {
          const [, hint = ''] = refusal(date(), [a, b, year].join(sign));
          const offered = hint.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
          expect(offered.length).toBeGreaterThan(0);
          for (const iso of offered) expect(date().safeParse(iso).success, iso).toBe(true);
        },
      ),
    );
  });

  it('may be a month or a year alone where no more is known', () => {
    for (const written of ['2002', '2002-05', '2002-05-29'])
      expect(whenKnown().safeParse(written).success).toBe(true);
    for (const written of ['2002-13', '2002-00', '202', 'May 2002'])
      expect(whenKnown().safeParse(written).success).toBe(false);
  });
});

describe('a period', () => {
  const start = fc.integer({ min: 1950, max: 2050 });

  it('is two years that follow each other, and the one before it ends where it begins', () => {
    fc.assert(
      fc.property(start, start, (a, b) => {
        const written = `${String(a)}/${String(b)}`;
        expect(isPeriod(written)).toBe(b === a + 1);
        expect(period().safeParse(written).success).toBe(b === a + 1);
        const before = periodBefore(`${String(a)}/${String(a + 1)}`);
        expect(before).toBe(`${String(a - 1)}/${String(a)}`);
        expect(isPeriod(before)).toBe(true);
      }),
    );
    for (const written of ['2002/03', '2002-2003', '2002', '2002/2003 H1', ' 2002/2003'])
      expect(isPeriod(written), written).toBe(false);
  });

  it('can be a half or a quarter of a year for a figure', () => {
    for (const written of ['2003/2004', '2003/2004 H1', '2003/2004 H2'])
      expect(periodOrPart().safeParse(written).success).toBe(true);
    for (const written of ['2003/2004 H3', '2003/2004 Q5', '2003/2005 H1', '2003/2004H1']) {
      expect(periodOrPart().safeParse(written).success, written).toBe(false);
    }
  });

  it('is told in words, and ends on its last day', () => {
    expect(periodInWords('2003/2004')).toBe('2003/2004');
    expect(periodInWords('2003/2004 H1')).toBe('the first six months of 2003/2004');
    expect(periodInWords('2003/2004 H2')).toBe('the second six months of 2003/2004');
    expect(periodEnd('2003/2004')).toBe('2004-03-31');
    expect(periodEnd('2003/2004 H1')).toBe('2003-09-30');
    expect(periodEnd('2003/2004 H2')).toBe('2004-03-31');
  });
});
