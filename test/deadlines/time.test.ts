import { describe, expect, it } from 'vitest';
import { timeOf } from '../../src/deadlines/time.ts';

describe('times as agendas give them', () => {
  it.each([
    ['10 am', 10, 0],
    ['10am', 10, 0],
    ['10.30 am', 10, 30],
    ['2.30pm', 14, 30],
    ['2:30 p.m.', 14, 30],
    ['14:00', 14, 0],
    ['12 noon', 12, 0],
    ['noon', 12, 0],
    ['12.15 am', 0, 15],
    ['12.15 pm', 12, 15],
  ])('%s', (text, hours, minutes) => {
    expect(timeOf(text)).toEqual({ hours, minutes });
  });

  it.each([
    'unknown',
    '10',
    'after the Council meeting',
    '25:00',
    '13 pm',
    '10.75 am',
    '12 midnight',
    '',
    undefined,
  ])('%s is no time that can be read', (text) => {
    expect(timeOf(text)).toBeUndefined();
  });
});
