import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { DATE, NUMBER, TEXT } from '../../src/templates/shape-types.ts';
import type { HelperSpec } from '../../src/templates/helpers.ts';
import { itemOf } from '../../src/templates/shape-fields.ts';
import { told } from './support.ts';

const Input = z.object({
  title: z.string(),
  stars: z.string(),
  first: z.string(),
  when: z.date(),
  services: z.array(z.object({ name: z.string() })),
});

const helpers: Record<string, HelperSpec> = {
  stars: { params: { min: 0, max: 0 } },
  indicator: {
    params: { min: 1, max: 2 },
    hash: ['period'],
    choices: [['initial-assessments', 'reviews-on-time']],
  },
  date: { params: { min: 1, max: 1 }, takes: ['date'] },
  firstOf: {
    params: { min: 1, max: 1 },
    takes: ['list'],
    returns: ({ params: [list] }) => (list && itemOf(list)) ?? TEXT,
  },
  section: {
    params: { min: 1, max: 1 },
    block: {
      scope: { kind: 'object', fields: new Map([['number', NUMBER]]) },
      blockParams: [TEXT],
      data: new Map([['depth', NUMBER]]),
    },
    blockOnly: true,
  },
  note: { params: { min: 0, max: 0 }, block: {} },
  today: { params: { min: 0, max: 0 }, returns: DATE },
};

const check = (source: string): string[] => told(source, Input, { helpers });

describe('templates/unknown-helper', () => {
  it('suggests the nearest helper', () => {
    expect(check('{{indicater "reviews-on-time"}}{{#sektion title}}{{/sektion}}')).toEqual([
      'page.hbs:1:3-12 templates/unknown-helper: There is no helper `indicater`. → Did you mean `indicator`?',
      'page.hbs:1:35-42 templates/unknown-helper: There is no helper `sektion` that can enclose something. → Did you mean `section`?',
    ]);
  });

  it('tells a field from a helper', () => {
    expect(check('{{title 1}}{{#if (title)}}{{/if}}{{#if stars}}{{/if}}')).toEqual([
      'page.hbs:1:3-8 templates/unknown-helper: `title` is a field, not a helper, so nothing can follow it. → Write `{{title}}` alone, or put a helper before it.',
      'page.hbs:1:19-24 templates/unknown-helper: `title` is a field, not a helper. → Write `title` without brackets.',
    ]);
  });

  it('says that a helper inside another needs brackets', () => {
    expect(check('{{indicator note}}')).toEqual([
      'page.hbs:1:13-17 templates/unknown-field: There is no field `note` in what this template is given. → `note` is a helper. Inside another one, write it in brackets: `(note)`.',
    ]);
  });

  it('offers helpers where a name is printed', () => {
    expect(check('{{stats}}')[0]).toContain('Did you mean `stars`?');
  });

  it('does not know what Handlebars has for programmers', () => {
    expect(check('{{log title}}{{helperMissing 1}}')).toHaveLength(2);
  });

  it('goes on inside', () => {
    expect(check('{{nohelper titel}}{{#nohelper 1}}{{anything}}{{else}}{{titel}}{{/nohelper}}')).toHaveLength(
      4,
    );
  });
});

