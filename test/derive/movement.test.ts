import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movementOn } from '../../src/derive/movement.ts';
import { ratingSteps } from '../../src/records/judging.ts';
import { exampleFramework } from '../support/records.ts';

const serving = ['no', 'some', 'most', 'yes'];

describe('a movement on a scale', () => {
  it.each([
    ['some', 'most', 1],
    ['no', 'yes', 3],
    ['yes', 'some', -2],
    ['most', 'most', 0],
  ])('from %s to %s is %i steps', (from, to, by) => {
    expect(movementOn(serving, from, to)).toEqual({ by, from, to });
  });

  it('goes by the place on the scale and not by the letters of the word', () => {
    const steps = ratingSteps(exampleFramework('rsh-consumer')).map(({ step }) => step);
    expect(movementOn(steps, 'C3', 'C2')?.by).toBe(1);
  });

  it('is none where one of the two is not known or not on the scale', () => {
    expect(movementOn(serving, undefined, 'some')).toBeUndefined();
    expect(movementOn(serving, 'some', undefined)).toBeUndefined();
    expect(movementOn(serving, 'splendid', 'some')).toBeUndefined();
    expect(movementOn(serving, 'some', 'splendid')).toBeUndefined();
  });

  it('turns its sign round when the two are turned round, and adds up over the years', () => {
    const scale = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(scale, fc.nat(), fc.nat(), fc.nat(), (steps, x, y, z) => {
        const at = (n: number): string => steps[n % steps.length] ?? '';
        const by = (from: string, to: string): number => movementOn(steps, from, to)?.by ?? NaN;
        expect(by(at(x), at(y)) + by(at(y), at(x))).toBe(0);
        expect(by(at(x), at(y)) + by(at(y), at(z))).toBe(by(at(x), at(z)));
        expect(by(at(x), at(x))).toBe(0);
      }),
    );
  });
});
