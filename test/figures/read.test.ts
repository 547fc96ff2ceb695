import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.ts';
import { numberOf } from '../../src/figures/number-words.ts';
import { figuresIn } from '../../src/figures/read.ts';
import { typedSentences } from '../../src/figures/typed.ts';

/** “38% percent”, “about 40% percent”, “2 count of 9 count”: each figure as it was typed, with what it was taken for. */
function told({ text, kind, value, hedge, part, whole, time }: Figure): string {
  const shown = Math.round(value * 10) / 10;
  return [hedge, text, '=', shown, time ?? kind, part && 'part', whole && 'whole'].filter(Boolean).join(' ');
}

const claims: readonly [string, readonly string[]][] = [
  ['The share rose to 38%.', ['38% = 38 percent']],
  ['The share rose to 38 %.', ['38 % = 38 percent']],
  ['It was 38 per cent in the end.', ['38 per cent = 38 percent']],
  ['It was 38.5 percent.', ['38.5 percent = 38.5 percent']],
  ['Thirty-eight per cent were on time.', ['Thirty-eight per cent = 38 percent']],
  ['A 5% rise followed.', ['5% = 5 percent']],
  ['Some 75% agreed (60% before).', ['about 75% = 75 percent', '60% = 60 percent']],
  ['It rose by 3.5 percentage points.', ['3.5 percentage points = 3.5 points']],
  ['It fell by one percentage point.', ['one percentage point = 1 points']],
  ['A 2-percentage-point fall.', ['2-percentage-point = 2 points']],
  ['It moved 4% points.', ['4% points = 4 points']],
  ['There were 1,250 referrals.', ['1,250 = 1250 count']],
  ['There were 12,345,678 of them.', ['12,345,678 = 12345678 count']],
  ['The cost was £12.50 a week.', ['£12.50 = 12.5 money']],
  ['It cost £50 million.', ['£50 million = 50000000 money']],
  ['It cost £1.2m more.', ['£1.2m = 1200000 money']],
  ['It costs 50p.', ['50p = 50 money']],
  ['It costs £10 to 12 a day.', ['£10 = 10 money', '12 = 12 money']],
  ['Four in ten were seen.', ['Four in ten = 40 fraction']],
  ['1 in 5 carers was asked.', ['1 in 5 = 20 fraction']],
  ['Two thirds of plans are late.', ['Two thirds = 66.7 fraction']],
  ['Nearly half of them agree.', ['about half = 50 fraction']],
  ['A quarter of homes were surveyed.', ['A quarter = 25 fraction']],
  ['Three-quarters were done.', ['Three-quarters = 75 fraction']],
  ['It scored points: 24 of 36.', ['24 = 24 count part', '36 = 36 count whole']],
  ['It was 24 out of 36.', ['24 = 24 count part', '36 = 36 count whole']],
  ['Nine of the twelve actions are done.', ['Nine = 9 count part', 'twelve = 12 count whole']],
  ['2 out of 3 stars were given.', ['2 = 2 count part', '3 = 3 count whole']],
  ['The quality of life is 19.1 out of 24.', ['19.1 = 19.1 count part', '24 = 24 count whole']],
  ['It was 612.4 per 100,000.', ['612.4 per 100,000 = 612.4 rate']],
  ['There were 4.5 admissions per 1,000 people.', ['4.5 admissions per 1,000 = 4.5 rate']],
  ['It was 80 for every 1,000 people.', ['80 for every 1,000 = 80 rate']],
  ['It rose from 36 to 38%.', ['36 = 36 percent', '38% = 38 percent']],
  ['It is between 36 and 38 per cent.', ['36 = 36 percent', '38 per cent = 38 percent']],
  ['It rose from 36 in 2001/2002 to 38%.', ['36 = 36 percent', '38% = 38 percent']],
  ['It rose by 2 to 38%.', ['2 = 2 count', '38% = 38 percent']],
  ['The range is 36–38%.', ['36 = 36 percent', '38% = 38 percent']],
  ['A plan took 34 weeks.', ['34 weeks = 34 weeks']],
  ['It must be done within 30 working days.', ['30 working days = 30 days']],
  ['A 12-month programme began.', ['12-month = 12 months']],
  ['The council lets about 5,300 homes.', ['about 5,300 = 5300 count']],
  ['More than 70% were satisfied.', ['over 70% = 70 percent']],
  ['No more than 20 were late.', ['under 20 = 20 count']],
  ['Fewer than 20 were late.', ['under 20 = 20 count']],
  ['The council runs 36 day centres.', ['36 = 36 count']],
  ['Six areas for improvement were named.', ['Six = 6 count']],
  ['The council has twenty-one schools.', ['twenty-one = 21 count']],
  ['A hundred and fifty councils were rated.', ['A hundred and fifty = 150 count']],
  ['It has 3 stars.', ['3 = 3 count']],
  ['At 41% it is higher than in 2002/2003.', ['41% = 41 percent']],
  ['In Derby 38% were seen.', ['38% = 38 percent']],
  ['By 31 March 2003, 38% had been seen.', ['38% = 38 percent']],
  ['Of 26 people aged 65 and over, 12 agreed.', ['26 = 26 count', '12 = 12 count']],
  ['Of the 24, 19 improved and 3 are worse.', ['24 = 24 count', '19 = 19 count', '3 = 3 count']],
  ['See table 2: 38% were on time.', ['38% = 38 percent']],
];

