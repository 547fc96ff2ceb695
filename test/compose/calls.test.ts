import fc from 'fast-check';
import Handlebars from 'handlebars';
import { expect, it } from 'vitest';
import { partsOf, simpleParts } from '../../src/compose/calls.ts';

const pieces = fc.array(
  fc.constantFrom(
    ...[
      '{{rating}}',
      '{{ indicator "initial-assessments" }}',
      '{{change \'a "b"\' "it\'s" 012}}',
      '{{x "{{y}}"}}',
    ],
    ...[
      '{{',
      '}}',
      '{',
      '}',
      '"',
      "'",
      '\\',
      '\n',
      '\r',
      '\u2028',
      '\0',
      ' ',
      'a',
      'else',
      'this',
      '4',
      '~',
      '!',
      '>',
    ],
    ...['Words of a sentence. ', '{{rating\n"a"}}', '#if', '/if', 'a=1', '.', '“', '(', ')', '|'],
  ),
  { maxLength: 8 },
);

it('reads what prose quotes as Handlebars reads it', () => {
  let simple = 0;
  fc.assert(
    fc.property(pieces, (written) => {
      const text = written.join('');
      const parts = simpleParts(text);
      if (!parts) return;
      simple++;
      const lines = text.split('\n');
      const offset = ({ line, column }: hbs.AST.Position): number =>
        lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column;
      const read = Handlebars.parseWithoutProcessing(text).body.map((statement) => {
        if (statement.type === 'ContentStatement') return (statement as hbs.AST.ContentStatement).value;
        const { type, escaped, path, params, loc } = statement as hbs.AST.MustacheStatement;
        expect({ type, escaped, path: path.type }).toEqual({
          type: 'MustacheStatement',
          escaped: true,
          path: 'PathExpression',
        });
        return {
          from: offset(loc.start),
          to: offset(loc.end),
          name: (path as hbs.AST.PathExpression).original,
          args: params.map((param) => String((param as hbs.AST.StringLiteral | hbs.AST.NumberLiteral).value)),
        };
      });
      expect(parts).toEqual(read);
    }),
    { numRuns: 5000 },
  );
  expect(simple).toBeGreaterThan(500);
});

it.each([
  '{{indicator name="x"}}',
  '{{{rating}}}',
  '{{rating.next}}',
  '{{#if rating}}x{{/if}}',
  '{{~rating}}',
])('leaves it to Handlebars to read %s', (text) => {
  expect(simpleParts(text)).toBeUndefined();
  expect(partsOf(`Words ${text}`)[0]).toBe('Words ');
});
