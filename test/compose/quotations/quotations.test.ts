import { describe, expect, it } from 'vitest';
import type { Joined } from '../../../src/compose/join.ts';
import { plainText } from '../../../src/compose/markdown.ts';
import type { Inline } from '../../../src/compose/inline.ts';
import { quotationsFor } from '../../../src/compose/quotations/quotations.ts';
import type { Refusal } from '../../../src/compose/quotations/common.ts';
import type { Indicator } from '../../../src/records/indicators.ts';
import { joinedExample, withFramework, withReview } from '../../support/records.ts';

const derby = joinedExample('derby-2002');
const durham = joinedExample('durham-2003-12-01');
const cqc = joinedExample('exampleshire-cqc-2026-01-13');
const ilacs = joinedExample('exampleshire-ilacs-2025-05-13');
const rsh = joinedExample('exampleshire-rsh-2025-03-20');
const send = joinedExample('exampleshire-send-2025-03-11');

/** What is given for `{{name "argument"}}`: words, or a refusal. */
function quote(joined: Joined, written: string): string | Refusal {
  const [name = '', ...args] = (written.match(/"[^"]*"|[a-z_]+/g) ?? []).map((s) => s.replaceAll('"', ''));
  const quotation = quotationsFor(joined, (to): Inline => ({ kind: 'text', text: `→ ${to}` })).get(name);
  if (!quotation) throw new Error(`There is no ${name}.`);
  const [least, most] = quotation.arguments;
  expect(args.length, written).toBeGreaterThanOrEqual(least);
  expect(args.length, written).toBeLessThanOrEqual(most);
  const found = quotation.quote(args, undefined);
  return 'wrong' in found ? found : plainText(found).replaceAll('\u00a0', ' ');
}

const definition: Indicator = {
  name: 'Cost of home care',
  unit: '£ an hour',
  better: 'banded',
  bands: [
    {
      period: '2003/2004',
      ranges: [
        { band: 4, from: 10, below: 20 },
        { band: 5, from: 20 },
      ],
      source: 'made up',
    },
  ],
};
const banded = withFramework(
  withReview(durham, { indicators: { cost: [{ period: '2003/2004', value: 12.5 }] } }),
  {
    indicators: { cost: definition },
  },
);

// Every helper of docs/prose.md, with what it gives for the examples.
const given: readonly [Joined, string, string][] = [
  [durham, 'rating', '2 stars'],
  [durham, 'stars', '2 stars'],
  [ilacs, 'rating', 'good'],
  [durham, 'rating_out_of', '2 out of 3 stars'],
  [ilacs, 'rating_out_of', 'good, the second highest of four'],
  [send, 'rating_out_of', 'widespread and/or systemic failings, the lowest of three'],
  [durham, 'rating_before', '1 star'],
  [ilacs, 'rating_before', 'requires improvement to be good'],
  [durham, 'rating_movement', 'up from 1 star'],
  [cqc, 'rating_movement', 'the same as last time'],
  [cqc, 'score', '20'],
  [cqc, 'score_maximum', '36'],
  [cqc, 'score_percent', '56%'],
  [cqc, 'score_short', 'three points short of good'],
  [durham, 'judgement "children" "serving_people_well"', 'some'],
  [cqc, 'judgement "leadership" "learning"', '2'],
  [cqc, 'judgement_moved "leadership" "learning"', 'from 3 to 2'],
  [cqc, 'judgement_moved "leadership" "governance"', 'no change'],
  [durham, 'judgements', 'four judgements'],
  [cqc, 'judgements', 'nine quality statements'],
  [derby, 'national "3"', 'eight'],
  [derby, 'national "0"', 'ten'],
  [cqc, 'national "requires improvement"', '16'],
  [cqc, 'national "inadequate"', 'no'],
  [durham, 'national_total', '150'],
  [durham, 'indicator "initial-assessments"', '38%'],
  [cqc, 'indicator "short-term-support" "2022/2023"', '68.4%'],
  [durham, 'indicator_period "initial-assessments"', 'the first six months of 2003/2004'],
  [cqc, 'indicator_before "social-contact"', '45.6%'],
  [cqc, 'indicator_change "short-term-support"', 'up 3.4 percentage points'],
  [cqc, 'indicator_change "at-home"', 'no change'],
  [send, 'indicator_change "weeks-to-plan"', 'up 5 weeks'],
  [cqc, 'indicator_target "short-term-support"', '78%'],
  [cqc, 'indicator_to_target "short-term-support"', '3.4 percentage points short of the target'],
  [rsh, 'indicator_to_target "gas-checks"', 'on target'],
  [send, 'indicator_to_target "weeks-to-plan"', 'worse than the target by 14 weeks'],
  [banded, 'indicator "cost"', '£12.50 an hour'],
  [banded, 'indicator_band "cost"', 'good (band 4 of 5)'],
  [rsh, 'indicator_local "homes-not-decent"', '5.7%'],
  [rsh, 'indicator_local_date "homes-not-decent"', '31 December 2024'],
  [cqc, 'indicator_average "direct-payments" "england"', '25.7%'],
  [cqc, 'indicator_to_average "direct-payments" "england"', '0.4 percentage points above England'],
  [cqc, 'average_name "england"', 'England'],
  [cqc, 'indicators_comparable', 'seven'],
  [cqc, 'indicators_improved', 'four'],
  [cqc, 'indicators_unchanged', 'one'],
  [cqc, 'indicators_worse', 'two'],
  [durham, 'areas', 'five'],
  [durham, 'good_practices', 'ten'],
  [derby, 'areas', 'no'],
  [rsh, 'actions', 'four'],
  [rsh, 'actions "under way"', 'two'],
  [rsh, 'actions "overdue"', 'no'],
  [ilacs, 'duty_due "publish-report"', '23 April 2025'],
  [ilacs, 'duty_state "publish-report"', 'Met on 2 April 2025'],
  [durham, 'period', '2002/2003'],
  [durham, 'council', 'Durham County Council'],
  [durham, 'date "2003-12-01"', '1 December 2003'],
  [durham, 'lang "cy" "Cyngor Sir"', 'Cyngor Sir'],
  [durham, 'ref "areas"', '→ areas'],
];

// What each says where it has nothing to quote, and what to write instead.
const refused: readonly [Joined, string, wrong: RegExp, hint: RegExp][] = [
  [withReview(durham, { rating: undefined }), 'rating', /no rating to quote/, /Add `rating:` to data/],
  [withReview(durham, { rating: undefined }), 'stars', /no rating/, /Add `rating:`/],
  [withReview(durham, { rating: undefined }), 'rating_out_of', /no rating/, /Add `rating:`/],
  [derby, 'rating_before', /No earlier rating/, /`follows:` or `previous:`/],
  [derby, 'rating_movement', /No earlier rating/, /`follows:` or `previous:`/],
  [durham, 'score', /no scores/, /`scored:` under `overall:`/],
  [durham, 'score_maximum', /no scores/, /`scored:`/],
  [durham, 'score_percent', /no scores/, /`scored:`/],
  [durham, 'score_short', /no scores/, /`scored:`/],
  [durham, 'judgement "childern" "serving_people_well"', /no service `childern`/, /mean `children`\?/],
  [durham, 'judgement "children" "serving_people"', /no question `serving_people`/, /`serving_people_well`/],
  [durham, 'judgement "constructor" "name"', /no service `constructor`/, /Services: `children`/],
  [rsh, 'judgement "children" "x"', /no service `children`/, /nothing to choose from/],
  [durham, 'judgement_moved "adults" "serving_people_well"', /No earlier judgement/, /under `previous:`/],
  [durham, 'judgement_moved "adult" "serving_people_well"', /no service `adult`/, /mean `adults`\?/],
  [rsh, 'judgements', /no judgements to count/, /Add `judgements:`/],
  [cqc, 'national "god"', /No number of councils/, /mean `good`\?/],
  [ilacs, 'national "good"', /which announcement/, /Add `national:` to data/],
  [ilacs, 'national_total', /which announcement/, /Add `national:`/],
  [cqc, 'indicator "short-term-suport"', /no figures for an indicator/, /mean `short-term-support`\?/],
  [cqc, 'indicator "constructor"', /no figures/, /Indicators: `short-term-support`/],
  [cqc, 'indicator "at-home" "2022/2024"', /no figure of `at-home` for 2022\/2024/, /mean `2022\/2023`\?/],
  [durham, 'indicator_period "initial"', /no figures/, /Indicators: `initial-assessments`/],
  [durham, 'indicator_before "initial-assessments"', /no earlier figure/, /Add it in data/],
  [durham, 'indicator_change "initial-assessments"', /no earlier figure/, /Add it in data/],
  [durham, 'indicator_target "initial-assessments"', /no target/, /Add it in data/],
  [durham, 'indicator_to_target "initial-assessments"', /no target/, /Add it in data/],
  [durham, 'indicator_band "initial-assessments"', /no band/, /bands:.*data\/frameworks\/ssi-star-ratings/],
  [durham, 'indicator_local "initial-assessments"', /no local figure/, /Add it in data/],
  [durham, 'indicator_local_date "initial-assessments"', /no local figure/, /Add it in data/],
  [cqc, 'indicator_average "direct-payments" "englnd"', /no average `englnd`/, /mean `england`\?/],
  [cqc, 'indicator_to_average "direct-payments" "englnd"', /no average `englnd`/, /mean `england`\?/],
  [durham, 'indicator_average "initial-assessments" "england"', /no average/, /nothing to choose from/],
  [cqc, 'average_name "wales"', /no average `wales`/, /Averages: `england`/],
  [durham, 'indicators_comparable', /No indicator has two figures/, /Add the figures of the period before/],
  [durham, 'indicators_improved', /No indicator has two figures/, /Add the figures/],
  [durham, 'indicators_unchanged', /No indicator has two figures/, /Add the figures/],
  [durham, 'indicators_worse', /No indicator has two figures/, /Add the figures/],
  [rsh, 'actions "overdu"', /No action can be `overdu`/, /mean `overdue`\?/],
  [rsh, 'actions "late"', /No action can be `late`/, /An action is one of: `done`/],
  [ilacs, 'duty_due "publish-reprt"', /no duty `publish-reprt`/, /mean `publish-report`\?/],
  [durham, 'duty_due "open-session"', /is due is not known/, /add `after:`/],
  [rsh, 'duty_state "publish-report"', /no duty/, /nothing to choose from/],
  [durham, 'date "1/12/2003"', /is not a date/, /2003-12-01/],
  [durham, 'lang "Welsh" "Cyngor"', /not the code of a language/, /cy for Welsh/],
];

// These can refuse nothing: what they quote is always there.
const always = ['period', 'council', 'areas', 'good_practices', 'ref'];

describe('what prose can quote', () => {
  const titled = given.map(([joined, written, words]) => ({ joined, written, words }));
  it.each(titled)('{{$written}}: “$words”', ({ joined, written, words }) => {
    expect(quote(joined, written)).toBe(words);
  });

  const untold = refused.map(([joined, written, wrong, hint]) => ({ joined, written, wrong, hint }));
  it.each(untold)('{{$written}} is refused: $wrong', ({ joined, written, wrong, hint }) => {
    const refusal = quote(joined, written);
    if (typeof refusal === 'string') throw new Error(`gives “${refusal}”`);
    expect(refusal.wrong).toMatch(wrong);
    expect(refusal.hint).toMatch(hint);
    expect(refusal.wrong).toMatch(/\.$/);
    expect(refusal.hint).toMatch(/[.?]$/);
  });

  it('is proved for each name there is, in what it gives and in what it refuses', () => {
    const names = [...quotationsFor(durham, (): Inline => ({ kind: 'break' })).keys()];
    const of = (rows: readonly (readonly [Joined, string, ...unknown[]])[]): Set<string> =>
      new Set(rows.map(([, written]) => written.split(' ')[0] ?? ''));
    expect(names.filter((name) => !of(given).has(name))).toEqual([]);
    expect(names.filter((name) => !of(refused).has(name) && !always.includes(name))).toEqual([]);
  });
});
