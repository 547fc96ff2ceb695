import { describe, expect, it } from 'vitest';
import { planOf, promisedOf } from '../../../src/compose/facts/plan.ts';
import type { Joined } from '../../../src/compose/join.ts';
import { Action } from '../../../src/records/actions.ts';
import { Prose } from '../../../src/records/prose.ts';
import { joinedExample, withReview } from '../../support/records.ts';

const cqc = joinedExample('exampleshire-cqc-2026-01-13');
const day = '2026-01-13';

function planned(...actions: Record<string, string>[]): Joined {
  const all = actions.map((a, i) => Action().parse({ id: `a${String(i)}`, action: 'Write a guide', ...a }));
  return withReview(cqc, {
    areas_for_improvement: [
      { id: 'area', title: "Carers' support", finding: new Prose('Late.'), actions: all },
    ],
  });
}

/** A no-break space reads as a space. */
const read = (words: string | undefined): string | undefined => words?.replaceAll('\u00a0', ' ');

describe('a plan in words', () => {
  it.each<[Record<string, string>[], string, string | undefined]>([
    [[{ status: 'done' }], 'one action, which is done', undefined],
    [
      [{ status: 'under way', due: '2026-01-12' }, { status: 'not started' }],
      'two actions: one not started and one overdue',
      'one',
    ],
    [
      [
        { status: 'stopped' },
        { status: 'not started', due: '2025-12-31' },
        { status: 'under way', due: '2026-01-13' },
        { status: 'done', due: '2025-12-31' },
        { status: 'under way', due: '2025-12-31' },
      ],
      'five actions: one done, one under way, two overdue and one stopped',
      'two',
    ],
  ])('%j', (actions, words, overdue) => {
    const plan = planOf(planned(...actions), day);
    expect(plan?.words).toBe(words);
    expect(plan?.overdue).toBe(overdue);
  });

  it.each<[Record<string, string>, string]>([
    [{ status: 'done', completed: '2025-12-12' }, 'Done on 12 December 2025'],
    [{ status: 'done' }, 'Done'],
    [{ status: 'under way' }, 'Under way'],
    [{ status: 'not started' }, 'Not started'],
    [{ status: 'stopped' }, 'Stopped'],
    [{ status: 'under way', due: '2025-12-31' }, 'Overdue: under way'],
    [{ status: 'not started', due: '2025-12-31' }, 'Overdue: not started'],
  ])('%o is shown as %s', (action, status) => {
    expect(read(planOf(planned(action), day)?.actions[0]?.status)).toBe(status);
  });

  it('says where nobody answers for an action and where it has no day', () => {
    const [bare] = planOf(planned({ status: 'under way' }), day)?.actions ?? [];
    expect(bare).toMatchObject({ owner: 'Not yet named', due: 'No date set', area: 'Carers’ support' });
    const [full] =
      planOf(planned({ status: 'under way', owner: "Carers' lead", due: '2026-05-01' }), day)?.actions ?? [];
    expect(full?.owner).toBe('Carers’ lead');
    expect(read(full?.due)).toBe('1 May 2026');
  });

  it('is none without actions', () => {
    expect(planOf(joinedExample('durham-2003-12-01'), '2003-12-01')).toBeUndefined();
  });
});

describe('what was promised last time', () => {
  it('is told with what became of it', () => {
    const promised = promisedOf(cqc, day);
    expect(promised?.words).toBe('five actions: four done and one stopped');
    expect(promised?.actions.map((a) => [a.id, read(a.status)])).toEqual([
      ['waiting-list', 'Done on 21 June 2024'],
      ['first-contact', 'Done on 14 March 2025'],
      ['safeguarding-team', 'Done on 4 November 2024'],
      ['case-system', 'Stopped'],
      ['carers-guide', 'Done on 20 January 2025'],
    ]);
    expect(promised?.actions[3]?.progress?.markdown).toMatch(/present system was extended/);
  });

  it('is overdue where nothing is told and its day has passed', () => {
    const untold = promisedOf(withReview(cqc, { promised: undefined }), day);
    expect(untold?.words).toBe('five actions: one done and four overdue');
    expect(read(untold?.actions[3]?.status)).toBe('Overdue: not started');
  });

  it('is none where there is no review before', () => {
    expect(promisedOf(joinedExample('exampleshire-rsh-2025-03-20'), day)).toBeUndefined();
  });
});
