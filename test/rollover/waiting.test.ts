import { describe, expect, it } from 'vitest';
import { isWaiting } from '../../src/records/waiting.ts';

describe('what waits to be supplied', () => {
  it.each([
    'to be supplied',
    'To be supplied.',
    ' TO  BE\nSUPPLIED ',
    'to be supplied by the finance team',
    'The cost is not known. To be supplied.',
    'Finance: to be supplied',
    'Annual review, to be supplied',
    'The cost (to be supplied)',
    'We know this:\n\n- to be supplied\n- and that',
    '[to be supplied]',
  ])('%j waits', (text) => {
    expect(isWaiting(text)).toBe(true);
  });

  it.each([
    'Evidence is to be supplied by May.',
    'The council asked for evidence to be supplied.',
    'supplied',
    'Meals are to be supplied, and paid for, by the home.',
    '',
  ])('%j says something', (text) => {
    expect(isWaiting(text)).toBe(false);
  });
});
