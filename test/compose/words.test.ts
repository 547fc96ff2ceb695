import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figure } from '../../src/compose/words.ts';

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
