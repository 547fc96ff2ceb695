import { describe, expect, it } from 'vitest';
import { stops } from '../../src/diagnostics/diagnostic.ts';
import { durham, durhamReview } from '../language/support.ts';
import { figuresOf, pointedAt } from './support.ts';

const response = 'Keeping {{rating}} will not be easy for the County Council';
const older = '    - { period: 2003/2004 H1, value: 38 }';
const moreFigures = [
  '    - { period: 2001/2002, value: 31 }',
  '    - { period: 2002/2003 H1, value: 34, local: { value: 35, as_at: 2002-10-31, source: our own } }',
  '    - { period: 2002/2003, value: 36, target: 40, comparators: {}, numerator: 460, denominator: 1270 }',
  '    - { period: 2003/2004 H1, value: 38, target: 42, local: { value: 41.5, as_at: 2003-10-31, source: our own } }',
  '  adoptions:',
  '    - { period: 2002/2003, value: 7.5 }',
].join('\n');

/** What is found in Durham’s paper where its response begins with a sentence. @param accepted entries that its `accept` begins with */
function foundIn(sentence: string, accepted = ''): [string, string][] {
  const read = figuresOf('durham-2003-12-01', {
    [durham]: [
      [response, `${sentence} ${response}`],
      ['accept:', `accept:\n${accepted}`],
    ],
    [durhamReview]: [[older, moreFigures]],
  });
  return pointedAt(read).map(([rule, , words]) => [rule, words]);
}

const isOlder = (words: string): [string, string][] => [['figures/typed-older', words]];
const isUnknown = (...words: string[]): [string, string][] =>
  words.map((word): [string, string] => ['figures/typed-unknown', word]);

describe('figures/typed-older', () => {
  it('names the latest figure, its period and the helpers, at the figure', () => {
    const read = figuresOf('durham-2003-12-01', {
      [durhamReview]: [
        [older, moreFigures],
        [
          '    progress: The share rose to {{indicator "initial-assessments"}}',
          '    progress: >-\n      The share of initial\n      assessments was 36%, up from 34\n      per cent. It is {{indicator "initial-assessments"}}',
        ],
      ],
    });
    expect(pointedAt(read)).toEqual([
      ['figures/typed-older', durhamReview, '36%'],
      ['figures/typed-older', durhamReview, '34 per cent'],
    ]);
    expect(read.diagnostics[0]).toMatchObject({
      severity: 'warning',
      message:
        '“36%” is an older figure of “Initial assessments for children and families finished within seven working days”, of 2002/2003; the latest is 38%, of the first six months of 2003/2004.',
      hint: 'Write {{indicator "initial-assessments"}}, which is always the latest; or {{indicator_local "initial-assessments"}} for the council’s own of 31 October 2003; or {{indicator "initial-assessments" "2002/2003"}} if the older one is meant.',
    });
    expect(stops(read.diagnostics)).toBe(false);
  });

  it.each([
    ['Of all initial assessments 36% came in time.', '36%'],
    ['Initial assessment was timely in 31 per cent of cases.', '31 per cent'],
    ['On C64 the department reached 36%.', '36%'],
    ['Now {{indicator "initial-assessments"}}, where it was 36%.', '36%'],
    ['The council’s own records put initial assessments at 35%.', '35%'],
    ['Assessments of families finished within seven working days came to 36%.', '36%'],
  ])('%s', (sentence, words) => {
    expect(foundIn(sentence)).toEqual(isOlder(words));
  });

  it.each([
    'Of all initial assessments 38% came in time.',
    'Of all initial assessments 41.5% came in time.',
    'The target for initial assessments is 42%.',
    'In 2002/2003 the share of initial assessments was 36%.',
    'Of all initial assessments {{indicator "initial-assessments" "2002/2003"}} came in time.',
    // Another subject has the same figure.
    'Of the budget 36% goes to schools.',
    'The 36 social workers carry out the initial assessments.',
  ])('nothing: %s', (sentence) => {
    expect(foundIn(sentence).filter(([rule]) => rule === 'figures/typed-older')).toEqual([]);
  });
});

