import { describe, expect, it } from 'vitest';
import { readPeriod } from '../../src/import/periods.ts';

describe('periods', () => {
  it.each([
    ['2022/23', '2022/2023'],
    ['2022-23', '2022/2023'],
    ['2022–23', '2022/2023'],
    ['2022/2023', '2022/2023'],
    [' 2022 / 2023 ', '2022/2023'],
    ['2022 to 2023', '2022/2023'],
    ['FY 2022/23', '2022/2023'],
    ['1999/00', '1999/2000'],
    // A month is no period, so this is a year.
    ['2004-05', '2004/2005'],
    ['2023/24 Q1', '2023/2024 Q1'],
    ['Q4 2023/24', '2023/2024 Q4'],
    ['2023/24, quarter 2', '2023/2024 Q2'],
    ['2023-24 h2', '2023/2024 H2'],
  ])('takes %s', (written, period) => {
    expect(readPeriod(written)).toEqual({ period });
  });

  it.each([
    '2023',
    '22/23',
    '2022/24',
    '2022/22',
    '2023/24 Q5',
    '2023/24 H3',
    'Q1 2023',
    '2022/2023 Apr',
    '',
    '1/2',
    'May-04',
    '2004-06',
  ])('refuses %s, and says what to write', (written) => {
    const read = readPeriod(written);
    expect('hint' in read && read.hint).toMatch(/[Ww]rite /);
  });
});
