import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/compose/derive.ts';
import { loadStyle, styleNames } from '../../../src/compose/style.ts';
import { Facts } from '../../../src/compose/facts.ts';
import { Prose } from '../../../src/records/prose.ts';
import { quietWorld } from '../../support/project.ts';
import { exampleReports, joinedExample } from '../../support/records.ts';

/** Every text in a value, each with where it stands. An officer's prose is not of Scrutineer's making. */
function texts(value: unknown, at = ''): [at: string, text: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null || value instanceof Prose) return [];
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, at === '' ? name : `${at}.${name}`));
}

const wrong: readonly [what: string, RegExp][] = [
  ['two spaces', / {2}/],
  ['a space at an end', /^\s|\s$/],
  ['a space before a sign', / [,.;:%]/],
  ['undefined', /undefined|null|NaN|Infinity|\[object/],
  [
    'one of many',
    /(?<![\d.,])(1|\bone)[ \u00a0](points|stars|councils|actions|areas|indicators|judgements|weeks|days|examples|quality statements|percentage points)\b/i,
  ],
  [
    'many of one',
    /\b(two|three|\d\d+)[ \u00a0](point|star|action|area|indicator|judgement|percentage point)\b(?!s)/,
  ],
  ['nothing counted as “no of”', /\bno of\b|\bno (are|were|is|was)\b/i],
  ['a straight quotation mark', /["']/],
  ['traces of binary fractions', /\d\.\d{6,}/],
  ['braces', /\{\{|\}\}/],
];

const styles = styleNames(quietWorld).map((name) => {
  const { style } = loadStyle(quietWorld, name, undefined);
  if (!style) throw new Error(`The style ${name} can be read.`);
  return { name, outline: style.value };
});

it('implications that nobody has are named in one line each', () => {
  const modern = styles.find(({ name }) => name === 'modern');
  if (!modern) throw new Error('There is a style called modern.');
  const facts = deriveFacts(joinedExample('durham-2003-12-01'), modern.outline);
  expect(facts.implications_answered?.map(({ id }) => id)).toEqual(['finance', 'staffing']);
  expect(facts.implications_in_short.map(({ line }) => line)).toEqual([
    'Not recorded: legal.',
    'No implications: equality; climate and environment.',
  ]);
});

describe.each(exampleReports)('the facts of %s', (report) => {
  it.each(styles)('are good English in the style $name', ({ outline }) => {
    const facts = deriveFacts(joinedExample(report), outline);
    for (const [at, text] of texts(facts))
      for (const [what, pattern] of wrong) expect.soft(text, `${what} in ${at}`).not.toMatch(pattern);
  });

  it.each(styles)('have the shape that wordings are checked against in the style $name', ({ outline }) => {
    const parsed = Facts.strict().safeParse(deriveFacts(joinedExample(report), outline));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});
