import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { expect, it } from 'vitest';
import { fromLine, fromMarkdown, mark, typeset } from '../../src/compose/markdown.ts';
import { plainParagraphs } from '../../src/compose/plain-words.ts';
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

/** What has nothing of Markdown in it goes past the parser, and must come to the same as if it had gone through it. */
const parser = new MarkdownIt('commonmark', { html: true, typographer: true, quotes: '“”‘’' })
  .enable(['smartquotes'])
  .disable(['entity', 'code', 'reference']);
const words = fc.array(
  fc.constantFrom(
    'word',
    'Two',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '**',
    '**',
    "'",
    '. ',
    ', ',
    '(',
    ')',
    mark(0),
    '4',
    ':',
    '𝐀',
  ),
  { maxLength: 12 },
);
const pieces = fc.array(
  fc.constantFrom(
    ...[
      'A',
      'b',
      'é',
      '9',
      '.',
      ',',
      ')',
      '(',
      '“',
      '”',
      '£',
      ' ',
      ' ',
      '\u00a0',
      '\t',
      '\n',
      '\n\n',
      '\r',
      '-',
      '–',
    ],
    ...[
      '*',
      '_',
      '`',
      '"',
      "'",
      '&',
      '&amp;',
      '<',
      '>',
      '[',
      ']',
      '!',
      '#',
      '+',
      '=',
      '~',
      '|',
      '\\',
      '\u2028',
      '\0',
    ],
    ...[
      'word',
      'more words',
      '1. ',
      '- ',
      'http://a.b',
      mark(0),
      ':',
      '^',
      '{',
      '$',
      '%',
      '@',
      '\uD800',
      '\v',
    ],
  ),
  { maxLength: 14 },
);

/** Words as the parser gives them; undefined where there is anything but words, and words in bold. */
function wordsOf(tokens: readonly Token[]): Inline[] | undefined {
  const words: Inline[] = [];
  let into = words;
  for (const { type, content } of tokens) {
    if (type === 'text' || type === 'text_special' || type === 'softbreak') {
      for (const part of (type === 'softbreak' ? ' ' : content).split(/(\uE000\d\uE001)/)) {
        const text = part === mark(0) ? '2002/2003' : part;
        const last = into === words ? into.at(-1) : undefined;
        if (last?.kind === 'text') last.text += text;
        else if (text !== '') into.push({ kind: 'text', text });
      }
    } else if (type === 'strong_open' && into === words) {
      into = [];
      words.push({ kind: 'strong', content: into });
    } else if (type === 'strong_close') into = words;
    else return undefined;
  }
  return words;
}

it('gives plain words as the parser gives them', () => {
  let plain = 0;
  const plainOrNot = fc.oneof({ weight: 1, arbitrary: pieces }, { weight: 2, arbitrary: words });
  fc.assert(
    fc.property(plainOrNot, (parts) => {
      // Without what is a dash or an ellipsis, which is seen to before.
      const text = parts.join('').replaceAll(/ -|--|\.\.\./g, '');
      const line = wordsOf(parser.parseInline(text.trim(), {})[0]?.children ?? []);
      if (line) expect(fromLine(text, quoted)).toEqual(line);

      const tokens = parser.parse(text, {});
      const paragraphs = tokens.flatMap(({ type, children }) => (type === 'inline' ? [children ?? []] : []));
      const made = paragraphs.map((children) => wordsOf(children));
      const known = tokens.every(({ type }) => /^(paragraph_(open|close)|inline)$/.test(type));
      if (known && made.every((words) => words !== undefined))
        expect(fromMarkdown(text, quoted).flow).toEqual(
          made.map((content) => ({ kind: 'paragraph', content })),
        );
      else expect(plainParagraphs(text)).toBeUndefined();
      if (plainParagraphs(text)) plain++;

      const escaped = text.replaceAll(/([\\`*_[\]<>&!])/g, '\\$1');
      const typed = (parser.parseInline(escaped, {})[0]?.children ?? []).map((t) =>
        t.type === 'softbreak' ? ' ' : t.content,
      );
      expect(typeset(text)).toBe(typed.join(''));
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(100);
});
