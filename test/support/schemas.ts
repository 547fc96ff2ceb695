import * as z from 'zod';

/** Every kind of value that can be written in a record of this schema, with the names of the entries that lead to it. */
export function* placesIn(
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
