import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { told } from './support.ts';

const Input = z.object({
  title: z.string(),
  lead: z.object({ name: z.string() }),
  services: z.array(z.object({ name: z.string(), notes: z.array(z.string()) })),
  scores: z.record(z.string(), z.number()),
  pair: z.tuple([z.string(), z.number()]),
});

describe('the scopes of a template', () => {
  it.each([
    ['this in a list of texts', '{{#each services}}{{#each notes}}{{this}}{{.}}{{/each}}{{/each}}'],
    [
      'fields further out',
      '{{#each services}}{{../title}}{{#each notes}}{{../name}}{{../../title}}{{/each}}{{/each}}',
    ],
    ['no level for if', '{{#each services}}{{#if name}}{{name}}{{../title}}{{/if}}{{/each}}'],
    [
      'no level for with this',
      '{{#with this}}{{title}}{{/with}}{{#with lead}}{{#with this}}{{../title}}{{/with}}{{/with}}',
    ],
    ['the root', '{{#each services}}{{#with @root}}{{lead.name}}{{/with}}{{@root.title}}{{/each}}'],
    ['each over a record', '{{#each scores}}{{@key}} {{this}} {{@index}}{{@first}}{{@last}}{{/each}}'],
    ['the surroundings in else', '{{#each services}}{{name}}{{else}}{{title}}{{/each}}'],
    ['the surroundings in the else of with', '{{#with lead}}{{name}}{{else}}{{title}}{{/with}}'],
    [
      'chains of else',
      '{{#if lead}}a{{else each services}}{{name}}{{else with lead}}{{name}}{{else}}{{title}}{{/if}}',
    ],
    [
      'block parameters',
      '{{#each services as |service i|}}{{service.name}}{{i}}{{#with ../lead as |l|}}{{l.name}}{{service.name}}{{/with}}{{/each}}',
    ],
    ['frames', '{{#each services}}{{#each notes}}{{@index}}{{@../index}}{{/each}}{{/each}}'],
    ['places in a list', '{{pair.[0]}}{{pair.[1]}}{{pair.length}}{{lookup pair 0}}'],
    ['names in brackets', '{{[title]}}{{lead.[name]}}{{"title"}}'],
  ])('know %s', (_, source) => {
    expect(told(source, Input)).toEqual([]);
  });

  it('end', () => {
    expect(told('{{../title}} {{#each services}}{{../../title}}{{/each}}', Input)).toEqual([
      'page.hbs:1:3-11 templates/unknown-field: `../title` goes further out than there is anything. → This is the outermost level already: remove `../`.',
      'page.hbs:1:34-45 templates/unknown-field: `../../title` goes further out than there is anything. → Write at most 1 of `../` here.',
    ]);
  });

  it('have @index only inside a list', () => {
    expect(told('{{@index}}{{#each services}}{{@indx}}{{@../index}}{{/each}}', Input)).toEqual([
      'page.hbs:1:3-9 templates/unknown-field: There is no `@index` at this place. → At this place there is: `@root`.',
      'page.hbs:1:31-36 templates/unknown-field: There is no `@indx` at this place. → Did you mean `@index`?',
      'page.hbs:1:40-49 templates/unknown-field: There is no `@../index` at this place. → At this place there is: `@root`.',
    ]);
  });

  it('have the data that the page is rendered with', () => {
    const data = new Map([['edition', { kind: 'scalar', sort: 'text' } as const]]);
    expect(told('{{@edition}}{{#each services}}{{@edition}}{{/each}}', Input, { data })).toEqual([]);
  });

  it('forget block parameters at the end of the block', () => {
    expect(told('{{#each services as |s|}}{{s.nam}}{{/each}}{{s.name}}', Input)).toEqual([
      'page.hbs:1:30-33 templates/unknown-field: There is no field `nam` in `s`. → Did you mean `name`?',
      'page.hbs:1:46-47 templates/unknown-field: There is no field `s` in what this template is given. → Known there: `title`, `lead`, `services`, `scores`, `pair`.',
    ]);
  });

  it('offer a block parameter that has the field', () => {
    expect(told('{{#each services as |s|}}{{#with ../lead}}{{notes}}{{/with}}{{/each}}', Input)).toEqual([
      'page.hbs:1:45-50 templates/unknown-field: There is no field `notes` in `../lead`. → It is a field further out. Write `../notes`.',
    ]);
  });

  it('give block parameters to blocks that have some, and no more than they have', () => {
    expect(told('{{#each services as |a b c|}}{{/each}}{{#if title as |t|}}{{/if}}', Input)).toEqual([
      'page.hbs:1:4-8 templates/helper-use: `#each` can be given at most 2 names between bars, and has 3.',
      'page.hbs:1:42-44 templates/helper-use: `#if` can be given no names between bars, and has 1.',
    ]);
  });

  it('count columns as editors do on every line and after characters beyond the first plane', () => {
    expect(told('😀\r\n\\{{x}} {{titl}}', Input)).toEqual([
      'page.hbs:2:10-14 templates/unknown-field: There is no field `titl` in what this template is given. → Did you mean `title`?',
    ]);
  });
});

describe('templates/not-a-list', () => {
  it('refuses #each over anything else, and says what to write', () => {
    expect(told('{{#each lead}}{{name}}{{/each}}{{#each title}}{{/each}}', Input)).toEqual([
      'page.hbs:1:9-13 templates/not-a-list: `#each` needs a list, and `lead` is a group of fields. → Write `{{#with …}}` if that is meant.',
      'page.hbs:1:40-45 templates/not-a-list: `#each` needs a list, and `title` is text. → Write `{{#if …}}` if that is meant.',
    ]);
  });
});

describe('templates/unsupported', () => {
  it('refuses blocks that do not say what they do', () => {
    expect(told('{{#services}}{{name}}{{/services}}{{#lead}}{{/lead}}{{^title}}{{/title}}', Input)).toEqual([
      'page.hbs:1:4-12 templates/unsupported: `{{#services}}` does not say whether it repeats, tests or opens `services`. → Write `{{#each services}} … {{/each}}`.',
      'page.hbs:1:38-42 templates/unsupported: `{{#lead}}` does not say whether it repeats, tests or opens `lead`. → Write `{{#with lead}} … {{/with}}`.',
      'page.hbs:1:56-61 templates/unsupported: `{{#title}}` does not say whether it repeats, tests or opens `title`. → Write `{{#if title}} … {{/if}}`.',
    ]);
  });

  it.each([
    ['{{#> box}}a{{/box}}', 'A partial with a body'],
    ['{{#*inline "box"}}a{{/inline}}', 'A partial inside another template'],
    ['{{* box}}', 'A decorator'],
  ])('refuses %s', (source, what) => {
    const [finding] = told(source, Input, { partials: { box: '' } });
    expect(finding).toContain(`templates/unsupported: ${what}`);
  });
});
