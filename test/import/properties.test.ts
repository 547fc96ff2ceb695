import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOrder } from '../../src/records/dates.ts';
import type { IndicatorValue } from '../../src/records/indicators.ts';
import { importInto, reviewFrom, reviewHead } from './support.ts';

/** Whatever a record looks like and whatever figures come: they arrive, and nothing else is touched. */

const ids = ['assessments', 'fees', 'admissions', 'visits'] as const;
const period = fc
  .tuple(fc.integer({ min: 1998, max: 2006 }), fc.constantFrom('', '', ' H1', ' Q1', ' Q3'))
  .map(([year, part]) => `${String(year)}/${String(year + 1)}${part}`);
const number = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: -99_999, max: 9_999_999 }).map((n) => n / 100),
);
const day = fc
  .tuple(
    fc.integer({ min: 1999, max: 2007 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
const words = fc
  .array(
    fc.constantFrom(
      'Return',
      'the council’s',
      'own: record',
      '#7',
      'a, b',
      '[1]',
      '£5',
      '"so"',
      "it's",
      '-',
      '& x',
      'no',
      '- y',
      '50%',
      '{a}',
      'é',
      'a:b',
      'x#y',
      '*',
      '|',
      'null',
      'yes:',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '))
  // A record cannot say this in a text.
  .filter((text) => text !== 'null');

const figure = fc.record(
  {
    value: number,
    target: number,
    numerator: fc.integer({ min: 0, max: 5000 }),
    as_at: day,
    source: words,
    note: words,
    comparators: fc
      .record({ england: number, similar: number }, { requiredKeys: [] })
      .filter((c) => Object.keys(c).length > 0),
    local: fc.record({ value: number, as_at: day, source: words }),
  },
  { requiredKeys: ['value'] },
);
type Figure = Omit<IndicatorValue, 'period'>;
type Figures = Map<string, Map<string, Figure>>;

const figures: fc.Arbitrary<Figures> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ids), period, figure), {
    selector: ([id, p]) => `${id} ${p}`,
    maxLength: 9,
  })
  .map((all) => {
    const made: Figures = new Map();
    for (const [id, p, value] of all) made.set(id, (made.get(id) ?? new Map<string, Figure>()).set(p, value));
    return made;
  });

const looks = fc.record({
  entries: fc.array(fc.constantFrom('flow', 'tight', 'block', 'several'), { minLength: 1, maxLength: 5 }),
  list: fc.array(fc.constantFrom('block', 'block', 'flow', 'lines', 'commas', 'hanging'), {
    minLength: 1,
    maxLength: 4,
  }),
  step: fc.constantFrom(0, 2, 4),
  remarks: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
  quotes: fc.array(fc.constantFrom('', '"', "'"), { minLength: 1, maxLength: 5 }),
  folded: fc.boolean(),
  comparators: fc.constantFrom('flow', 'block'),
  after: fc.constantFrom('', 'use: >-\n  Some words\n  over lines.\n', '\n# the end\n', 'use: Last'),
  lineBreak: fc.constantFrom('\n', '\r\n'),
});
type Looks = typeof looks extends fc.Arbitrary<infer T> ? T : never;

/** A review with these figures in it, written in one of the ways people write. */
function reviewText(present: Figures, look: Looks): { head: string; section: string; after: string } {
  const turn = <T>(choices: readonly T[]): (() => T) => {
    let i = 0;
    return () => {
      const chosen = choices[i++ % choices.length];
      if (chosen === undefined) throw new Error('no choices');
      return chosen;
    };
  };
  const [entryLook, listLook, quote, remarked] = [
    turn(look.entries),
    turn(look.list),
    turn(look.quotes),
    turn(look.remarks),
  ];
  let remarks = 0;
  const remark = (): string => (remarked() ? ` # remark ${String(remarks++)}` : '');
  const line = (indent: number): string =>
    remarked() ? `${' '.repeat(indent)}# line ${String(remarks++)}\n` : '';
  const held = (v: number | string): string => {
    const q = quote();
    if (typeof v === 'number') return q === '' ? String(v) : q + String(v) + q;
    return q === "'" ? `'${v.replaceAll("'", "''")}'` : JSON.stringify(v);
  };
  const inner = (value: Record<string, unknown>): string =>
    Object.entries(value)
      .map(
        ([k, v]) =>
          `${k}: ${typeof v === 'object' && v !== null ? `{ ${inner({ ...v })} }` : held(v as string | number)}`,
      )
      .join(', ');
  const entry = (at: number, value: Record<string, unknown>, inList: boolean): string => {
    const chosen = entryLook();
    if (inList || chosen === 'flow') return `{ ${inner(value)} }`;
    if (chosen === 'tight') return `{${inner(value)}}`;
    const pad = ' '.repeat(at + 2);
    if (chosen === 'several')
      return `{${remark()}\n${Object.entries(value)
        .map(([k, v]) => `${pad}  ${inner({ [k]: v })}`)
        .join(',\n')}\n${pad}}`;
    return Object.entries(value)
      .map(([k, v], i) => {
        const start = i === 0 ? '' : `${line(at + 2)}${pad}`;
        if (k === 'note' && look.folded && !String(v).startsWith(' '))
          return `${start}note: >-\n${pad}  ${String(v)}\n\n`;
        if (k === 'comparators' && look.comparators === 'block')
          return `${start}comparators:\n${Object.entries({ ...(v as object) })
            .map(([c, n]) => `${pad}  ${c}: ${held(n as number)}${remark()}\n`)
            .join('')}`;
        return `${start}${inner({ [k]: v })}${remark()}\n`;
      })
      .join('')
      .replace(/\n$/, '');
  };
  let section = present.size === 0 ? '' : `indicators:${remark()}\n`;
  for (const [id, values] of present) {
    const sorted = [...values].sort(([a], [b]) => (periodOrder(a) < periodOrder(b) ? -1 : 1));
    const chosen = listLook();
    const items = sorted.map(([p, value]) => ({ period: p, ...value }));
    if (chosen === 'flow')
      section += `${line(2)}  ${id}: [${items.map((v) => entry(0, v, true)).join(', ')}]${remark()}\n`;
    else if (chosen !== 'block') {
      const comma = chosen === 'commas' ? ',' : '';
      section += chosen === 'hanging' ? `  ${id}: [ ` : `  ${id}: [${remark()}\n`;
      items.forEach((v, i) => {
        section += `${chosen === 'hanging' && i === 0 ? '' : '      '}${entry(0, v, true)}${i < items.length - 1 ? ',' : comma}${remark()}\n`;
      });
      section += '    ]\n';
    } else {
      const at = 2 + look.step;
      section += `${line(2)}  ${id}:${remark()}\n`;
      for (const v of items) {
        const written = entry(at, v, false);
        section += `${line(at)}${' '.repeat(at)}- ${written}${written.startsWith('{') ? remark() : ''}\n`;
      }
    }
  }
  const broken = (text: string): string => text.replaceAll('\n', look.lineBreak);
  return { head: broken(reviewHead), section: broken(section), after: broken(look.after) };
}

const columns = [
  'Indicator',
  'Period',
  'Value',
  'Target',
  'Numerator',
  'As at',
  'Source',
  'Note',
  'England',
  'Similar councils',
  'Local value',
  'Local date',
  'Local source',
];

function csvOf(given: Figures, delimiter: string): string {
  const cell = (v: unknown): string => {
    if (v === undefined) return '';
    const text = typeof v === 'number' ? String(v) : (v as string);
    return /[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = [...given].flatMap(([id, values]) =>
    [...values].map(([p, f]) =>
      [
        id,
        p,
        f.value,
        f.target,
        f.numerator,
        f.as_at,
        f.source,
        f.note,
        f.comparators?.['england'],
        f.comparators?.['similar'],
        f.local?.value,
        f.local?.as_at,
        f.local?.source,
      ].map(cell),
    ),
  );
  return [columns, ...rows].map((row) => row.join(delimiter)).join('\r\n');
}

/** What the record must say afterwards, worked out without the program. */
function expected(present: Figures, given: Figures): Record<string, IndicatorValue[]> {
  const made: Record<string, IndicatorValue[]> = {};
  for (const id of new Set([...present.keys(), ...given.keys()])) {
    const before = present.get(id) ?? new Map<string, Figure>();
    const now = given.get(id) ?? new Map<string, Figure>();
    made[id] = [...new Set([...before.keys(), ...now.keys()])]
      .sort((a, b) => (periodOrder(a) < periodOrder(b) ? -1 : 1))
      .map((p) => {
        const [old, fresh] = [before.get(p), now.get(p)];
        const both = { ...old?.comparators, ...fresh?.comparators };
        const value = fresh?.value ?? old?.value ?? NaN;
        return {
          period: p,
          ...old,
          ...fresh,
          value,
          ...(Object.keys(both).length > 0 ? { comparators: both } : {}),
        };
      });
  }
  return made;
}

const remarksIn = (text: string): string[] =>
  [...text.matchAll(/# (?:remark|line) \d+|# as in a sentence|# What the .*|# the end/g)].map(([r]) => r);

describe('an import', () => {
  it('puts in what the file says, keeps all else, and does nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(
        figures,
        figures,
        looks,
        fc.constantFrom(',', ';', '\t'),
        async (present, given, look, delimiter) => {
          fc.pre(given.size > 0);
          const { head, section, after } = reviewText(present, look);
          const text = head + section + after;
          const csv = csvOf(given, delimiter);
          const first = await importInto(text, csv);
          expect(
            first.all.filter(({ severity }) => severity === 'error'),
            text,
          ).toEqual([]);
          expect(reviewFrom(first.text).value.indicators).toEqual(expected(present, given));
          expect(remarksIn(first.text)).toEqual(remarksIn(text));
          expect(first.text.startsWith(head)).toBe(true);
          if (present.size > 0) expect(first.text.endsWith(after)).toBe(true);
          else expect(first.text.startsWith(text)).toBe(true);
          if (look.lineBreak === '\r\n') expect(first.text).not.toMatch(/(?<!\r)\n/);
          const second = await importInto(first.text, csv);
          expect(second.bytes).toBeUndefined();
          expect(second.plan.every(({ what }) => what === 'unchanged')).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
