import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { agendaKind } from '../src/agenda/facts.ts';
import { sheetKind } from '../src/agenda/sheet.ts';
import { supplementKind } from '../src/agenda/supplement.ts';
import type { Quotation } from '../src/compose/prose.ts';
import { figureQuotations } from '../src/compose/quotations/figures.ts';
import { planQuotations } from '../src/compose/quotations/plan.ts';
import { quotationsFor } from '../src/compose/quotations/quotations.ts';
import { ratingQuotations } from '../src/compose/quotations/ratings.ts';
import { join as joinRecords } from '../src/compose/join.ts';
import { Chart } from '../src/compose/chart.ts';
import { Facts } from '../src/compose/facts.ts';
import { wordingHelpers } from '../src/compose/wording.ts';
import { definedRules } from '../src/diagnostics/diagnostic.ts';
import { minutesKinds } from '../src/minutes/documents.ts';
import { itemPageKind } from '../src/pack/item-page.ts';
import { openProject } from '../src/pipeline.ts';
import { shapeOf, type Shape } from '../src/templates/shape.ts';
import { projectFolder, quietWorld } from './support/project.ts';

/** Documents that are no reports. */
const kinds = [agendaKind, supplementKind, sheetKind, itemPageKind, ...Object.values(minutesKinds)];

/** Every file of the program that defines a rule, with the names of its rules. */
function filesWithRules(): { file: string; rules: string[] }[] {
  return readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(projectFolder, 'src', name))
    .map((file) => {
      const calls = readFileSync(file, 'utf8').matchAll(/(?<!function )\brule\(\s*(?:'([^']+)')?/g);
      return { file, rules: [...calls].map(([, name = 'a rule without a name']) => name) };
    })
    .filter(({ rules }) => rules.length > 0);
}

/** The reference pages are made from the code that they describe. */
function page(name: string, text: string): void {
  const file = join(projectFolder, 'docs', name);
  if (process.env['UPDATE_CASES'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe('reference pages', () => {
  it('docs/rules.md lists every rule', async () => {
    const files = filesWithRules();
    for (const { file } of files) await import(pathToFileURL(file).href);
    const named = files.flatMap(({ rules }) => rules);
    expect(definedRules().map(({ id }) => id)).toEqual(named.sort());
    const rows = definedRules().map((r) => `| \`${r.id}\` | ${r.severity} | ${r.why} |`);
    page(
      'rules.md',
      [
        '# Rules',
        '',
        'Everything that Scrutineer can find wrong. An error stops the paper, a warning does not; a suggestion is about how easily members can read it, and a report can turn it off under `accept:` with a reason, as it can the warnings of `figures/`; `machine` is a problem with the computer rather than with the data.',
        '',
        '| rule | severity | why it matters |',
        '|---|---|---|',
        ...rows,
        '',
      ].join('\n'),
    );
  });

  it('docs/prose.md lists every name that prose can quote', () => {
    const joined = joinRecords(openProject(quietWorld).records, 'durham-2003-12-01');
    if (!joined) throw new Error('the example is not there');
    const all = quotationsFor(joined, () => ({ kind: 'break' }));
    const groups: readonly [string, [string, Quotation][]][] = [
      ['Judgements, the rating and the national picture', ratingQuotations(joined)],
      ['Indicators', figureQuotations(joined)],
      ['Areas for improvement, actions and duties', planQuotations(joined)],
    ];
    const grouped = new Set(groups.flatMap(([, of]) => of.map(([name]) => name)));
    const rest = [...all].filter(([name]) => !grouped.has(name));
    page(
      'prose.md',
      [
        '# Writing prose',
        '',
        'Prose is Markdown: paragraphs, lists, **strong** and *emphasised* words, links. Raw HTML, headings, pictures and code are refused: the house style sets those. A text that begins with `{{`, or has a colon followed by a space in it, needs "quotation marks" round the whole, or `>-` and an indented line.',
        '',
        'Prose quotes the record, so that a figure stands in one place only. A name that the record cannot answer stops the paper and says what to write instead. How figures follow from records stands in [indicators.md](indicators.md).',
        '',
        ...[...groups, ['Everything else', rest] as const].flatMap(([heading, of]) => [
          `## ${heading}`,
          '',
          '| write | and the paper says |',
          '|---|---|',
          ...of.map(([, q]) => `| \`${q.usage.replace(' or ', '\` or \`')}\` | ${q.gives} |`),
          '',
        ]),
      ].join('\n'),
    );
  });

  it('docs/wording.md lists every name and helper of a style’s wording', () => {
    let lines: string[] = [];
    const walk = (shape: Shape, path: string): void => {
      if (shape.kind === 'maybe') walk(shape.of, path);
      else if (shape.kind === 'object')
        for (const [name, inner] of shape.fields)
          describeField(inner, path === '' ? name : `${path}.${name}`);
    };
    const describeField = (shape: Shape, path: string): void => {
      const maybe = shape.kind === 'maybe';
      const inner = maybe ? shape.of : shape;
      const sort =
        inner.kind === 'array'
          ? 'a list: use with `each`'
          : inner.kind === 'object'
            ? 'a group'
            : inner.kind === 'scalar'
              ? inner.sort === 'value'
                ? 'an officer’s prose'
                : inner.sort
              : inner === shapeOf(Chart)
                ? 'a picture: use with `figure`'
                : inner.kind;
      lines.push(`| \`${path}\` | ${sort} | ${maybe ? 'only where the record has it' : ''} |`);
      if (inner.kind === 'array') walk(inner.item, `${path}[]`);
      else walk(inner, path);
    };
    const namesOf = (schema: z.ZodType): string[] => {
      lines = [];
      walk(shapeOf(schema), '');
      return ['| name | what it is | |', '|---|---|---|', ...lines, ''];
    };
    page(
      'wording.md',
      [
        '# Wording of a house style',
        '',
        'An outline’s `text`, `title`, `heading` and `caption` are short Handlebars templates over these names, giving Markdown. Inside `each`, the names of the item stand beside those outside it. Names are checked before any paper is made; one that may be absent must stand inside `{{#if}}` or a `when:`.',
        '',
        '| helper | gives its value |',
        '|---|---|',
        ...Object.entries(wordingHelpers).map(([name, gives]) => `| \`{{${name} …}}\` | ${gives} |`),
        '',
        ...namesOf(Facts),
        ...kinds.flatMap(({ name, facts }) => [
          `## ${name}.yaml`,
          '',
          `What \`templates/shared/${name}.yaml\` may name, and a house style’s own \`${name}.yaml\` where it has one.`,
          '',
          ...namesOf(facts),
        ]),
      ].join('\n'),
    );
  });
});