const silent: readonly string[] = [
  'The rating was announced on 13 November 2003.',
  'Between 1 and 3 December 2003 inspectors came.',
  'In May 2002 and in 2004 nothing changed.',
  'The period is 2002/2003, or 2002/03, or 2002-03.',
  'Figures for 2003/2004 H1 and Q3 2003/2004 follow.',
  'From the 1990s on it grew.',
  'The meeting begins at 10.30am, or 14:30, or 2 pm.',
  'See paragraph 10.3 and paragraphs 4 to 6.',
  'See section 100D, s117, ss 3 and 4, and section 117(2)(a).',
  'The regulations are SI 2007/462, Part 2 and Schedule 12A.',
  'The Local Government Act 1972 applies, and Part II.',
  'See page 3 of 10, table 2, figure 4.1 and appendix 7.',
  'Paper B2, Level 2 and Key Stage 4 are names.',
  'Grade C2 and band 4 of 5 are names as well.',
  'Ring 01632 960101 or extension 3628, or +44 1632 960101.',
  'Write to team4@exampleshire.example or see https://example.org/2/38%25.',
  'People aged 65 and over, and those aged 16 to 18, were asked.',
  'Children under 5 and the over 75s live there.',
  'It is for 16 to 18-year-olds and for under-25s.',
  'Support lasts until 25.',
  'The 3rd quarter and the 21st century came.',
  'The first half and the last quarter were better.',
  'The third review and a second visit followed.',
  'Item 5, minute 12 and recommendation 3 were agreed.',
  'Indicators A1, C64 and D35 are codes.',
  'COVID-19 came.',
  'It stands at 12 High Street, DH1 5UL.',
  'NHS 111 answers.',
  'The score moved from step 1 of 4.',
  'Version 1.2.3 of the form is used.',
  'A 10-point plan was made.',
  'Standard 7 and priority 2 matter.',
  '(1) The council is asked to agree.',
];

describe('reading figures', () => {
  it.each(claims)('%s', (sentence, wanted) => {
    expect(figuresIn(sentence).map(told)).toEqual(wanted);
  });

  it.each(silent)('%s', (sentence) => {
    expect(figuresIn(sentence).map(told)).toEqual([]);
  });

  it('says where a figure stands', () => {
    const sentence = 'In May 2002 it was about 38 per cent, not £12.50.';
    expect(figuresIn(sentence).map(({ from, to }) => sentence.slice(from, to))).toEqual([
      '38 per cent',
      '£12.50',
    ]);
  });
});

describe('numbers in words', () => {
  it.each([
    ['one', 1],
    ['Twelve', 12],
    ['twenty', 20],
    ['thirty-eight', 38],
    ['ninety nine', 99],
    ['a hundred', 100],
    ['two hundred and six', 206],
  ])('%s is %i', (words, value) => {
    expect(numberOf(words)).toBe(value);
  });

  it.each(['eleventy', 'no', 'twenty-eleven', ''])('“%s” is none', (words) => {
    expect(numberOf(words)).toBeUndefined();
  });
});

describe('figures of prose', () => {
  it.each([
    'Fifty actions remain.',
    'Forty homes closed.',
    'It was a fifth of all.',
    'Ninety-one were seen.',
  ])('reads numbers in words where no other stands: %s', (text) => {
    expect(typedSentences(text)).toHaveLength(1);
  });

  it('covers what is quoted, and finds the sentence and the place in the Markdown', () => {
    const markdown =
      'It was {{indicator "a" "2001/2002"}} in\n2001/2002. Now, by [the 3 letters](https://example.org/99), **38%**\nare seen.\n\n- 12 homes';
    const read = typedSentences(markdown);
    expect(
      read.map(({ from, quotes, figures }) => [
        quotes,
        ...figures.map((f) => markdown.slice(from + f.from, from + f.to)),
      ]),
    ).toEqual([
      [[], '3', '38%'],
      [[], '12'],
    ]);
  });
});
