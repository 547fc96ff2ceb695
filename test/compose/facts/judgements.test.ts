import { describe, expect, it } from 'vitest';
import { judgedOf, movementInWords, servicesOf } from '../../../src/compose/facts/judgements.ts';
import type { Joined } from '../../../src/compose/join.ts';
import type { Judgements } from '../../../src/records/scales.ts';
import { joinedExample, withReview } from '../../support/records.ts';

const durham = joinedExample('durham-2003-12-01');
const cqc = joinedExample('exampleshire-cqc-2026-01-13');
const ilacs = joinedExample('exampleshire-ilacs-2025-05-13');

function judged(joined: Joined): NonNullable<ReturnType<typeof judgedOf>> {
  const found = judgedOf(joined, servicesOf(joined));
  if (!found) throw new Error('There are judgements.');
  return found;
}

/** The example of Durham with judgements of last year for the children’s services. */
function lastYear(children: Record<string, string>): Joined {
  return withReview(durham, { previous: { period: '2001/2002', rating: '1', judgements: { children } } });
}

describe('how one judgement moved', () => {
  it.each([
    [1, 'some', 'up from some'],
    [3, 'no', 'up from no'],
    [-2, 'yes', 'down from yes'],
    [0, 'most', 'the same as last year'],
  ])('by %i from %s', (by, from, words) => {
    expect(movementInWords(by, from, 'last year')).toBe(words);
  });

  it('is told step by step, in the words of the scale', () => {
    const [children, adults] = servicesOf(
      lastYear({ serving_people_well: 'no', capacity_for_improvement: 'promising' }),
    );
    expect(children?.questions.map((q) => [q.movement, q.moved])).toEqual([
      ['up from no', 'from no to some'],
      ['the same as last year', 'no change'],
    ]);
    expect(adults?.questions.map((q) => [q.previous, q.movement, q.moved])).toEqual([
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
    const scale = children?.questions[0]?.scale.steps.map((s) => [s.word, s.judged, s.lastYear]);
    expect(scale).toEqual([
      ['no', false, true],
      ['some', true, false],
      ['most', false, false],
      ['yes', false, false],
    ]);
  });
});

describe('a service in a sentence', () => {
  it('is what its judgements say, in the framework’s order', () => {
    expect(servicesOf(durham).map((s) => `${s.subject} were judged to be ${s.judged}`)).toEqual([
      'Children’s services were judged to be serving some people well, with promising prospects for improvement',
      'Adult services were judged to be serving most people well, with promising prospects for improvement',
    ]);
  });

  it('is left out where it was not judged', () => {
    const { children = {} } = durham.review.value.judgements ?? {};
    expect(servicesOf(withReview(durham, { judgements: { children } })).map((s) => s.id)).toEqual([
      'children',
    ]);
  });
});

describe('all judgements together', () => {
  it('are in sentences where each service has two at most', () => {
    expect(judged(durham)).toMatchObject({ words: 'four judgements', in_sentences: true });
    expect(judged(durham).many).toBeUndefined();
    expect(judged(durham).moved).toBeUndefined();
  });

  it('are counted from the highest step, and compared', () => {
    const { words, many, moved } = judged(cqc);
    expect(words).toBe('nine quality statements');
    expect(many?.counts).toBe('two were scored 3 and seven 2');
    expect(moved?.words).toBe(
      'Of the nine quality statements that can be compared, three are better than last time, five are the same and one is worse.',
    );
    // All of them can be compared, so that they are not counted a second time.
    expect(many?.summary).toBe(
      `Of the nine quality statements, ${many?.counts ?? ''}. Three are better than last time, five are the same and one is worse.`,
    );
    expect(many?.finding).toBe('Two quality statements were scored 3 and seven 2');
    // Judgements are not judged.
    expect(judged(ilacs).many?.counts).toBe('three were good and one requires improvement to be good');
    expect(judged(ilacs).many?.finding).toBe(
      'Three judgements were good and one requires improvement to be good',
    );
  });

  it('have a row each', () => {
    const rows = judged(cqc).many?.rows ?? [];
    expect(rows).toHaveLength(9);
    expect(rows[0]).toMatchObject({
      name: 'Assessing needs',
      part: 'Working with people',
      step: '2: showing some shortfalls',
      moved: 'From 1 to 2',
    });
    expect(rows[2]?.moved).toBe('No change');
    expect(judged(ilacs).many?.rows[0]).toMatchObject({ step: 'Good' });
    expect(judged({ ...cqc, previous: undefined }).many?.rows[0]?.moved).toBe('Not judged before');
  });

  it.each<[string, Judgements, string]>([
    [
      'one alone',
      { children: { serving_people_well: 'no' } },
      'The one judgement that can be compared is better than last year.',
    ],
    [
      'all of one kind',
      { children: { serving_people_well: 'some', capacity_for_improvement: 'promising' } },
      'Of the two judgements that can be compared, both are the same as last year.',
    ],
    [
      'without any that is better',
      { children: { serving_people_well: 'some', capacity_for_improvement: 'excellent' } },
      'Of the two judgements that can be compared, one is the same as last year and one is worse.',
    ],
    [
      'without any that is the same',
      {
        children: { serving_people_well: 'no', capacity_for_improvement: 'excellent' },
        adults: { serving_people_well: 'no' },
      },
      'Of the three judgements that can be compared, two are better than last year and one is worse.',
    ],
    [
      'all worse',
      {
        children: { serving_people_well: 'most', capacity_for_improvement: 'excellent' },
        adults: { serving_people_well: 'yes' },
      },
      'Of the three judgements that can be compared, all are worse than last year.',
    ],
  ])('are compared in good English: %s', (_, judgements, words) => {
    const joined = withReview(durham, { previous: { period: '2001/2002', judgements } });
    expect(judged(joined).moved).toEqual({ words, period: '2001/2002' });
  });

  it('are none where nothing was judged by itself', () => {
    const rsh = joinedExample('exampleshire-rsh-2025-03-20');
    expect(judgedOf(rsh, servicesOf(rsh))).toBeUndefined();
  });
});
