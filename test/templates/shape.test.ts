import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { fieldOf, itemOf } from '../../src/templates/shape-fields.ts';
import { shapeOf } from '../../src/templates/shape.ts';
import type { Shape } from '../../src/templates/shape.ts';

/** A shape in a line, two levels deep. */
function line(shape: Shape, depth = 2): string {
  const all = (fields: ReadonlyMap<string, Shape>): string =>
    [...fields].map(([name, field]) => `${name}: ${line(field, depth - 1)}`).join(', ');
  if (depth < 0) return '…';
  switch (shape.kind) {
    case 'scalar':
      return shape.literals
        ? [...shape.literals].map((v) => JSON.stringify(v)).join('|')
        : shape.html
          ? 'html'
          : shape.sort;
    case 'object':
      return `{${all(shape.fields)}}${shape.rest ? ` else ${line(shape.rest, depth - 1)}` : ''}`;
    case 'array':
      return `[${line(shape.item, depth - 1)}]${shape.known.size > 0 ? ` with ${all(shape.known)}` : ''}`;
    case 'record':
      return `record of ${line(shape.value, depth - 1)}${shape.closed ? ` exactly ${all(shape.known)}` : ''}`;
    case 'union':
      return `(${shape.options.map((option) => line(option, depth)).join(' or ')})${shape.discriminator ? ` by ${shape.discriminator}` : ''}`;
    case 'maybe':
      return `${line(shape.of, depth)}?`;
    case 'nothing':
    case 'never':
    case 'anything':
      return shape.kind;
  }
}

const S = z.string();
const A = z.object({ kind: z.literal('a'), x: S });
const B = z.object({ kind: z.literal('b') });

describe('shapeOf', () => {
  it.each<[string, z.ZodType, string]>([
    ['text', S, 'text'],
    ['text with a format', z.iso.date(), 'text'],
    ['text with a pattern', z.templateLiteral(['a', z.number()]), 'text'],
    ['checked text', S.min(2).refine(() => true), 'text'],
    ['branded text', S.brand('x'), 'text'],
    ['numbers', z.number(), 'number'],
    ['whole numbers', z.int(), 'number'],
    ['big numbers', z.bigint(), 'number'],
    ['yes or no', z.boolean(), 'yes or no'],
    ['dates', z.date(), 'date'],
    ['literals', z.literal(['a', 1, true]), '"a"|1|true'],
    ['literals that may be null', z.literal(['a', null]), '"a"?'],
    ['enums', z.enum(['a', 'b']), '"a"|"b"'],
    ['TypeScript enums', z.enum({ One: 1, Two: 2 }), '1|2'],
    ['null', z.null(), 'nothing'],
    ['never', z.never(), 'never'],
    ['unknown', z.unknown(), 'anything'],
    ['objects', z.object({ a: S }), '{a: text}'],
    ['strict objects', z.strictObject({ a: S }), '{a: text}'],
    ['loose objects', z.looseObject({ a: S }), '{a: text} else anything'],
    ['objects with a catchall', z.object({ a: S }).catchall(z.number()), '{a: text} else number'],
    ['extended objects', z.object({ a: S }).extend({ b: z.number() }), '{a: text, b: number}'],
    ['partial objects', z.object({ a: S }).partial(), '{a: text?}'],
    ['lists', z.array(S), '[text]'],
    ['tuples', z.tuple([S, z.number()]), '[(text or number)] with 0: text, 1: number'],
    ['tuples with a rest', z.tuple([S], z.boolean()), '[(text or yes or no)] with 0: text'],
    ['records', z.record(S, z.number()), 'record of number'],
    ['records over an enum', z.record(z.enum(['a', 'b']), S), 'record of text exactly a: text, b: text'],
    ['partial records', z.partialRecord(z.enum(['a']), S), 'record of text exactly a: text?'],
    ['optional', S.optional(), 'text?'],
    ['exactly optional', z.exactOptional(S), 'text?'],
    ['nullish', S.nullish(), 'text?'],
    ['required again', S.optional().nonoptional(), 'text'],
    ['default', S.default('a'), 'text'],
    ['default over optional', S.optional().default('a'), 'text'],
    ['default over nullable', S.nullable().default('a'), 'text?'],
    ['prefault', S.prefault('a'), 'text'],
    ['catch', S.catch('a'), 'text'],
    ['readonly', z.array(S).readonly(), '[text]'],
    ['unions', z.union([S, z.number().optional()]), '(text or number)?'],
    ['unions of literals', z.union([z.literal('a'), z.literal('b')]), '"a"|"b"'],
    ['unions of unions', z.union([S, z.union([z.number(), S])]), '(text or number)'],
    [
      'discriminated unions',
      z.discriminatedUnion('kind', [A, B]),
      '({kind: "a", x: text} or {kind: "b"}) by kind',
    ],
    ['intersections', z.object({ a: S }).and(z.object({ b: S, a: z.literal('x') })), '{a: "x", b: text}'],
    [
      'intersections with a union',
      z.object({ n: S }).and(z.union([A, B])),
      '({n: text, kind: "a", x: text} or {n: text, kind: "b"})',
    ],
    ['lazy', z.lazy(() => S), 'text'],
    ['pipes', S.pipe(z.coerce.number()), 'number'],
    ['preprocessed', z.preprocess((x) => x, S), 'text'],
    ['codecs', z.codec(S, z.date(), { decode: () => new Date(0), encode: () => '' }), 'date'],
    ['transformed', S.transform(() => 1), 'anything'],
    ['transformed and marked', S.transform(() => 1).meta({ templateShape: 'scalar' }), 'value'],
    ['classes', z.instanceof(Map), 'anything'],
    ['marked classes', z.instanceof(Map).meta({ templateShape: 'scalar' }), 'value'],
    ['classes marked as HTML', z.instanceof(Map).meta({ templateShape: 'html' }).optional(), 'html?'],
    [
      'optional classes marked later',
      z.instanceof(Map).optional().meta({ templateShape: 'scalar' }),
      'value?',
    ],
    ['other metadata', S.meta({ title: 'Name', templateShape: 'nonsense' }), 'text'],
  ])('reads %s', (_, schema, expected) => {
    expect(line(shapeOf(schema))).toBe(expected);
  });

  it('reads schemas that contain themselves, by getters', () => {
    const Section = z.object({
      title: S,
      get sections() {
        return z.array(Section);
      },
    });
    const shape = shapeOf(Section);
    const sections = fieldOf(shape, 'sections');
    expect('shape' in sections && itemOf(sections.shape)).toBe(shape);
  });

  it('reads schemas that contain themselves, by z.lazy', () => {
    type Tree = string | { left: Tree; right?: Tree | undefined };
    const Tree: z.ZodType<Tree> = z.lazy(() =>
      z.union([S, z.object({ left: Tree, right: Tree.optional() })]),
    );
    expect(line(shapeOf(Tree), 1)).toBe(
      '(text or {left: (text or {left: …, right: …}), right: (text or {left: …, right: …})?})',
    );
  });

  it('comes to an end with a schema that is nothing but itself', () => {
    const same: z.ZodType = z.lazy(() => same);
    expect(shapeOf(same).kind).toBe('anything');
  });

  it('does not look further than it is asked to', () => {
    let asked = 0;
    const Outer = z.object({
      get inner() {
        asked += 1;
        return S;
      },
    });
    shapeOf(z.array(z.object({ outer: z.lazy(() => Outer) })));
    expect(asked).toBe(0);
  });
});
