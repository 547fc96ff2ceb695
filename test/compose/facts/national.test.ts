import { describe, expect, it } from 'vitest';
import { nationalOf } from '../../../src/compose/facts/national.ts';
import { joinedExample, withFramework, withReview } from '../../support/records.ts';

const durham = joinedExample('durham-2003-12-01');
const cqc = joinedExample('exampleshire-cqc-2026-01-13');
const read = (words: string | undefined): string | undefined => words?.replaceAll('\u00a0', ' ');

describe('the national picture in words', () => {
  it('says how many councils were given our rating, and how many the best', () => {
    const national = nationalOf(durham);
    expect(read(national?.same_words)).toBe('74 of the 150 councils were given 2 stars');
    expect(read(national?.best_words)).toBe('16 were given 3 stars');
    expect(national).toMatchObject({ announced: '13 November 2003', total: '150' });
    expect(national?.bands.map((b) => [read(b.words), b.councils])).toEqual([
      ['3 stars', '16'],
      ['2 stars (this council)', '74'],
      ['1 star', '52'],
      ['0 stars', '8'],
    ]);
  });

  it('says the best once where it is ours, and one council in the singular', () => {
    const best = nationalOf(withReview(durham, { rating: '3', national: '2002-05' }));
    expect(read(best?.same_words)).toBe('eight of the 150 councils were given 3 stars');
    expect(best?.best_words).toBeUndefined();
    expect(nationalOf(cqc)?.best_words).toBe('one was given outstanding');
    expect(read(best?.best_of_all)).toBe('Only eight of the 150 councils were given 3 stars');
    expect(nationalOf(cqc)?.best_of_all).toBe('Only one of the 43 councils was given outstanding');
  });

  it('says “none” where no council was given it', () => {
    const { overall } = cqc.framework.value;
    const national = [
      { announced: '2025', councils: { outstanding: 0, good: 2, 'requires improvement': 1 }, source: 'here' },
    ];
    const none = nationalOf(withFramework(cqc, { overall: overall && { ...overall, national } }));
    expect(none?.same_words).toBe('one of the 3 councils was given requires improvement');
    expect(none?.best_words).toMatch(/^none (was|were) given outstanding$/);
  });

  it('is none where the review does not name an announcement', () => {
    expect(nationalOf(withReview(durham, { national: undefined }))).toBeUndefined();
  });
});
