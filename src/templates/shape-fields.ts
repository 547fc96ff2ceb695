/** What is inside a shape: its fields, its items, and the same shape with one field made more precise. */

import { ANYTHING, NEVER, NUMBER, NOTHING, idOf, maybe, present, unionOf } from './shape-types.ts';
import type { ArrayShape, ObjectShape, RecordShape, Shape } from './shape-types.ts';

/** A field that was found, or the options of the shape that lack it (all of them, unless it is a union). */
export type Found = { readonly shape: Shape } | { readonly lackedBy: readonly Shape[] };

/** Handlebars refuses what an object inherits, so such a name in data could not be printed either. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The field `name` of `shape`; possibly absent where `shape` or the field is. */
export function fieldOf(shape: Shape, name: string): Found {
  switch (shape.kind) {
    case 'anything':
      return INHERITED.has(name) ? { lackedBy: [shape] } : { shape: ANYTHING };
    case 'never':
      return { shape: NEVER };
    case 'nothing':
      return { shape: NOTHING };
    case 'maybe': {
      const found = fieldOf(shape.of, name);
      return 'shape' in found ? { shape: maybe(found.shape) } : found;
    }
    case 'scalar':
      return shape.sort === 'text' && name === 'length' ? { shape: NUMBER } : { lackedBy: [shape] };
    case 'object':
      return named(shape, shape.fields, name, shape.rest);
    case 'record':
      return named(shape, shape.known, name, shape.closed ? undefined : shape.value);
    case 'array':
      if (name === 'length') return { shape: NUMBER };
      return named(shape, shape.known, name, /^\d+$/.test(name) ? shape.item : undefined);
    case 'union':
      return acrossOptions(shape.options, name);
  }
}

function named(
  shape: Shape,
  known: ReadonlyMap<string, Shape>,
  name: string,
  rest: Shape | undefined,
): Found {
  const field = known.get(name);
  if (field) return { shape: field };
  if (rest === undefined || INHERITED.has(name)) return { lackedBy: [shape] };
  return { shape: maybe(rest) };
}

function acrossOptions(options: readonly Shape[], name: string): Found {
  const shapes: Shape[] = [];
  const lackedBy: Shape[] = [];
  for (const option of options) {
    const found = fieldOf(option, name);
    if ('shape' in found) shapes.push(found.shape);
    else lackedBy.push(option);
  }
  return lackedBy.length > 0 ? { lackedBy } : { shape: unionOf(shapes) };
}

/** The names of fields that somebody could have meant. */
export function fieldNames(shape: Shape): string[] {
  switch (shape.kind) {
    case 'object':
      return [...shape.fields.keys()];
    case 'record':
      return [...shape.known.keys()];
    case 'array':
      return ['length'];
    case 'maybe':
      return fieldNames(shape.of);
    case 'union':
      return [...new Set(shape.options.flatMap(fieldNames))];
    case 'scalar':
    case 'nothing':
    case 'never':
    case 'anything':
      return [];
  }
}

/** What `#each` hands out, one after another; undefined where the shape is not a list. */
export function itemOf(shape: Shape): Shape | undefined {
  switch (shape.kind) {
    case 'array':
      return shape.item;
    case 'record':
      return unionOf([...(shape.closed ? [] : [shape.value]), ...shape.known.values()]);
    case 'maybe':
      return itemOf(shape.of);
    case 'anything':
      return ANYTHING;
    case 'never':
    case 'nothing':
      return NEVER;
    case 'union': {
      const items = shape.options.map(itemOf);
      const found = items.filter((i) => i !== undefined);
      return found.length === items.length ? unionOf(found) : undefined;
    }
    case 'scalar':
    case 'object':
      return undefined;
  }
}

/** The values of a field that can only take certain ones; undefined where it can be anything else too. */
export function literalsIn(shape: Shape): ReadonlySet<string | number | boolean> | undefined {
  const there = present(shape);
  return there.kind === 'scalar' ? there.literals : undefined;
}

/** A shape that has named places in it. */
export type Container = ObjectShape | RecordShape | ArrayShape;

/** What a refined shape was before, and the fields in which it differs. */
interface Origin {
  readonly base: Container;
  readonly overrides: ReadonlyMap<string, Shape>;
}

const origins = new WeakMap<Shape, Origin>();
const refined = new WeakMap<Shape, Map<string, Container>>();

/** `shape` with its field `name` being `value`. The same call gives the same shape, however it was reached. */
export function withField(shape: Container, name: string, value: Shape): Container {
  const origin = origins.get(shape);
  const base = origin?.base ?? shape;
  const overrides = new Map([...(origin?.overrides ?? []), [name, value]]);
  const before = fieldOf(base, name);
  if ('shape' in before && before.shape === value) overrides.delete(name);
  if (overrides.size === 0) return base;

  const made = refined.get(base) ?? new Map<string, Container>();
  refined.set(base, made);
  const key = [...overrides]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([n, s]) => `${n}:${idOf(s)}`)
    .join('\n');
  let result = made.get(key);
  if (!result) {
    result = overridden(base, overrides);
    made.set(key, result);
    origins.set(result, { base, overrides });
  }
  return result;
}

function overridden(base: Container, overrides: ReadonlyMap<string, Shape>): Container {
  switch (base.kind) {
    case 'object':
      return { ...base, fields: new Map([...base.fields, ...overrides]) };
    case 'record':
    case 'array':
      return { ...base, known: new Map([...base.known, ...overrides]) };
  }
}