describe('figures/typed-unknown', () => {
  it.each([
    ['Of all initial assessments 39% came in time.', '39%'],
    ['The share rose by 19 percentage points.', '19 percentage points'],
    ['The council has 243 social workers.', '243'],
    ['The ethnicity of people assessed stands at 1.37.', '1.37'],
    ['It was 4.7 per 1,000 people.', '4.7 per 1,000'],
    ['About 95% were in time.', '95%'],
    ['It was 24 of 37.', '24', '37'],
    ['Half of the initial assessments came in time.', 'Half'],
    ['The inspectorate named six areas for improvement.', 'six'],
    ['Four areas for improvement were named.', 'Four'],
    ['Eleven examples of good practice stand in the report.', 'Eleven'],
    ['The council was awarded 3 stars.', '3'],
    ['The council has one star.', ''],
    ['The best have four stars.', 'four'],
    ['Nine councils were given 3 stars.', 'Nine'],
  ])('%s', (sentence, ...words) => {
    expect(foundIn(sentence)).toEqual(isUnknown(...words.filter((w) => w !== '')));
  });

  it.each([
    'Of all initial assessments 38% came in time, where 460 of 1,270 did in 2002/2003.',
    'About 40% came in time, and more than 30% before.',
    'The share rose by 2 percentage points and is 4 percentage points short of the target.',
    'Two fifths of the initial assessments came in time.',
    'Half of the members came.',
    'The inspectorate named five areas for improvement and ten examples of good practice.',
    'Two areas for improvement concern children.',
    'Of the five areas for improvement two are about children.',
    'The council was awarded 2 stars, up from 1 star.',
    'The best rating is 3 stars, and the council would like to have 3 stars.',
    'The budget is £50 million, and a place costs £412 a week.',
    'It takes 34 weeks, nine visits and four meetings.',
    'Adults aged 65 and over were asked on 3 June 2003 under section 47.',
  ])('nothing: %s', (sentence) => {
    expect(foundIn(sentence).filter(([rule]) => rule === 'figures/typed-unknown')).toEqual([]);
  });

  it('says which helper to use, or where to put the figure', () => {
    const hints = (sentence: string): string[] => {
      const read = figuresOf('durham-2003-12-01', {
        [durham]: [[response, `${sentence} ${response}`]],
        [durhamReview]: [[older, moreFigures]],
      });
      return read.diagnostics.flatMap(({ message, hint }) => [message, hint ?? '']);
    };
    expect(hints('Of all initial assessments 39% came in time.')).toEqual([
      '“39%” is nowhere in the record.',
      'Write {{indicator "initial-assessments"}} for “Initial assessments for children and families finished within seven working days” (38% in the first six months of 2003/2004), or {{indicator_local "initial-assessments"}} (41.5%, the council’s own later figure of “Initial assessments for children and families finished within seven working days”), or {{indicator_target "initial-assessments"}} (42%, the target of “Initial assessments for children and families finished within seven working days”); or put the figure into data/reviews/durham-2002-03.yaml and quote it, or accept it with a reason under `accept:` in data/reports/durham-2003-12-01.yaml.',
    ]);
    expect(hints('The inspectorate named six areas for improvement.')).toEqual([
      '“six areas for improvement”: the record has five.',
      'Write {{areas}}, or correct the record in data/reviews/durham-2002-03.yaml.',
    ]);
    expect(hints('There are 243 schools.')).toEqual([
      '“243” is nowhere in the record.',
      'Put the figure into data/reviews/durham-2002-03.yaml and quote it, or accept it with a reason under `accept:` in data/reports/durham-2003-12-01.yaml.',
    ]);
  });
});

describe('accept', () => {
  const accept = (where: string): string =>
    `  - { rule: figures/typed-unknown, where: "${where}", reason: quoted from the regulator’s letter }`;

  it('turns a figure off, and says where that is not needed', () => {
    expect(foundIn('The council has 243 schools.', accept('243 schools'))).toEqual([]);
    expect(foundIn('The council has many schools.', accept('243 schools'))).toEqual([
      [
        'language/accept-unused',
        '{ rule: figures/typed-unknown, where: "243 schools", reason: quoted from the regulator’s letter }',
      ],
    ]);
  });
});
