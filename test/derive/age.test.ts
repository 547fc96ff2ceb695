import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOld } from '../../src/derive/age.ts';
import type { Span } from '../../src/records/duties.ts';

const span = (count: number, unit: Span['unit']): Span => ({ count, unit });

describe('the age of a figure', () => {
  it.each<[stoodAt: string, allowed: Span, lastDay: string]>([
    ['2024-03-31', span(24, 'months'), '2026-03-31'],
    ['2023-08-31', span(6, 'months'), '2024-02-29'],
    ['2022-08-31', span(6, 'months'), '2023-02-28'],
    ['2024-02-29', span(12, 'months'), '2025-02-28'],
    ['2024-02-29', span(48, 'months'), '2028-02-29'],
    ['2023-12-31', span(2, 'months'), '2024-02-29'],
    ['2023-11-30', span(1, 'months'), '2023-12-30'],
    ['2023-12-25', span(2, 'weeks'), '2024-01-08'],
    ['2024-02-28', span(2, 'days'), '2024-03-01'],
    // The clocks change in between.
    ['2024-03-30', span(1, 'days'), '2024-03-31'],
    ['2024-10-26', span(1, 'weeks'), '2024-11-02'],
    // Working days are taken for days: an age is a stretch of calendar.
    ['2024-12-24', span(3, 'working days'), '2024-12-27'],
    ['2024-03-31', span(0, 'days'), '2024-03-31'],
  ])('that stood at %s is %o at most until %s', (stoodAt, allowed, lastDay) => {
    const next = new Date(`${lastDay}T00:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    expect(isOld(stoodAt, allowed, lastDay)).toBe(false);
    expect(isOld(stoodAt, allowed, next.toISOString().slice(0, 10))).toBe(true);
  });

  it('only grows', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    const unit = fc.constantFrom<Span['unit']>('days', 'weeks', 'months', 'working days');
    fc.assert(
      fc.property(day, day, day, fc.integer({ min: 0, max: 9999 }), unit, (at, x, y, count, of) => {
        const [early, late] = x < y ? [x, y] : [y, x];
        expect(isOld(at, span(count, of), at)).toBe(false);
        if (isOld(at, span(count, of), early)) expect(isOld(at, span(count, of), late)).toBe(true);
        if (!isOld(at, span(count, of), late)) expect(isOld(at, span(count + 1, of), late)).toBe(false);
      }),
    );
  });
});
