import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/import/read-file.ts';
import { importInto, reviewFrom, reviewHead, testFramework } from './support.ts';

/** A workbook as Excel writes it: percentages, days, formulas, an error, three sheets of which one is hidden. */
const workbook = new Uint8Array(readFileSync(new URL('figures.xlsx', import.meta.url)));

const indicatorsIn = (text: string): unknown => reviewFrom(text).value.indicators;

describe('a workbook', () => {
  it('gives percentages as they are shown, days, and what formulas came to', async () => {
    const ran = await importInto(reviewHead, workbook, 'Figures');
    expect(indicatorsIn(ran.text)).toEqual({
      assessments: [
        {
          period: '2002/2003',
          value: 38,
          target: 40,
          as_at: '2003-03-31',
          source: 'Statutory return',
          comparators: { england: 7 },
        },
        { period: '2003/2004 Q1', value: 41, as_at: '2003-06-30' },
      ],
      fees: [{ period: '2003/2004', value: 321.55 }],
    });
    expect(ran.without).toEqual([10]);
  });

  it('names refused cells as the workbook does', async () => {
    const ran = await importInto(reviewHead, workbook, 'figures');
    expect(ran.refused.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'import/number row 7, column E (Outturn): `#DIV/0!` is an error of the workbook.',
      'import/number row 8, column E (Outturn): `50%` is a percentage, and the unit is per 1,000.',
      'import/period row 9, column C (Financial year): `2004-05-01` is a day, not a period.',
    ]);
  });

  it('may have a column for each period, and no noise of the computer’s arithmetic', async () => {
    const ran = await importInto(reviewHead, workbook, 'By year');
    expect(ran.refused).toEqual([]);
    expect(indicatorsIn(ran.text)).toEqual({
      visits: [
        { period: '2001/2002', value: 10 },
        { period: '2003/2004', value: 12 },
      ],
      fees: [
        { period: '2001/2002', value: 0.3 },
        { period: '2002/2003', value: 301 },
      ],
    });
  });

  it('asks which of several sheets is meant, the hidden ones apart', async () => {
    const read = await readTable('figures.xlsx', workbook, testFramework(), undefined);
    expect(read.choose).toEqual(['Figures', 'By year']);
  });
});

describe('a CSV file', () => {
  const wanted = { visits: [{ period: '2003/2004', value: 1250, source: 'Café “Lux”' }] };
  const rows = 'Indicator,Period,Value,Source\r\nvisits,2003/04,"1,250",Café “Lux”\r\n';
  const utf8 = new TextEncoder();

  it.each([
    ['in UTF-8', utf8.encode(rows)],
    ['with the mark of UTF-8', utf8.encode(`\ufeff${rows}`)],
    [
      'in UTF-16, as “Unicode text” is',
      new Uint8Array(
        Buffer.from(`\ufeff${rows.replaceAll(',', '\t')}`.replace('1\t250', '1,250'), 'utf16le'),
      ),
    ],
    ['with lines ended as on old computers', utf8.encode(rows.replaceAll('\r\n', '\r'))],
    ['with semicolons', utf8.encode(rows.replaceAll(',', ';').replace('1;250', '1,250'))],
    [
      'that says what separates its cells',
      utf8.encode(`sep=|\r\n${rows.replaceAll(',', '|').replace('1|250', '1,250')}`),
    ],
    ['with a cell over two lines', utf8.encode(rows.replace('Café “Lux”', '"Café\n“Lux”"'))],
  ])('is read %s', async (_how, bytes) => {
    const ran = await importInto(reviewHead, bytes);
    expect(ran.all).toEqual([]);
    expect(indicatorsIn(ran.text)).toEqual(wanted);
  });

  it('is read in the older encoding of Windows, and says so', async () => {
    const bytes = new Uint8Array(Buffer.from(rows.replace('“Lux”', '\x93Lux\x94'), 'latin1'));
    const ran = await importInto(reviewHead, bytes);
    expect(ran.all.map(({ rule }) => rule)).toEqual(['import/encoding']);
    expect(indicatorsIn(ran.text)).toEqual(wanted);
  });
});
