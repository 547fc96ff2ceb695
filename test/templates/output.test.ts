import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { SAFE_HTML } from '../../src/templates/shape-types.ts';
import { told } from './support.ts';

class Prose {
  readonly text = '';
}

const Input = z.object({
  title: z.string(),
  stars: z.number(),
  when: z.date(),
  note: z.string().nullable(),
  nothing: z.null(),
  lead: z.object({ name: z.string(), role: z.string() }).optional(),
  services: z.array(z.string()),
  scores: z.record(z.string(), z.number()),
  prose: z.instanceof(Prose).meta({ templateShape: 'scalar' }),
  html: z.instanceof(Prose).meta({ templateShape: 'html' }).optional(),
  any: z.any(),
});

const helpers = { svg: { params: { min: 0, max: 0 }, returns: SAFE_HTML } };

describe('templates/raw-output', () => {
  it('refuses three braces and &', () => {
    expect(told('{{{title}}}{{&title}}{{{or title "x"}}}{{{any}}}', Input)).toEqual([
      'page.hbs:1:1-12 templates/raw-output: `title` is printed without being made safe. → Write `{{title}}`, with two braces on either side.',
      'page.hbs:1:12-22 templates/raw-output: `title` is printed without being made safe. → Write `{{title}}`, with two braces on either side.',
      'page.hbs:1:22-40 templates/raw-output: `or` is printed without being made safe. → Write `{{or …}}`, with two braces on either side.',
      'page.hbs:1:40-49 templates/raw-output: `any` is printed without being made safe. → Write `{{any}}`, with two braces on either side.',
    ]);
  });

  it('lets through what is declared to be safe HTML', () => {
    expect(told('{{{svg}}}{{svg}}{{#if html}}{{{html}}}{{html}}{{/if}}', Input, { helpers })).toEqual([]);
  });
});

describe('templates/prints-structure', () => {
  it('lets single values through', () => {
    expect(told('{{title}}{{stars}}{{prose}}{{any}}{{any.thing}}', Input)).toEqual([]);
  });

  it('refuses lists and groups', () => {
    expect(told('{{services}}{{scores}}{{#if lead}}{{lead}}{{/if}}{{this}}', Input)).toEqual([
      'page.hbs:1:3-11 templates/prints-structure: `services` is a list, which cannot be printed as it is. → Go through it with `{{#each services}} … {{/each}}`.',
      'page.hbs:1:15-21 templates/prints-structure: `scores` is a set of named entries, which cannot be printed as it is. → Go through it with `{{#each scores}} … {{/each}}`.',
      'page.hbs:1:37-41 templates/prints-structure: `lead` is a group of fields, which cannot be printed as it is. → Print one of its fields, such as `{{lead.name}}`.',
      'page.hbs:1:52-56 templates/prints-structure: `this` is a group of fields, which cannot be printed as it is. → Print one of its fields, such as `{{this.title}}`.',
    ]);
  });

  it('refuses a date, which would come out as machines write it', () => {
    expect(told('{{when}}', Input)).toEqual([
      'page.hbs:1:3-7 templates/prints-structure: `when` is a date, which cannot be printed as it is. → Put a helper before it that writes dates.',
    ]);
  });

  it('refuses what may be a structure', () => {
    expect(told('{{x}}', z.object({ x: z.union([z.string(), z.array(z.string())]) }))).toHaveLength(1);
  });
});

describe('templates/may-be-blank', () => {
  it('refuses to print what may be absent', () => {
    expect(told('{{note}} {{lead.name}} {{nothing}}', Input)).toEqual([
      'page.hbs:1:3-7 templates/may-be-blank: `note` may not be filled in, and would leave a gap here. → Put it inside `{{#if note}} … {{else}} … {{/if}}` and say after the `{{else}}` what to print otherwise.',
      'page.hbs:1:12-21 templates/may-be-blank: `lead.name` may not be filled in, and would leave a gap here. → Put it inside `{{#if lead.name}} … {{else}} … {{/if}}` and say after the `{{else}}` what to print otherwise.',
      'page.hbs:1:26-33 templates/may-be-blank: `nothing` is always empty here. → Remove it, or use something else.',
    ]);
  });

  it('refuses an entry that the data may not have', () => {
    expect(
      told('{{scores.x}}{{services.[0]}}{{lookup scores title}}{{lookup services 2}}', Input),
    ).toHaveLength(4);
  });

  it('lets tests and loops have it', () => {
    expect(
      told('{{#if note}}{{/if}}{{#with lead}}{{name}}{{/with}}{{#each lead.x}}{{/each}}', Input),
    ).toHaveLength(1);
    expect(
      told('{{#each list}}{{this}}{{/each}}', z.object({ list: z.array(z.string()).optional() })),
    ).toEqual([]);
  });

  it('accepts a default', () => {
    expect(told('{{or note lead.name "None"}}', Input)).toEqual([]);
    expect(told('{{or note lead.name}}', Input)).toHaveLength(1);
  });

  it('refuses it where a helper needs a value, unless that helper says it does not', () => {
    const more = {
      upper: { params: { min: 1, max: 1 }, hash: ['mark'] },
      orNone: { params: { min: 1, max: 1 }, acceptsBlank: true },
    };
    expect(told('{{upper note}}{{upper title mark=note}}{{orNone note}}', Input, { helpers: more })).toEqual([
      'page.hbs:1:9-13 templates/may-be-blank: `note` may not be filled in, and `upper` needs it. → Put it inside `{{#if note}} … {{else}} … {{/if}}` and say after the `{{else}}` what to print otherwise.',
      'page.hbs:1:34-38 templates/may-be-blank: `note` may not be filled in, and `upper` needs it. → Put it inside `{{#if note}} … {{else}} … {{/if}}` and say after the `{{else}}` what to print otherwise.',
    ]);
  });
});
