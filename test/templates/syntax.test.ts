import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { told } from './support.ts';

const Input = z.object({ x: z.string(), y: z.string() });

describe('templates/syntax', () => {
  it.each([
    ['a\n{{#if x}}\nb', '2:1-2', '`{{#if}}` is never closed. → Write `{{/if}}` where it ends.'],
    ['text\r\n\r\n  {{#if x}}\r\n', '3:3-4', '`{{#if}}` is never closed. → Write `{{/if}}` where it ends.'],
    [
      '{{#if x}}{{#each y}}{{/if}}',
      '1:13-14',
      '`{{#each}}` is closed by `{{/if}}`. → Close it with `{{/each}}`, innermost first.',
    ],
    [
      '{{#if x}}{{#if y}}{{!-- {{/if}} --}}{{! {{/if}}',
      '1:10-11',
      '`{{#if}}` is never closed. → Write `{{/if}}` where it ends.',
    ],
    ['{{x', '1:1-2', 'The `{{` is never closed. → Write `}}` where it ends.'],
    ['{{#if x\n{{y}}', '1:1-2', 'The `{{` is never closed. → Write `}}` where it ends.'],
    ['{{x}} {{x} {{y}}', '1:7-8', 'The `{{` is never closed. → Write `}}` where it ends.'],
    [
      '{{/if}}',
      '1:1-2',
      'This closes a block that is not open. → Remove it, or open the block before it with `{{#…}}`.',
    ],
    [
      'a {{else}}',
      '1:3-4',
      'This `{{else}}` stands outside of any block, or is the second one in its block. → Put it between `{{#if …}}` and `{{/if}}`.',
    ],
    [
      '{{else if x}}',
      '1:1-2',
      'This `{{else …}}` stands outside of any block, or after its `{{else}}`. → Put it between `{{#if …}}` and `{{/if}}`.',
    ],
    [
      '{{x y=}}',
      '1:7-8',
      'The `}}` comes too early. → Something is missing before it: a name, a value after `=`, a `)` or a third `}`.',
    ],
    ['{{x}}}', '1:4-5', 'There is a `}` too many. → Close `{{` with `}}`.'],
    [
      '{{x "abc}}',
      '1:5-6',
      'The text at `"abc` is never closed. → Texts end with the quote they begin with.',
    ],
    [
      '{{x.0}}',
      '1:5-6',
      'The template cannot be read at `0`. → An entry of a list is written with a dot and brackets: `list.[0]`.',
    ],
    [
      '{{x[0]}}',
      '1:3-4',
      'The template cannot be read at `x[0]`. → An entry of a list is written with a dot and brackets: `list.[0]`.',
    ],
    ['{{!-- x }} {{y}}', '1:1-2', 'The comment is never closed. → Write `--}}` where it ends.'],
    ['{{! x', '1:1-2', 'The comment is never closed. → Write `}}` where it ends.'],
    [
      '{{x/../y}}',
      '1:3-4',
      '`x/..` is not a name: `..`, `.` and `this` can only stand in front. → Write `../name` for a field one level further out.',
    ],
    [
      'The same words before {{x}}\nThe same words before {{ % }}',
      '2:26-27',
      'The template cannot be read at `%`. → Between `{{` and `}}` there can be names, numbers, texts in straight quotes, and helpers in round brackets.',
    ],
  ])('tells what is wrong with %j', (source, place, message) => {
    expect(told(source, Input)).toEqual([`page.hbs:${place} templates/syntax: ${message}`]);
  });

  it('never shows what Handlebars prints for programmers', () => {
    const pieces = [
      '{{',
      '}}',
      '{{#if x}}',
      '{{/if}}',
      '{{else}}',
      '{{> ',
      '(',
      ')',
      '"',
      '=',
      ' ',
      'x',
      '\n',
      '{{{',
      '}}}',
      '|',
      '{{!--',
      '\\',
      '[',
      '.',
    ];
    for (let seed = 1; seed < 3000; seed += 1) {
      let [state, source] = [seed * 2654435761, ''];
      for (let i = 0; i < 6; i += 1) {
        state = (Math.imul(state ^ (state >>> 13), 0x5bd1e995) >>> 0) + seed;
        source += pieces[state % pieces.length] ?? '';
      }
      const told1 = told(source, Input, { partials: { x: '' } });
      expect(told1.join('\n'), JSON.stringify(source)).not.toMatch(
        /Expecting|Parse error|Lexical|-\^|NaN|undefined/,
      );
    }
  });
});

describe('placeOf', () => {
  it('is where the findings are put', async () => {
    const { checkTemplate } = await import('../../src/templates/check.ts');
    const check = (source: string): unknown =>
      checkTemplate({
        template: {
          file: 'style.yaml',
          source,
          placeOf: ({ line, column }) => ({ line: line + 9, column: column + 5 }),
        },
        input: Input,
        partials: new Map(),
        helpers: new Map(),
      }).map((d) => [d.file, d.range]);
    expect(check('{{x}}\n{{zed}}')).toEqual([
      ['style.yaml', { start: { line: 11, column: 7 }, end: { line: 11, column: 10 } }],
    ]);
    expect(check('{{/x}}')).toEqual([
      ['style.yaml', { start: { line: 10, column: 5 }, end: { line: 10, column: 6 } }],
    ]);
  });
});
