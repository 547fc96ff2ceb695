import * as z from 'zod';
import type { Plain } from '../../records/read.ts';

/** Reads the schemas of records: what an entry is called, what it says, and what stands inside it. */

/** A schema without what is wrapped round it, for a value of this form. */
export function schemaFor(schema: z.ZodType, plain: Plain | undefined): z.ZodType {
  // What zod wraps is a schema again; its core type is all that the wrapper's type says.
  if (schema instanceof z.ZodOptional) return schemaFor(schema.unwrap() as z.ZodType, plain);
  if (schema instanceof z.ZodPipe) {
    const inside = schema.in as z.ZodType;
    // What is typed goes in, except where it is first made into something else.
    return inside instanceof z.ZodTransform ? schemaFor(schema.out as z.ZodType, plain) : inside;
  }
  if (!(schema instanceof z.ZodUnion)) return schema;
  const options = schema.options.map((option) => schemaFor(option as z.ZodType, plain));
  const fits = options.find((option) =>
    Array.isArray(plain)
      ? option instanceof z.ZodArray
      : typeof plain === 'object'
        ? option instanceof z.ZodObject || option instanceof z.ZodRecord
        : !(option instanceof z.ZodArray || option instanceof z.ZodObject || option instanceof z.ZodRecord),
  );
  return fits ?? schema;
}

/** The schema of an entry of a form or under a name; a schema that takes anything where there is none. */
export function schemaOf(schema: z.ZodType, key: string | undefined): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const field: unknown = key === undefined ? undefined : schema.shape[key];
    return field instanceof z.ZodType ? field : z.unknown();
  }
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return schema instanceof z.ZodArray ? (schema.element as z.ZodType) : z.unknown();
}

/** What the schema says of an entry, for people who fill it in. */
export function descriptionOf(schema: z.ZodType): string | undefined {
  const own = schema.meta()?.description;
  if (own !== undefined) return own;
  return schema instanceof z.ZodOptional ? descriptionOf(schema.unwrap() as z.ZodType) : undefined;
}

/** Whether an entry is for the office only and never leaves it with a paper. */
export function staysAtHome(schema: z.ZodType): boolean {
  return schema.meta()?.['travels'] === false;
}

/** Whether two texts mean the same to the schema: `38` and `38.0`, `1,250` and `1250`. */
export function sameMeaning(schema: z.ZodType, a: string, b: string): boolean {
  if (a === b || a.trim() === b.trim()) return true;
  const [x, y] = [schema.safeParse(a), schema.safeParse(b)];
  return x.success && y.success && JSON.stringify(x.data) === JSON.stringify(y.data);
}
