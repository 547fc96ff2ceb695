import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countWords, partsOf, sentencesOf } from '../../src/language/sentences.ts';

const split = (text: string): string[] => sentencesOf(text).map(({ from, to }) => text.slice(from, to));

it.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['It fell, e.g. The Beeches closed. Then it rose.', ['It fell, e.g. The Beeches closed.', 'Then it rose.']],
  ['See No. 5 The Road. Go.', ['See No. 5 The Road.', 'Go.']],
  ['Is it so? No. The council disagrees.', ['Is it so?', 'No.', 'The council disagrees.']],
  ['Cllr. Smith and Mrs. Jones met. They agreed.', ['Cllr. Smith and Mrs. Jones met.', 'They agreed.']],
  ['J. B. Smith spoke. All listened.', ['J. B. Smith spoke.', 'All listened.']],
  ['See Appendix B. The figures are new.', ['See Appendix B.', 'The figures are new.']],
  ['It was 4.5 per 1,000. It is 3.9 now.', ['It was 4.5 per 1,000.', 'It is 3.9 now.']],
  ['Homes, etc. The rest follows.', ['Homes, etc.', 'The rest follows.']],
  ['', []],
])('parts “%s” into its sentences', (text, sentences) => expect(split(text)).toEqual(sentences));

it('parts a sentence at its semicolons', () => {
  const text = 'Go on: one thing; another ; a third.';
  const [sentence] = sentencesOf(text);
  if (!sentence) throw new Error('no sentence');
  expect(partsOf(text, sentence).map(({ from, to }) => text.slice(from, to))).toEqual([
    'Go on: one thing',
    'another',
    'a third.',
  ]);
});

it.each([
  ['2\u00a0out\u00a0of\u00a03\u00a0stars', 5],
  ['well-kept – and 2002/2003', 3],
  [' – ', 0],
])('counts the words of “%s”', (text, words) => expect(countWords(text)).toBe(words));

it('parts and counts plain text as it does text in any alphabet', () => {
  const signs = Array.from('\t\n aAbZ09.!?,;:-–—…‘’“”"\'()[]{}*_/&£\u00a0\ufffc');
  const words = [
    'e.g. ',
    'J. ',
    'No. ',
    'Appendix B. ',
    'U.S. ',
    '. ',
    '.) ',
    '?” ',
    '4.5',
    ' The ',
    ' etc. and ',
  ];
  const text = fc
    .array(fc.constantFrom(...signs, ...words), { maxLength: 30 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (plain) => {
      // Another letter before it, in a line of its own, and the text is no longer plain.
      const [, ...sentences] = split(`é\n${plain}`);
      expect(split(plain)).toEqual(sentences);
      expect(countWords(plain)).toBe(countWords(`é\n${plain}`) - 1);
    }),
    { numRuns: 2000 },
  );
});
