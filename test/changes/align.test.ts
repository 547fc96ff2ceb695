import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, inOrder } from '../../src/changes/align.ts';
import { compareInlines } from '../../src/changes/paper/inlines.ts';
import { plainText } from '../../src/compose/markdown.ts';
import type { Inline } from '../../src/compose/inline.ts';

const byWords = { nameOf: () => undefined, wordsOf: (text: string) => text, alike: 0.5 };

describe('entries of lists', () => {
  it('put in between are one change', () => {
    const found = align(['a', 'b', 'c'], ['a', 'new', 'b', 'c'], byWords);
    expect(found).toEqual({
      pairs: [
        { from: 0, to: 0 },
        { from: 1, to: 2 },
        { from: 2, to: 3 },
      ],
      gone: [],
      added: [1],
    });
  });

  it('are paired the same way when the lists are turned round', () => {
    const lists = fc.array(
      fc.constantFrom('one two three', 'one two four', 'five', 'six seven', 'six eight'),
      {
        maxLength: 7,
      },
    );
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const there = align(a, b, byWords);
        const back = align(b, a, byWords);
        expect(back.pairs.length).toBe(there.pairs.length);
        expect(there.pairs.length + there.gone.length).toBe(a.length);
        expect(there.pairs.length + there.added.length).toBe(b.length);
        expect(inOrder(there.pairs).size).toBeLessThanOrEqual(there.pairs.length);
      }),
    );
  });
});

describe('words of two sentences', () => {
  const text = (words: string): Inline[] => (words === '' ? [] : [{ kind: 'text', text: words }]);
  /** The words of a marked run on one side. */
  const side = (content: readonly Inline[], other: 'inserted' | 'deleted'): string =>
    content
      .filter(({ kind }) => kind !== other)
      .map((inline) => (inline.kind === 'deleted' ? plainText(inline.content) : plainText([inline])))
      .join('');

  it('keep a figure with its sign in one piece', () => {
    expect(compareInlines(text('It rose to 36% then.'), text('It rose to 38% then.')).content).toEqual([
      { kind: 'text', text: 'It rose to ' },
      { kind: 'deleted', content: text('36%') },
      { kind: 'inserted', content: text('38%') },
      { kind: 'text', text: ' then.' },
    ]);
  });

  it('see no change in a reference whose paragraph has another number', () => {
    const reference = (number: string): Inline[] => [
      { kind: 'reference', to: 'plan', anchor: 'plan', text: `paragraph ${number}` },
    ];
    expect(compareInlines(reference('3'), reference('4'))).toMatchObject({
      changed: false,
      content: reference('4'),
    });
  });

  it('are all there, on either side', () => {
    const words = fc
      .array(fc.constantFrom('the', 'plan', 'has', 'three', '£1,250', '38%', '2003/2004,'), { maxLength: 12 })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { content } = compareInlines(text(a), text(b));
        const letters = (s: string): string => s.replaceAll(' ', '');
        expect(letters(side(content, 'deleted'))).toBe(letters(b));
        expect(letters(side(content, 'inserted'))).toBe(letters(a));
      }),
    );
  });
});
