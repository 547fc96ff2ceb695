import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { told } from './support.ts';

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('table'), caption: z.string().optional(), rows: z.array(z.string()) }),
  z.object({ kind: z.literal('figure'), caption: z.string() }),
]);
const Input = z.object({
  lead: z.object({ name: z.string(), role: z.string().nullable() }).optional(),
  note: z.string().optional(),
  mode: z.enum(['draft', 'final']),
  block: Block,
  blocks: z.array(Block).optional(),
  names: z.array(z.string().nullable()),
});

const each = (body: string): string => `{{#each blocks}}${body}{{/each}}`;

describe('what is known inside a test', () => {
  it.each([
    ['the field itself', '{{#if note}}{{note}}{{/if}}'],
    ['its parents', '{{#if lead.role}}{{lead.role}}{{lead.name}}{{/if}}'],
    ['the else of unless', '{{#unless note}}-{{else}}{{note}}{{/unless}}'],
    ['the contents of with', '{{#with lead}}{{name}}{{#if role}}{{role}}{{/if}}{{/with}}'],
    ['the thing outside too, inside with', '{{#with lead}}{{../lead.name}}{{/with}}'],
    ['else if', '{{#if lead}}{{lead.name}}{{else if note}}{{note}}{{/if}}'],
    ['further out', '{{#each blocks}}{{#if ../note}}{{../note}}{{/if}}{{/each}}'],
    [
      'the root, under both names',
      '{{#if @root.note}}{{@root.note}}{{note}}{{/if}}{{#if note}}{{@root.note}}{{/if}}',
    ],
    ['a block parameter', '{{#each names as |name|}}{{#if name}}{{name}}{{/if}}{{/each}}'],
    ['an entry', '{{#each names}}{{#if this}}{{this}}{{/if}}{{/each}}'],
    ['and', '{{#if (and lead lead.role)}}{{lead.role}}{{/if}}'],
    ['or, in its else', '{{#if (or (not lead) (not note))}}-{{else}}{{lead.name}}{{note}}{{/if}}'],
    ['not', '{{#if (not note)}}-{{else}}{{note}}{{/if}}'],
    ['lookup', '{{#if (lookup this "note")}}{{note}}{{lookup . "note"}}{{/if}}'],
    ['a comparison', '{{#if (eq note "x")}}{{note}}{{/if}}'],
    ['the kind', each('{{#if (eq kind "table")}}{{rows.length}}{{/if}}')],
    ['the kind, the other way round', each('{{#if (eq "table" kind)}}{{rows.length}}{{/if}}')],
    [
      'the kind of a field',
      '{{#if (eq block.kind "table")}}{{block.rows.length}}{{#with block}}{{rows.length}}{{/with}}{{/if}}',
    ],
    [
      'the kinds left over',
      each(
        '{{#if (eq kind "paragraph")}}{{text}}{{else if (ne kind "table")}}{{caption}}{{else}}{{rows.length}}{{/if}}',
      ),
    ],
    ['the kind in a longer test', each('{{#if (and (eq kind "table") caption)}}{{caption}}{{/if}}')],
    [
      'what the second part of a test may assume',
      each('{{#if (and (eq kind "table") (eq rows.length 1))}}{{/if}}'),
    ],
  ])('covers %s', (_, source) => {
    expect(told(source, Input)).toEqual([]);
  });

  it('ends with the block', () => {
    expect(told('{{#if note}}{{/if}}{{note}}', Input)).toEqual([
      'page.hbs:1:22-26 templates/may-be-blank: `note` may not be filled in, and would leave a gap here. → Put it inside `{{#if note}} … {{else}} … {{/if}}` and say after the `{{else}}` what to print otherwise.',
    ]);
  });

  it('is of the tested field and no other', () => {
    expect(told('{{#if lead}}{{lead.role}}{{note}}{{/if}}', Input)).toHaveLength(2);
  });

  it('says that the field is empty in the other branch', () => {
    expect(told('{{#if lead}}{{else}}{{lead.name}}{{/if}}', Input)).toEqual([
      'page.hbs:1:23-32 templates/may-be-blank: `lead.name` is always empty here. → Remove it, or use something else.',
    ]);
  });

  it('is not drawn from parts of an or', () => {
    expect(told('{{#if (or lead note)}}{{note}}{{/if}}', Input)).toHaveLength(1);
  });

  it('cannot be told of an entry inside another block, where Handlebars makes up a value', () => {
    expect(told('{{#each names}}{{#if @first}}{{#if this}}{{/if}}{{/if}}{{/each}}', Input)).toEqual([
      'page.hbs:1:36-40 templates/may-be-blank: `this` may be empty, and inside another block that can no longer be told. → Name the entry, as in `{{#each list as |entry|}}`, and use `entry` in place of `this`.',
    ]);
  });
});

