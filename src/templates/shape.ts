/**
 * From a zod schema to the shape of what it gives: the only file that looks inside zod. What counts is the
 * output side, since templates see data after it was read.
 *
 * A schema that zod cannot describe (`z.instanceof`, `z.custom`, `.transform`) is `anything`, unless its
 * metadata says under `templateShape` what templates may do with it:
 * - `.meta({ templateShape: 'scalar' })`: prints as it is, has no fields;
 * - `.meta({ templateShape: 'html' })`: prints as HTML already made safe, so `{{{x}}}` is allowed.
 */

import * as z from 'zod';

import { intersectionOf } from './shape-intersection.ts';
import * as types from './shape-types.ts';
import type { LiteralValue, Shape } from './shape-types.ts';

export type { Shape } from './shape-types.ts';

/** The key under which a schema's metadata says what templates may do with an opaque value. */
export const TEMPLATE_SHAPE = 'templateShape';

type AnySchema = z.core.$ZodType;

const shapes = new WeakMap<AnySchema, Shape>();
/** Schemas being worked on: one that is nothing but itself (`z.lazy(() => same)`) would not end. */
const open = new Set<AnySchema>();

/** The shape of what `schema` gives. Fields and items are looked at only when asked for: schemas can be recursive. */
export function shapeOf(schema: AnySchema): Shape {
  const known = shapes.get(schema);
  if (known) return known;
  if (open.has(schema)) return types.ANYTHING;
  open.add(schema);
  try {
    const made = asMarked(schema, derive(schema));
    shapes.set(schema, made);
    return made;
  } finally {
    open.delete(schema);
  }
}

function asMarked(schema: AnySchema, shape: Shape): Shape {
  const mark = z.globalRegistry.get(schema)?.[TEMPLATE_SHAPE];
  if (mark !== 'scalar' && mark !== 'html') return shape;
  const marked = mark === 'html' ? types.SAFE_HTML : types.PRINTABLE;
  return shape.kind === 'maybe' ? types.maybe(marked) : marked;
}

function derive(schema: AnySchema): Shape {
  // zod's own idiom for code that walks schemas: $ZodType is the base, $ZodTypes the union of all of them.
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'string':
    case 'template_literal':
      return types.TEXT;
    case 'number':
    case 'bigint':
    case 'nan':
      return types.NUMBER;
    case 'boolean':
    case 'success':
      return types.YES_OR_NO;
    case 'date':
      return types.DATE;
    case 'literal':
    case 'enum':
      return constants(schema._zod.values ?? new Set());
    case 'null':
    case 'undefined':
    case 'void':
      return types.NOTHING;
    case 'never':
      return types.NEVER;
    case 'object':
      return objectShape(def.shape, def.catchall);
    case 'array':
      return arrayShape(() => shapeOf(def.element), []);
    case 'tuple':
      return tupleShape(def.items, def.rest);
    case 'record':
      return recordShape(def);
    case 'union':
      return types.unionOf(
        def.options.map(shapeOf),
        'discriminator' in def ? discriminatorOf(def) : undefined,
      );
    case 'intersection':
      return intersectionOf(shapeOf(def.left), shapeOf(def.right));
    case 'optional':
    case 'nullable':
      return types.maybe(shapeOf(def.innerType));
    case 'default':
    case 'prefault':
      return shapeOf(withoutOptional(def.innerType));
    case 'nonoptional':
      return shapeOf(withoutOptional(def.innerType));
    case 'catch':
    case 'readonly':
      return shapeOf(def.innerType);
    case 'lazy':
      return shapeOf(def.getter());
    case 'pipe':
      return shapeOf(def.out);
    case 'any':
    case 'unknown':
    case 'symbol':
    case 'map':
    case 'set':
    case 'file':
    case 'transform':
    case 'promise':
    case 'function':
    case 'custom':
      return types.ANYTHING;
  }
}

function discriminatorOf(def: { discriminator?: unknown }): string | undefined {
  return typeof def.discriminator === 'string' ? def.discriminator : undefined;
}

/** A default stands in for `undefined` only, so a `.nullable()` inside it stays. */
function withoutOptional(schema: AnySchema): AnySchema {
  const def = (schema as z.core.$ZodTypes)._zod.def; // the idiom explained in `derive`
  return def.type === 'optional' ? withoutOptional(def.innerType) : schema;
}

function constants(values: ReadonlySet<unknown>): Shape {
  const literals: LiteralValue[] = [];
  let absent = false;
  for (const value of values) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      literals.push(value);
    else if (typeof value === 'bigint') literals.push(Number(value));
    else absent = true;
  }
  return types.unionOf([types.literalsOf(literals), ...(absent ? [types.NOTHING] : [])]);
}

function objectShape(fields: Readonly<Record<string, AnySchema>>, catchall: AnySchema | undefined): Shape {
  let made: ReadonlyMap<string, Shape> | undefined;
  const rest = catchall && shapeOf(catchall);
  return {
    kind: 'object',
    get fields() {
      made ??= new Map(
        Object.keys(fields).flatMap((name) => (fields[name] ? [[name, shapeOf(fields[name])]] : [])),
      );
      return made;
    },
    rest: rest?.kind === 'never' ? undefined : rest,
  };
}

function arrayShape(item: () => Shape, first: readonly AnySchema[]): Shape {
  let known: ReadonlyMap<string, Shape> | undefined;
  return {
    kind: 'array',
    get item() {
      return item();
    },
    get known() {
      known ??= new Map(first.map((schema, index) => [String(index), shapeOf(schema)]));
      return known;
    },
  };
}

function tupleShape(items: readonly AnySchema[], rest: AnySchema | null): Shape {
  return arrayShape(() => types.unionOf([...items, ...(rest ? [rest] : [])].map(shapeOf)), items);
}

function recordShape(def: z.core.$ZodRecordDef): Shape {
  const names = [...(def.keyType._zod.values ?? [])].map(String);
  let known: ReadonlyMap<string, Shape> | undefined;
  return {
    kind: 'record',
    get value() {
      return shapeOf(def.valueType);
    },
    get known() {
      const value = shapeOf(def.valueType);
      known ??= new Map(names.map((name) => [name, def.partial === true ? types.maybe(value) : value]));
      return known;
    },
    closed: names.length > 0 && def.mode !== 'loose',
  };
}
