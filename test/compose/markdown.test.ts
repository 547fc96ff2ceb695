import { expect, it } from 'vitest';
import { fromLine, fromMarkdown, mark, typeset } from '../../src/compose/markdown.ts';
import type { Inline } from '../../src/compose/inline.ts';

const quoted: Inline[][] = [[{ kind: 'text', text: '2002/2003' }]];

it.each([
  ['[letter](https://example.org/a--b/c...d?x=1)', 'https://example.org/a--b/c...d?x=1'],
  ['<https://example.org/e--f>', 'https://example.org/e--f'],
  [`[the year](https://example.org/${mark(0)}/x)`, 'https://example.org/2002%2F2003/x'],
])('leads to the address that was typed, with what it quotes: %s', (text, href) => {
  const { flow, refused } = fromMarkdown(`It is -- as said ... in ${text}.`, quoted);
  expect(refused).toEqual([]);
  expect(flow).toMatchObject([
    {
      kind: 'paragraph',
      content: [{ text: 'It is – as said … in ' }, { kind: 'link', href }, { text: '.' }],
    },
  ]);
});

it('keeps the words of two lines apart', () => {
  expect(typeset('First line words\nsecond line words')).toBe('First line words second line words');
});

it.each(['- item', '2003. That was', '# Heading'])('takes a wording for one line of words: %s', (text) => {
  expect(fromLine(text, [])).toEqual([{ kind: 'text', text }]);
});

it('shows what it refuses as far as it stands so in the source', () => {
  const { refused } = fromMarkdown(`It fell ~~by ${mark(0)}~~.\n\n2003. In ${mark(0)}.`, quoted);
  expect(refused).toEqual([
    { what: 'block', snippet: '~~by ', called: 'struck-through words' },
    { what: 'block', snippet: '2003. In ', called: 'a list that begins with 2003' },
  ]);
});
