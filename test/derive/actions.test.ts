import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf, withOutcome } from '../../src/derive/actions.ts';
import { Action, actionStatuses, Outcome } from '../../src/records/actions.ts';

function action(more: Record<string, string> = {}): Action {
  return Action().parse({ id: 'guide', action: 'Write a guide', status: 'under way', ...more });
}

describe('an action on a day', () => {
  it.each([
    ['2025-12-30', 'under way'],
    ['2025-12-31', 'under way'],
    ['2026-01-01', 'overdue'],
  ])('due by 31 December 2025 is on %s %s', (day, standing) => {
    expect(standingOf(action({ due: '2025-12-31' }), day)).toBe(standing);
  });

  it('is overdue also where it has not been started, and never where it is done, stopped or has no day', () => {
    const late = '2030-01-01';
    expect(standingOf(action({ due: '2025-12-31', status: 'not started' }), late)).toBe('overdue');
    expect(standingOf(action({ due: '2025-12-31', status: 'done' }), late)).toBe('done');
    expect(standingOf(action({ due: '2025-12-31', status: 'stopped' }), late)).toBe('stopped');
    expect(standingOf(action(), late)).toBe('under way');
  });

  it('once overdue stays so, and is what its status says before', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const iso = day.map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(iso, iso, iso, fc.constantFrom(...actionStatuses), (due, x, y, status) => {
        const [early, late] = x < y ? [x, y] : [y, x];
        const of = (when: string): string => standingOf(action({ due, status }), when);
        if (of(early) === 'overdue') expect(of(late)).toBe('overdue');
        if (of(late) !== 'overdue') expect(of(late)).toBe(status);
        expect(of(due)).toBe(status);
      }),
    );
  });
});

describe('what became of an action', () => {
  const promised = action({
    owner: 'Head of Access',
    due: '2025-12-31',
    progress: 'The first draft is out.',
  });

  it('is what the later review says; who answers for it and by when stay as promised', () => {
    const outcome = Outcome().parse({ status: 'done', completed: '2026-01-20', progress: 'It is out.' });
    const now = withOutcome(promised, outcome);
    expect(now).toMatchObject({ status: 'done', completed: '2026-01-20', due: '2025-12-31' });
    expect(now.owner).toBe('Head of Access');
    expect(now.progress?.markdown).toBe('It is out.');
  });

  it('does not repeat what was said of its progress last time', () => {
    expect(withOutcome(promised, Outcome().parse({ status: 'done' })).progress).toBeUndefined();
  });

  it('keeps the day it was done, where it was done before and still is', () => {
    const done = action({ status: 'done', completed: '2025-11-03' });
    expect(withOutcome(done, Outcome().parse({ status: 'done' })).completed).toBe('2025-11-03');
    expect(withOutcome(done, Outcome().parse({ status: 'under way' })).completed).toBeUndefined();
  });

  it('is as it was where nothing is said', () => {
    expect(withOutcome(promised, undefined)).toBe(promised);
  });
});