describe('templates/helper-use', () => {
  it('counts values', () => {
    expect(
      check(
        '{{indicator}}{{indicator "reviews-on-time" 1 2}}{{stars 1}}{{#if}}{{/if}}{{lookup title}}{{eq 1 2 3}}{{or}}',
      ),
    ).toEqual([
      'page.hbs:1:3-12 templates/helper-use: `indicator` takes 1 to 2 values and is given none. → Write a value after it. If a field called `indicator` is meant, write `this.indicator`.',
      'page.hbs:1:14-49 templates/helper-use: `indicator` takes 1 to 2 values and is given 3. → Write it as `indicator …`.',
      'page.hbs:1:49-60 templates/helper-use: `stars` takes no values and is given 1. → Write `stars` alone.',
      'page.hbs:1:63-65 templates/helper-use: `if` takes 1 value and is given none. → Write a value after it. If a field called `if` is meant, write `this.if`.',
      'page.hbs:1:74-90 templates/helper-use: `lookup` takes 2 values and is given 1. → Write it as `lookup … …`.',
      'page.hbs:1:90-102 templates/helper-use: `eq` takes 2 values and is given 3. → Write it as `eq … …`.',
      'page.hbs:1:104-106 templates/helper-use: `or` takes 1 value or more and is given none. → Write a value after it. If a field called `or` is meant, write `this.or`.',
    ]);
  });

  it('knows the names of options', () => {
    expect(
      check(
        '{{indicator "reviews-on-time" perid="x"}}{{stars big=true}}{{#if title includeZero=true}}{{/if}}',
      ),
    ).toEqual([
      'page.hbs:1:31-40 templates/helper-use: `indicator` does not know `perid=`. → Did you mean `period`?',
      'page.hbs:1:50-58 templates/helper-use: `stars` does not know `big=`. → Remove `big=`.',
    ]);
  });

  it('knows the texts there are to choose from', () => {
    expect(check('{{indicator "initial-assesments"}}{{indicator title}}')).toEqual([
      'page.hbs:1:13-33 templates/helper-use: `indicator` does not know `initial-assesments`. → Did you mean `initial-assessments`?',
    ]);
  });

  it('knows the kind of value', () => {
    expect(check('{{date when}}{{date (today)}}{{date title}}{{firstOf title}}{{date (stars)}}')).toEqual([
      'page.hbs:1:37-42 templates/helper-use: `date` needs a date here, and `title` is text.',
      'page.hbs:1:54-59 templates/helper-use: `firstOf` needs a list here, and `title` is text.',
      'page.hbs:1:68-75 templates/helper-use: `date` needs a date here, and this is text.',
    ]);
  });

  it('knows what can enclose something and what must', () => {
    expect(
      check('{{#stars}}{{/stars}}{{section title}}{{if title}}{{#note}}{{title}}{{/note}}{{note}}'),
    ).toEqual([
      'page.hbs:1:4-9 templates/helper-use: `stars` cannot enclose anything. → Write `{{stars …}}`, without # and without a closing tag.',
      'page.hbs:1:21-38 templates/helper-use: `section` has to enclose something. → Write `{{#section …}} … {{/section}}`.',
      'page.hbs:1:38-50 templates/helper-use: `if` has to enclose something. → Write `{{#if …}} … {{/if}}`.',
    ]);
  });

  it('knows that Handlebars takes @first for a helper called first', () => {
    const source = '{{#each services}}{{@first}}{{#if @first}}{{/if}}{{/each}}';
    const first: HelperSpec = { params: { min: 1, max: 1 } };
    expect(told(source, Input, { helpers: { first } })).toEqual([
      'page.hbs:1:21-27 templates/helper-use: `@first` printed would be the helper `first`, not what the @ stands for. → Name it first, as in `{{#with @first as |it|}}{{it}}{{/with}}`.',
    ]);
  });
});

describe('a helper', () => {
  it('goes before a field of its name, except in this.name', () => {
    expect(told('{{stars}}', Input, { helpers: { stars: { params: { min: 1, max: 1 } } } })).toHaveLength(1);
    expect(
      told('{{this.stars}}{{./stars}}', Input, { helpers: { stars: { params: { min: 1, max: 1 } } } }),
    ).toEqual([]);
  });

  it('says what it gives', () => {
    expect(check('{{#with (firstOf services)}}{{name}}{{nam}}{{/with}}{{firstOf services}}')).toEqual([
      'page.hbs:1:39-42 templates/unknown-field: There is no field `nam` in the value. → Did you mean `name`?',
      'page.hbs:1:53-73 templates/prints-structure: `firstOf` is a group of fields, which cannot be printed as it is. → Write `{{#with (firstOf …)}}{{name}}{{/with}}`, or another of its fields.',
    ]);
  });

  it('says what its block sees', () => {
    expect(
      check(
        '{{#section title as |t|}}{{number}}{{t}}{{@depth}}{{../title}}{{titl}}{{else}}{{title}}{{/section}}',
      ),
    ).toEqual([
      'page.hbs:1:65-69 templates/unknown-field: There is no field `titl` in what `section` gives. → Known there: `number`, `stars`, `note`, `today`.',
    ]);
  });

  it('recognises quotes that a word processor has bent', () => {
    expect(check('{{indicator “reviews”}}')).toEqual([
      'page.hbs:1:13-22 templates/unknown-field: There is no field `“reviews”` in what this template is given. → Put texts between straight quotes: `"text"`.',
    ]);
  });
});
