import * as z from 'zod';
import type { Path } from './source.ts';

/** What a schema says of a place in a record. */
export interface Expectation {
  /** What belongs there, of the place itself or of the nearest part of the form around it. */
  description: string | undefined;
  /** Whether the entry can be left out. */
  optional: boolean;
}

/** Looks up what belongs at a place of a record; follows the schema as far as it leads. */
export function expectationAt(schema: z.core.$ZodType, path: Path): Expectation {
  let at: z.core.$ZodType | undefined = schema;
  let description: string | undefined;
  let optional = false;
  for (const step of path) {
    at = inside(unwrapped(at), step);
    if (!at) return { description, optional: false };
    optional = at instanceof z.ZodOptional;
    description = descriptionOf(at) ?? description;
  }
  return { description, optional };
}

function descriptionOf(schema: z.core.$ZodType): string | undefined {
  const own = z.globalRegistry.get(schema)?.description;
  return own ?? (schema instanceof z.ZodOptional ? descriptionOf(schema.def.innerType) : undefined);
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional) return unwrapped(schema.def.innerType);
  // What is typed goes in, except where it is first made into something else.
  if (schema instanceof z.ZodPipe && !(schema.def.in instanceof z.ZodTransform))
    return unwrapped(schema.def.in);
  return schema;
}

/** The schema one step further in; where there are several ways to write something, that of the first that has it. */
function inside(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
    return Object.hasOwn(shape, step) ? shape[step] : undefined;
  }
  if (schema instanceof z.ZodArray) return schema.def.element;
  if (schema instanceof z.ZodRecord) return schema.def.valueType;
  if (schema instanceof z.ZodUnion)
    return schema.def.options
      .map((option) => inside(unwrapped(option), step))
      .find((found) => found !== undefined);
  return undefined;
}
