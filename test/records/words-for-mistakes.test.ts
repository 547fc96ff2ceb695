import { expect, it } from 'vitest';
import * as z from 'zod';
import { schemaDiagnostics } from '../../src/records/issues.ts';
import { nounNames, nouns } from '../../src/records/nouns.ts';
import { parseYaml } from '../../src/records/read.ts';

/** Every kind of value that can be written in a record of this schema, with the names of the entries that lead to it. */
function* placesIn(
  schema: z.core.$ZodType,
  path: string,
  met = new Set<z.core.$ZodType>(),
): Generator<[path: string, schema: z.core.$ZodType]> {
  if (met.has(schema)) return;
  met.add(schema);
  yield [path, schema];
  if (schema instanceof z.ZodOptional) yield* placesIn(schema.def.innerType, path, met);
  if (schema instanceof z.ZodPipe) yield* placesIn(schema.def.in, path, met);
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
    for (const [name, entry] of Object.entries(shape)) yield* placesIn(entry, `${path} › ${name}`, met);
  }
  if (schema instanceof z.ZodArray) yield* placesIn(schema.def.element, `${path} › entry`, met);
  if (schema instanceof z.ZodRecord) yield* placesIn(schema.def.valueType, `${path} › name`, met);
  if (schema instanceof z.ZodUnion)
    for (const option of schema.def.options)
      if (!(option instanceof z.ZodLiteral)) yield* placesIn(option, path, met);
}

const mistakes = [
  '{}',
  'place:',
  'place: zzz',
  'place: [zzz]',
  'place: []',
  'place: { zzz: zzz }',
  'place: { "": zzz }',
  'place: {}',
];

it.each(nounNames)('every mistake in a %s is told in words that say what to write instead', (noun) => {
  const places = [...placesIn(nouns[noun].schema, noun)];
  expect(places.length).toBeGreaterThan(5);
  for (const [path, place] of places) {
    const schema = z.strictObject({ place });
    for (const mistake of mistakes) {
      const { read } = parseYaml('data/test.yaml', mistake);
      if (read === undefined) throw new Error(`${mistake} is no YAML`);
      const issues = schema.safeParse(read.plain).error?.issues ?? [];
      for (const { message, hint = '' } of schemaDiagnostics(read.source, read.plain, issues, schema)) {
        expect(message, `${path}: ${mistake}`).toMatch(/[.?]$/);
        expect(message, `${path}: ${mistake}`).not.toMatch(/Invalid|expected|received|Unrecognized/);
        expect(hint, `${path}: ${mistake}`).not.toBe('');
      }
    }
  }
});
