import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countAlone,
  countInWords,
  differenceWithUnit,
  figure,
  listInWords,
  longListInWords,
  units,
  withUnit,
} from '../../src/compose/words.ts';

const british = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [-1234567.8901, '-1,234,567.8901'],
  [0.00005, '0.0001'],
  [1 / 3, '0.3333'],
  [1e21, '1,000,000,000,000,000,000,000'],
])('%d is written %s', (n, written) => expect(figure(n)).toBe(written));

it('writes every figure as British papers do', () => {
  const numbers = fc.oneof(
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true }),
    fc.integer().map((n) => n / 10_000),
  );
  fc.assert(fc.property(numbers, (n) => figure(n + 0) === british.format(n + 0)));
});

describe('numbers as British papers write them', () => {
  it.each([
    [0, 'no', 'none'],
    [1, 'one', 'one'],
    [8, 'eight', 'eight'],
    [10, 'ten', 'ten'],
    [11, '11', '11'],
    [1250, '1,250', '1,250'],
  ])('a count of %i', (n, before, alone) => {
    expect(countInWords(n)).toBe(before);
    expect(countAlone(n)).toBe(alone);
  });

  it.each([
    [1, '1\u00a0star'],
    [0, '0\u00a0stars'],
    [3, '3\u00a0stars'],
  ])('%i counted in stars', (n, words) => {
    expect(units(n, { one: 'star', many: 'stars' })).toBe(words);
  });

  it.each([
    [38, '%', '38%', '38\u00a0percentage points'],
    [1, '%', '1%', '1\u00a0percentage point'],
    [0.5, '%', '0.5%', '0.5\u00a0percentage points'],
    [3, '£ a week', '£3 a week', '£3 a week'],
    [1250.5, '£ a week', '£1,250.50 a week', '£1,250.50 a week'],
    [12.345, '£ an hour', '£12.345 an hour', '£12.345 an hour'],
    [-3, '£ a week', '-£3 a week', '-£3 a week'],
    [0.5, 'per 1,000', '0.5 per 1,000', '0.5 per 1,000'],
    [598.2, 'per 100,000', '598.2 per 100,000', '598.2 per 100,000'],
    [0.2, 'out of 24', '0.2 out of 24', '0.2'],
    [0.95, 'ratio', '0.95', '0.95'],
    [1, 'weeks', '1 week', '1 week'],
    [29, 'weeks', '29 weeks', '29 weeks'],
    [1, 'days on average', '1 day on average', '1 day on average'],
    [7, '', '7', '7'],
  ])('%d of the unit “%s”', (n, unit, asFigure, asDifference) => {
    expect(withUnit(n, unit)).toBe(asFigure);
    expect(differenceWithUnit(n, unit)).toBe(asDifference);
  });
});

describe('lists in a sentence', () => {
  it('have commas and one “and”', () => {
    expect(listInWords([])).toBe('');
    expect(listInWords(['a'])).toBe('a');
    expect(listInWords(['a', 'b'])).toBe('a and b');
    expect(listInWords(['a', 'b', 'c'])).toBe('a, b and c');
  });

  it('have semicolons where an item has a comma of its own', () => {
    expect(longListInWords(['a', 'b, of c', 'd'])).toBe('a; b, of c; and d');
    expect(longListInWords(['a, of b'])).toBe('a, of b');
    expect(longListInWords(['a', 'b'])).toBe('a and b');
  });
});