describe('what was tested before', () => {
  it('is known in the whole template', () => {
    const known = [
      { path: 'lead.role', there: true },
      { path: 'note', there: true },
    ];
    expect(told('{{lead.name}}{{lead.role}}{{@root.lead.name}}', Input, { known })).toEqual([]);
    expect(told('{{note}}', Input, { known })).toEqual([]);
    const absent = [{ path: 'lead', there: false }];
    expect(told('{{lead.name}}', Input, { known: absent })[0]).toContain('`lead.name` is always empty here.');
  });

  it('does not make a block of the template', () => {
    expect(told('{{else}}', Input, { known: [{ path: 'note', there: true }] })).toHaveLength(1);
  });
});

describe('a field that not every kind has', () => {
  it('names the kinds that lack it and those that have it', () => {
    expect(told(each('{{caption}}'), Input)).toEqual([
      'page.hbs:1:19-26 templates/unknown-field: There is no field `caption` in an entry of `blocks` when `kind` is `paragraph`. → Use it only where it exists, which is when `kind` is `table` or `figure`.',
    ]);
  });

  it('is unknown where no kind has it', () => {
    expect(told(each('{{heading}}{{captoin}}'), Input)).toEqual([
      'page.hbs:1:19-26 templates/unknown-field: There is no field `heading` in an entry of `blocks`. → Known there: `kind`, `text`, `caption`, `rows`.',
      'page.hbs:1:30-37 templates/unknown-field: There is no field `captoin` in an entry of `blocks`. → Did you mean `caption`?',
    ]);
  });

  it('is told of unions without a declared discriminator as well', () => {
    const either = z.object({
      x: z.union([z.object({ type: z.literal('a'), one: z.string() }), z.object({ type: z.literal('b') })]),
      y: z.union([z.string(), z.object({ one: z.string() })]),
    });
    expect(told('{{x.one}}{{#if (eq x.type "a")}}{{x.one}}{{/if}}{{y.one}}', either)).toEqual([
      'page.hbs:1:5-8 templates/unknown-field: There is no field `one` in `x` when `type` is `b`. → Use it only where it exists, which is when `type` is `a`.',
      'page.hbs:1:53-56 templates/unknown-field: There is no field `one` in `y` when it is text. → Use it only where it exists, which is when it is a group of fields.',
    ]);
  });
});

describe('templates/never-equal', () => {
  it('warns of a value that the field cannot have', () => {
    expect(
      told(each('{{#if (eq kind "tables")}}{{/if}}') + '{{#if (ne mode "archived")}}{{/if}}', Input),
    ).toEqual([
      'page.hbs:1:32-40 templates/never-equal: `kind` is never `tables` here. → Did you mean `table`?',
      'page.hbs:1:74-84 templates/never-equal: `mode` is never `archived` here. → It can be `draft` or `final`.',
    ]);
  });

  it('judges a partial by everything it is given', () => {
    const partials = {
      paragraph: '{{> any}}',
      table: '{{> any}}',
      figure: '',
      any: '{{#if (eq kind "table")}}{{/if}}',
    };
    expect(told(each('{{> (lookup this "kind")}}'), Input, { partials })).toEqual([]);
  });

  it('leaves alone what a partial is given in the call, which differs between styles', () => {
    const partials = { heading: '{{#if (eq level 3)}}{{/if}}' };
    expect(told('{{> heading level=2}}', Input, { partials })).toEqual([]);
  });
});
