import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { told } from './support.ts';

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({
    kind: z.literal('section'),
    title: z.string().optional(),
    get blocks() {
      return z.array(Block);
    },
  }),
]);
const Input = z.object({
  title: z.string(),
  lead: z.object({ name: z.string() }),
  deputy: z.object({ name: z.string() }).optional(),
  blocks: z.array(Block),
});

describe('templates/missing-partial', () => {
  it('suggests the nearest partial', () => {
    const partials = { 'block/table': '', heading: '' };
    expect(told('{{> hedding}}{{> block/tabel}}{{> "block/table"}}', Input, { partials })).toEqual([
      'page.hbs:1:5-12 templates/missing-partial: There is no partial `hedding`. → Did you mean `heading`?',
      'page.hbs:1:18-29 templates/missing-partial: There is no partial `block/tabel`. → Did you mean `block/table`?',
    ]);
  });
});

describe('a partial', () => {
  it('sees what surrounds the call', () => {
    const partials = { line: '{{title}}{{nam}}' };
    expect(told('\n{{> line}}', Input, { partials })).toEqual([
      'line.hbs:1:12-15 templates/unknown-field: There is no field `nam` in what the partial `line` is given. (Called from page.hbs, line 2.) → Known there: `title`, `lead`, `deputy`, `blocks`.',
    ]);
  });

  it('sees what it is given, and the root', () => {
    const partials = { line: '{{name}}{{@root.title}}{{title}}{{../title}}' };
    expect(told('{{> line lead}}', Input, { partials })).toEqual([
      'line.hbs:1:26-31 templates/unknown-field: There is no field `title` in what the partial `line` is given. (Called from page.hbs, line 1.) → It is a field further out. Write `@root.title`.',
      'line.hbs:1:35-43 templates/unknown-field: `../title` goes further out than there is anything. (Called from page.hbs, line 1.) → A partial sees only what it is given. Give it the value as `name=value` where it is called, or write `@root.` for what the whole page is given.',
    ]);
  });

  it('sees values given by name as well', () => {
    const partials = { heading: '<h{{level}}>{{text}}{{name}}{{lead.name}}' };
    expect(
      told(
        '{{> heading level=2 text=title name="x"}}{{> heading lead level=2 text="t" lead=@root.lead}}',
        Input,
        { partials },
      ),
    ).toEqual([]);
  });

  it('sees an absent value given by name as absent', () => {
    const partials = { line: '{{person.name}}{{#if person}}{{person.name}}{{/if}}' };
    expect(told('{{> line person=deputy}}', Input, { partials })).toHaveLength(1);
  });

  it('keeps what a test around the call has made sure of', () => {
    const partials = { deputy: '{{deputy.name}}' };
    expect(told('{{#if deputy}}{{> deputy}}{{/if}}', Input, { partials })).toEqual([]);
    expect(told('{{> deputy}}', Input, { partials })).toHaveLength(1);
  });

  it('does not see block parameters, but does see @index', () => {
    const partials = { line: '{{@index}}{{block.kind}}' };
    expect(told('{{#each blocks as |block|}}{{> line}}{{/each}}', Input, { partials })).toHaveLength(1);
    expect(
      told('{{#each blocks}}{{> line block=this}}{{/each}}{{> line block=blocks.[0]}}', Input, { partials }),
    ).toEqual([
      'line.hbs:1:3-9 templates/unknown-field: There is no `@index` at this place. (Called from page.hbs, line 1.) → At this place there is: `@root`.',
      'line.hbs:1:13-23 templates/may-be-blank: `block.kind` may not be filled in, and would leave a gap here. (Called from page.hbs, line 1.) → Put it inside `{{#if block.kind}} … {{else}} … {{/if}}` and say after the `{{else}}` what to print otherwise.',
    ]);
  });

  it('does not see the @index of the list further out', () => {
    const partials = { line: '{{@index}}{{@../index}}' };
    const source = '{{#each blocks}}{{#each @root.blocks}}{{> line}}{{@../index}}{{/each}}{{/each}}';
    expect(told(source, Input, { partials })).toEqual([
      'line.hbs:1:13-22 templates/unknown-field: There is no `@../index` at this place. (Called from page.hbs, line 1.) → At this place there is: `@root`.',
    ]);
  });

  it('must be given something', () => {
    const partials = { line: '{{name}}' };
    expect(told('{{> line deputy}}{{> line lead deputy}}', Input, { partials })).toEqual([
      'page.hbs:1:10-16 templates/may-be-blank: `deputy` may not be filled in, and the partial `line` needs it. → Put it inside `{{#if deputy}} … {{else}} … {{/if}}` and say after the `{{else}}` what to print otherwise.',
      'page.hbs:1:18-40 templates/helper-use: A partial takes 1 value at most, and is given 2. → Give it the others as `name=value`.',
    ]);
    expect(
      told(
        '{{#each l}}{{> line}}{{/each}}',
        z.object({ l: z.array(z.object({ name: z.string() }).nullable()) }),
        { partials },
      ),
    ).toEqual([
      'page.hbs:1:12-22 templates/may-be-blank: The entry at this place may be empty, and the partial `line` needs it. → Put it inside `{{#if this}} … {{/if}}`, directly within `{{#each}}`.',
    ]);
  });

  it('is told about once, however often it is called', () => {
    const partials = { line: '{{nme}}' };
    expect(
      told('{{> line lead}}{{> line lead}}{{#if deputy}}{{> line deputy}}{{/if}}', Input, { partials }),
    ).toHaveLength(1);
  });

  it('that cannot be read is told about once', () => {
    expect(told('{{> line}}{{> line lead}}', Input, { partials: { line: '{{#if x}}' } })).toEqual([
      'line.hbs:1:1-2 templates/syntax: `{{#if}}` is never closed. (Called from page.hbs, line 1.) → Write `{{/if}}` where it ends.',
    ]);
  });
});

