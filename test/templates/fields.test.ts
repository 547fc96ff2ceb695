import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { told } from './support.ts';

const Input = z.object({
  title: z.string(),
  summary: z.string(),
  lead: z.object({ name: z.string(), role: z.string() }),
  services: z.array(z.object({ name: z.string() })),
  scores: z.record(z.string(), z.number()),
});

describe('templates/unknown-field', () => {
  it('says nothing about fields that are there', () => {
    expect(told('{{title}} {{lead.name}} {{this.title}} {{./title}} {{@root.title}}', Input)).toEqual([]);
  });

  it('points at the name and suggests the nearest one', () => {
    expect(told('A\n  {{sumary}}', Input)).toEqual([
      'page.hbs:2:5-11 templates/unknown-field: There is no field `sumary` in what this template is given. → Did you mean `summary`?',
    ]);
  });

  it('points at the part of a path that is wrong', () => {
    expect(told('{{lead.nam}}', Input)).toEqual([
      'page.hbs:1:8-11 templates/unknown-field: There is no field `nam` in `lead`. → Did you mean `name`?',
    ]);
  });

  it('lists what there is where nothing is near', () => {
    expect(told('{{#with lead}}{{telephone}}{{/with}}', Input)).toEqual([
      'page.hbs:1:17-26 templates/unknown-field: There is no field `telephone` in `lead`. → Known there: `name`, `role`.',
    ]);
  });

  it('says how to write a field that is further out', () => {
    expect(told('{{#each services}}{{title}}{{/each}}', Input)).toEqual([
      'page.hbs:1:21-26 templates/unknown-field: There is no field `title` in an entry of `services`. → It is a field further out. Write `../title`.',
    ]);
  });

  it('says that a value has no fields', () => {
    expect(told('{{title.short}}', Input)).toEqual([
      'page.hbs:1:9-14 templates/unknown-field: There is no field `short` in `title`, which is text.',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'])(
    'takes %s for a name like any other',
    (name) => {
      const rules = told(`{{${name}}}{{lead.${name}}}{{services.${name}}}{{title.${name}}}`, Input);
      expect(rules).toHaveLength(4);
      expect(rules.every((r) => r.includes(`templates/unknown-field: There is no field \`${name}\``))).toBe(
        true,
      );
    },
  );

  it('refuses inherited names where any name is allowed', () => {
    const open = z.looseObject({ any: z.any(), scores: z.record(z.string(), z.number()) });
    expect(told('{{any.constructor}}{{scores.constructor}}{{constructor}}', open)).toHaveLength(3);
  });
});
