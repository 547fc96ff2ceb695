import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dutiesOf, spanInWords } from '../../src/compose/duties.ts';
import { join as joinRecords, type Joined } from '../../src/compose/join.ts';
import { openProject } from '../../src/pipeline.ts';
import { projectFolder, quietWorld } from '../support/project.ts';

/** Testford of test/overlays/duties: a report received on 17 March 2025, closed on 22 April, published on 3 April. */
function testford(change: (joined: Joined) => void = () => undefined): Joined {
  const root = join(projectFolder, 'test/overlays/duties');
  const joined = joinRecords(openProject({ ...quietWorld, root }).records, 'testford-2025-05-12');
  if (!joined) throw new Error('the overlay is not there');
  change(joined);
  return joined;
}

/** Without the day on which the report was published, or with another. */
const published = (date?: string) => (joined: Joined) => {
  const timeline = joined.review.value.timeline ?? [];
  const [received, website] = timeline;
  if (!received || !website) throw new Error('the overlay has another timeline');
  joined.review.value.timeline = date === undefined ? [received] : [received, { ...website, date }];
};

const said = (joined: Joined, day: string): (string | undefined)[] =>
  (dutiesOf(joined, day) ?? []).map((d) => d.state_words);

describe('duties in words for members', () => {
  it('say what, from when, by when and how it stands', () => {
    expect(dutiesOf(testford(), '2025-05-12')).toMatchObject([
      {
        id: 'publish',
        name: 'Publish the report',
        duty: { markdown: 'The council must publish the report.' },
        source: 'Test Regulations 2024, regulation 2',
        within: '30 working days',
        after: '17 March 2025',
        // 30 April by England's calendar; that the council was closed on 22 April changes nothing (SI 2007/462).
        due: '30 April 2025',
        state: 'met',
        state_words: 'Met on 3 April 2025',
        met_on: '3 April 2025',
      },
      // 70 working days are 14 weeks, to 23 June, and four holidays: Friday 27 June.
      { id: 'action-plan', due: '27 June 2025', state: 'due', state_words: 'Due by 27 June 2025' },
    ]);
  });

  it('are due, overdue, met late or open', () => {
    const due = 'Due by 27 June 2025';
    expect(said(testford(published()), '2025-04-30')).toEqual(['Due by 30 April 2025', due]);
    expect(said(testford(published()), '2025-05-01')).toEqual(['Overdue since 30 April 2025', due]);
    expect(said(testford(published('2025-05-09')), '2025-05-12')).toEqual([
      'Met on 9 May 2025, after the day it was due (30 April 2025)',
      due,
    ]);
    const open = testford((joined) => {
      joined.review.value.timeline = undefined;
      const [first] = joined.framework.value.duties ?? [];
      if (first) first.within = undefined;
    });
    expect(said(open, '2025-05-12')).toEqual([
      'No day is set for it',
      'The day it counts from is not recorded',
    ]);
  });

  it('say only what is known where the framework names no day that the time counts from', () => {
    const unnamed = testford((joined) => {
      joined.review.value.timeline = undefined;
      for (const duty of joined.framework.value.duties ?? []) duty.after = undefined;
    });
    expect(said(unnamed, '2025-05-12')).toEqual([
      'Within 30 working days; from which day is not said',
      'Within 70 working days; from which day is not said',
    ]);
  });

  it('are none where the judgement brings none', () => {
    const none = testford((joined) => {
      joined.framework.value.duties = joined.framework.value.duties?.filter(({ ratings }) => ratings);
      joined.review.value.rating = 'good';
    });
    expect(dutiesOf(none, '2025-05-12')).toBeUndefined();
  });

  it('count on the calendar that the paper rests on, and on none where nothing counts in working days', () => {
    expect(testford().calendar?.id).toBe('england');
    const durham = joinRecords(openProject(quietWorld).records, 'durham-2003-12-01');
    expect(durham).toBeDefined();
    expect(durham?.calendar).toBeUndefined();
  });
});

it.each([
  [30, 'working days', '30 working days'],
  [1, 'working days', 'one working day'],
  [2, 'months', 'two months'],
  [14, 'days', '14 days'],
  [1, 'weeks', 'one week'],
] as const)('%i %s: “%s”', (count, unit, words) => expect(spanInWords({ count, unit })).toBe(words));