describe('a partial chosen by a field', () => {
  const section = '{{#if title}}{{title}}{{/if}}{{#each blocks}}{{> (lookup . "kind")}}{{/each}}';

  it('is looked at for each value with the shape that goes with it, however deep', () => {
    const partials = { paragraph: '{{text}}', section };
    expect(told('{{#each blocks}}{{> (lookup this "kind")}}{{/each}}', Input, { partials })).toEqual([]);
    expect(told('{{#each blocks as |b|}}{{> (lookup b "kind") b}}{{/each}}', Input, { partials })).toEqual(
      [],
    );
  });

  it('must exist for each value', () => {
    const partials = { section: '{{text}}' };
    expect(told('{{#each blocks}}{{> (lookup this "kind")}}{{/each}}', Input, { partials })).toEqual([
      'page.hbs:1:21-41 templates/missing-partial: There is no partial `paragraph`. → The partials here: `section`.',
      'section.hbs:1:3-7 templates/unknown-field: There is no field `text` in what the partial `section` is given. (Called from page.hbs, line 1.) → Known there: `kind`, `title`, `blocks`.',
    ]);
  });

  it('can have its name put together by a helper', () => {
    const helpers = {
      block: { params: { min: 1, max: 1 }, partialName: (kind = '') => `blocks/${kind}` },
      join: { params: { min: 1, max: 9 }, partialName: (...parts: string[]) => parts.join('') },
    };
    const partials = { 'blocks/paragraph': '{{text}}', 'blocks/section': '{{tilte}}', fixed: '{{titel}}' };
    const wrong = 'blocks/section.hbs:1:3-8 templates/unknown-field: There is no field `tilte`';
    for (const name of [
      '(block kind)',
      '(join "blocks/" kind)',
      '(block (lookup . "kind"))',
      '(join "blocks" "/" (join kind ""))',
    ]) {
      const findings = told(`{{#each blocks}}{{> ${name}}}{{/each}}`, Input, { helpers, partials });
      expect(findings).toHaveLength(1);
      expect(findings[0]).toContain(wrong);
    }
    expect(told('{{> (join "fix" "ed")}}', Input, { helpers, partials })[0]).toContain('fixed.hbs:1:3-8');
  });

  it('must be one that can be told beforehand', () => {
    const helpers = {
      pick: { params: { min: 0, max: 2 } },
      join: { params: { min: 2, max: 2 }, partialName: (a = '', b = '') => a + b },
    };
    for (const name of [
      '(lookup this "title")',
      '(lookup this title)',
      '(pick)',
      '(join title title)',
      '(join (pick) "x")',
    ]) {
      const [finding] = told(`{{> ${name}}}`, Input, { helpers });
      expect(finding).toContain('templates/unsupported: It cannot be told beforehand which partial this is.');
    }
    expect(
      told('{{> (lookup this "kind")}}', z.object({ kind: z.literal('a').optional() }), {
        partials: { a: '' },
      })[0],
    ).toContain('templates/may-be-blank');
  });
});

describe('partials that call one another', () => {
  it('are finished with, even when what they are given keeps growing', () => {
    const partials = { a: '{{#if title}}{{> a inner=this}}{{/if}}' };
    expect(told('{{> a}}', Input, { partials })).toEqual([]);
  });

  it('are finished with when the schema makes itself anew at every level', () => {
    const level = (): z.ZodType =>
      z.object({
        get next() {
          return level().optional();
        },
      });
    expect(told('{{> a}}', level(), { partials: { a: '{{#if next}}{{> a next}}{{/if}}' } })).toEqual([]);
  });

  it('must have something that stops them', () => {
    const partials = { a: 'x {{> b}}', b: '{{> a lead}}{{> a}}' };
    expect(told('{{> a}}', Input, { partials: { ...partials, b: '{{> a}}' } })).toEqual([
      'b.hbs:1:5-6 templates/endless: `a` leads back to itself and would never end. (Called from a.hbs, line 1.) → Remove the call, or put it inside an `{{#if …}}` or `{{#each …}}`.',
    ]);
    expect(told('{{> a}}', Input, { partials: { a: '{{> a}}' } })).toHaveLength(1);
    expect(told('{{> b}}{{> b}}', Input, { partials: { b: 'x' } })).toEqual([]);
  });
});
