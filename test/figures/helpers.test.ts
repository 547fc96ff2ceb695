import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/compose/markdown.ts';
import { quotationsFor } from '../../src/compose/quotations/quotations.ts';
import { followedIndicators } from '../../src/compose/facts/indicators.ts';
import { durham } from '../language/support.ts';
import { figuresIn } from '../../src/figures/read.ts';
import { measuredValues } from '../../src/figures/values.ts';
import { figuresOf } from './support.ts';

/** Reports of the example with figures, and a place in their prose to write into. */
const papers = [
  { report: 'durham-2003-12-01', file: durham },
  ...['cqc-2026-01-13', 'ilacs-2025-05-13', 'rsh-2025-03-20', 'send-2025-03-11'].map((name) => ({
    report: `exampleshire-${name}`,
    file: `data/reports/exampleshire-${name}.yaml`,
  })),
];

/** What every helper of a report gives, as an officer would paste it; each with how it is called. */
function pasted({ joined }: ReturnType<typeof figuresOf>): { call: string; words: string }[] {
  const quotations = quotationsFor(joined, () => ({ kind: 'break' }));
  const indicators = followedIndicators(joined);
  const judgements = Object.entries(joined.review.value.judgements ?? {});
  const args: Record<string, string[][]> = {
    indicator: indicators.flatMap(({ id, course }) => [[id], ...course.values.map((v) => [id, v.period])]),
    indicator_average: indicators.flatMap(({ id, course }) =>
      Object.keys(course.latest.comparators ?? {}).map((name) => [id, name]),
    ),
    indicator_to_average: indicators.flatMap(({ id, course }) =>
      Object.keys(course.latest.comparators ?? {}).map((name) => [id, name]),
    ),
    average_name: Object.keys(joined.framework.value.comparators ?? {}).map((name) => [name]),
    judgement: judgements.flatMap(([service, of]) => Object.keys(of).map((question) => [service, question])),
    judgement_moved: judgements.flatMap(([service, of]) => Object.keys(of).map((q) => [service, q])),
    national: ['0', '1', '2', '3', 'good', 'outstanding', 'inadequate'].map((step) => [step]),
    actions: [[], ...['done', 'under way', 'not started', 'overdue', 'stopped'].map((s) => [s])],
    duty_due: (joined.framework.value.duties ?? []).map(({ id }) => [id]),
    duty_state: (joined.framework.value.duties ?? []).map(({ id }) => [id]),
    date: [['2003-12-01']],
    lang: [],
    ref: [],
  };
  return [...quotations].flatMap(([name, quotation]) => {
    const calls = args[name] ?? (quotation.arguments[0] === 0 ? [[]] : indicators.map(({ id }) => [id]));
    return calls.flatMap((call) => {
      const quoted = quotation.quote(call, undefined);
      return 'wrong' in quoted ? [] : [{ call: [name, ...call].join(' '), words: plainText(quoted) }];
    });
  });
}

describe.each(papers)('$report', ({ report, file }) => {
  const first = /^(?:response|summary):\n {2}- /m;
  const plain = figuresOf(report, {});
  const start = first.exec(figuresOf(report, { [file]: [] }).text(file))?.[0] ?? '';
  /** What is said of sentences that stand at the beginning of the report's prose, an entry each. */
  const said = (...sentences: string[]): [string, string][] =>
    figuresOf(report, {
      [file]: [[start, `${start}${sentences.map((s) => `${JSON.stringify(s)}\n  - `).join('')}`]],
    }).diagnostics.map(({ rule, message }) => [rule, message]);

  it('has no figure in its prose that should be quoted', () => {
    expect(plain.diagnostics).toEqual([]);
  });

  it('lets everything pass that a helper gives', () => {
    const all = pasted(plain);
    expect(all.length).toBeGreaterThan(20);
    const sentences = all.flatMap(({ words }) => [
      `It says ${words} today.`,
      `${words} it is.`,
      `We read (${words}), and more.`,
    ]);
    expect(said(...sentences)).toEqual([]);
  });

  it('lets an indicator’s latest figure pass where the sentence names it', () => {
    expect(said(...latest(plain).map((one) => `${one.name}: ${one.words} in the end.`))).toEqual([]);
  });

  it('finds a share in which a digit was changed', () => {
    const known = new Set(
      measuredValues(plain.joined).flatMap((v) => (v.kind === 'percent' ? [v.value] : [])),
    );
    const shares = pasted(plain).filter(({ words }) => /^\d+(?:\.\d+)?%$/.test(words));
    expect(shares.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(
        fc.constantFrom(...shares),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        ({ words }, at, by) => {
          const places = [...words.matchAll(/\d/g)].map(({ index }) => index);
          const place = places[at % places.length] ?? 0;
          const changed = `${words.slice(0, place)}${String((Number(words[place]) + by) % 10)}${words.slice(place + 1)}`;
          fc.pre(!changed.startsWith('0') && !known.has(Number.parseFloat(changed)));
          expect(said(`The share is ${changed} now.`).map(([rule]) => rule)).toEqual([
            'figures/typed-unknown',
          ]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('has helpers that give the values they stand beside', () => {
    const helpers = new Map(pasted(plain).map(({ call, words }) => [call, words] as const));
    for (const { helper, value } of measuredValues(plain.joined)) {
      if (helper === undefined) continue;
      const words = helpers.get(helper.replaceAll(/[{}"]/g, ''));
      if (words === undefined || !/\d/.test(words)) continue;
      expect([helper, words, figuresIn(`It is ${words}.`).map((f) => f.value)[0]]).toEqual([
        helper,
        words,
        value,
      ]);
    }
  });
});

function latest({ joined }: ReturnType<typeof figuresOf>): { name: string; words: string }[] {
  const quotation = quotationsFor(joined, () => ({ kind: 'break' })).get('indicator');
  return followedIndicators(joined).flatMap(({ id, definition }) => {
    const quoted = quotation?.quote([id], undefined);
    return !quoted || 'wrong' in quoted ? [] : [{ name: definition.name, words: plainText(quoted) }];
  });
}
