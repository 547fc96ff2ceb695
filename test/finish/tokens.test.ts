import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachOperation, operations } from '../../src/finish/tokens.ts';

const read = (stream: string) => [...operations(Buffer.from(stream, 'latin1'))];
const operandsOf = (stream: string) => read(stream).map(({ operands }) => operands);

test('every operator has its place in the stream', () => {
  const stream = 'q 1 0 0 -1 0 841.92 cm\n% a (comment\n/P <</MCID 3 >>BDC\nBT [(a) -20 (b)] TJ ET EMC';
  const found = read(stream);
  expect(found.map(({ operator }) => operator)).toEqual(['q', 'cm', 'BDC', 'BT', 'TJ', 'ET', 'EMC']);
  expect(found.map(({ start, end }) => stream.slice(start, end))).toEqual([
    'q',
    '1 0 0 -1 0 841.92 cm',
    '/P <</MCID 3 >>BDC',
    'BT',
    '[(a) -20 (b)] TJ',
    'ET',
    'EMC',
  ]);
});

test('letters that follow on one are handed over together, and no others', () => {
  const stream =
    'BT\n<0024> Tj\n7.04 0 Td <0051> Tj\n-.5 -12 Td <0052> Tj\nET BT\n1 0 Td <0053> Tj\n1 0 Td (a) Tj\nET';
  const letters = '7.04 0 Td <0051> Tj\n-.5 -12 Td <0052> Tj\n';
  expect(taken(stream)).toEqual(['BT', 'Tj', letters, 'ET', 'BT', 'Td', 'Tj', 'Td', 'Tj', 'ET']);
});

/** Names of operations, and what is handed over in one go as it stands in the stream. */
function taken(stream: string): string[] {
  const found: string[] = [];
  eachOperation(Buffer.from(stream, 'latin1'), ({ operator }) => found.push(operator), {
    open({ font, size, matrix, digits, start, showStart, showEnd, end }) {
      expect(stream.slice(start, showStart)).toBe(`BT\n/${font} ${size} Tf\n${matrix.join(' ')} Tm\n`);
      expect(stream.slice(showStart, showEnd)).toBe(`<${digits}> Tj`);
      if (end !== undefined) expect(stream.slice(showEnd, end)).toBe('\nET');
      found.push(stream.slice(start, end ?? showEnd));
    },
    follow({ source, start, end }) {
      expect(stream.slice(start, end)).toBe(source.trimEnd());
      found.push(source);
    },
  });
  return found;
}

test('a text object as browsers open it is handed over at once, past choices of colour', () => {
  const opening = 'BT\n/F4 12.75 Tf\n1 0 0 -1 94 61 Tm\n<00240051> Tj';
  expect(taken(`q\n0 0 0 RG 0 0 0 rg\n/G3 gs\n${opening}\nET\nQ\n`)).toEqual(['q', `${opening}\nET`, 'Q']);
  const letters = '7.04 0 Td <0051> Tj\n';
  expect(taken(`${opening}\n${letters}ET\n${opening}\n(a) Tj\nET`)).toEqual([
    opening,
    letters,
    'ET',
    opening,
    'Tj',
    'ET',
  ]);
  // A last digit that is missing, a word that goes on, and a kind of colour with four parts.
  expect(taken(`${opening.replace('51>', '5>')}\nET`)).toEqual(['BT', 'Tf', 'Tm', 'Tj', 'ET']);
  expect(taken(`${opening}\nETA\n`)).toEqual([opening, 'ETA']);
  expect(taken('0 0 0 1 k\n/G3 gs\n')).toEqual(['k']);
});

test('what the patterns take is what the loops would have read', () => {
  // Without white space behind it an instruction fits no pattern.
  for (const one of [
    '1 -.5 0 -1. 94 61 cm',
    'f*',
    're',
    '/P <</MCID 3 >>BDC',
    '1..2 5 m',
    'true w',
    'null 1 w',
  ])
    expect(read(`${one} `)).toEqual(read(`${one}%`));
});

test('strings are read with what is escaped in them', () => {
  expect(operandsOf('(a \\(b\\) (c) \\\\ \\101\\7\\n) Tj <48 6 5 6C> Tj <4> Tj')).toEqual([
    [{ bytes: 'a (b) (c) \\ A\u0007\n' }],
    [{ bytes: 'Hel' }],
    [{ bytes: '@' }],
  ]);
  expect(operandsOf('(one\\\ntwo) Tj')).toEqual([[{ bytes: 'onetwo' }]]);
});

test('brackets inside strings do not end anything', () => {
  expect(operandsOf('/Span <</ActualText (>> EMC ]) /A [/B#20C <3E3E> null true]>> BDC')).toEqual([
    [
      { name: 'Span' },
      new Map<string, unknown>([
        ['ActualText', { bytes: '>> EMC ]' }],
        ['A', [{ name: 'B C' }, { bytes: '>>' }, null, null]],
      ]),
    ],
  ]);
});

test('the data of an inline picture is not read as operators', () => {
  const stream = 'q BI /W 2 /H 1 /BPC 8 /CS /G ID \u0000EI( Q EMC \u00ff\nEI Q';
  expect(
    read(stream).map(({ operator, start, end }) => [operator, stream.slice(start, end).slice(-2)]),
  ).toEqual([
    ['q', 'q'],
    ['BI', 'EI'],
    ['Q', 'Q'],
  ]);
});

test.each([
  ['an instruction', '1 0 0 rg 1 0'],
  ['a string', '(abc\\)'],
  ['a string of digits', '<0033'],
  ['brackets', '[(a) 3'],
  ['a picture', 'BI /W 1 ID abc'],
])('a stream that ends inside %s is not taken for a whole one', (_, stream) => {
  expect(() => read(stream)).toThrow(/the page content ends/);
});

test('a bracket out of place is told', () => {
  expect(() => read('1 0 ) Tj')).toThrow('the page content has a bracket out of place');
  expect(() => read('[(a) Tj')).toThrow('the page content has “Tj” inside brackets');
});

test('any bytes come back from a string, however they were written', () => {
  const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array).toString('latin1'));
  const octal = (text: string) =>
    text.replace(/[^]/g, (byte) => `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`);
  const escaped = (text: string) => text.replace(/[()\\]/g, '\\$&').replaceAll('\r', '\\r');
  const hexadecimal = (text: string) => Buffer.from(text, 'latin1').toString('hex');
  fc.assert(
    fc.property(bytes, (text) => {
      const stream = `(${octal(text)}) (${escaped(text)}) <${hexadecimal(text)}> Tj`;
      expect(operandsOf(stream)).toEqual([[{ bytes: text }, { bytes: text }, { bytes: text }]]);
    }),
  );
});

test('no stream, however broken, is read for ever or fails without words', () => {
  const parts = fc.constantFrom(
    '(',
    ')',
    '<',
    '>',
    '<<',
    '>>',
    '[',
    ']',
    '/',
    '\\',
    '%',
    'BI',
    'ID',
    ' EI ',
    'q',
    '1.5',
    '\n',
  );
  fc.assert(
    fc.property(
      fc.array(parts).map((all) => all.join('')),
      (stream) => {
        try {
          read(stream);
        } catch (error) {
          expect(String(error)).toMatch(/^Error: the page content /);
        }
      },
    ),
  );
});
