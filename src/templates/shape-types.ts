/**
 * The kinds of thing a template can be given, and how to make them. Shapes that mean the same are one and
 * the same object wherever that is cheap, because the checker recognises "this partial was already checked
 * with this input" by identity; without it a partial that calls itself would never be finished with.
 */

/** A value that can stand in a template or in a schema as itself. */
export type LiteralValue = string | number | boolean;

/** A value that prints as it is. */
export interface ScalarShape {
  readonly kind: 'scalar';
  /** What people would call it. */
  readonly sort: 'text' | 'number' | 'yes or no' | 'date' | 'value';
  /** The only values there can be, where the schema says so. */
  readonly literals?: ReadonlySet<LiteralValue> | undefined;
  /** Prints as HTML that has been made safe already: `{{{x}}}` is allowed. */
  readonly html?: boolean | undefined;
}

/** Named fields. Those not named in `fields` are there at most now and then, with the shape `rest`. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, Shape>;
  readonly rest?: Shape | undefined;
}

/** A list. `known` are the places that are certainly filled, as in a tuple. */
export interface ArrayShape {
  readonly kind: 'array';
  readonly item: Shape;
  readonly known: ReadonlyMap<string, Shape>;
}

/** Entries under names that the data chooses; `closed` where no names but those in `known` can occur. */
export interface RecordShape {
  readonly kind: 'record';
  readonly value: Shape;
  readonly known: ReadonlyMap<string, Shape>;
  readonly closed: boolean;
}

/** One of several. Never holds another union, nor anything that may be absent. */
export interface UnionShape {
  readonly kind: 'union';
  readonly options: readonly Shape[];
  /** The field that tells the options apart, where the schema names one. */
  readonly discriminator?: string | undefined;
}

/** Optional or nullable. Never holds another of its kind. */
export interface MaybeShape {
  readonly kind: 'maybe';
  readonly of: Shape;
}

export type Shape =
  | ScalarShape
  | ObjectShape
  | ArrayShape
  | RecordShape
  | UnionShape
  | MaybeShape
  /** Always absent. */
  | { readonly kind: 'nothing' }
  /** Cannot occur: what is left of a value after every possibility has been ruled out. */
  | { readonly kind: 'never' }
  /** Nobody said what it is; everything is allowed. */
  | { readonly kind: 'anything' };

export const NOTHING: Shape = { kind: 'nothing' };
export const NEVER: Shape = { kind: 'never' };
export const ANYTHING: Shape = { kind: 'anything' };
export const TEXT: ScalarShape = { kind: 'scalar', sort: 'text' };
export const NUMBER: ScalarShape = { kind: 'scalar', sort: 'number' };
export const YES_OR_NO: ScalarShape = { kind: 'scalar', sort: 'yes or no' };
export const DATE: ScalarShape = { kind: 'scalar', sort: 'date' };
/** Prints, but is of no particular sort: a class that knows how to print itself. */
export const PRINTABLE: ScalarShape = { kind: 'scalar', sort: 'value' };
/** HTML that is safe to print as it is. */
export const SAFE_HTML: ScalarShape = { kind: 'scalar', sort: 'value', html: true };

const numbers = new WeakMap<Shape, number>();
let last = 0;

/** A number that stands for this very shape. */
export function idOf(shape: Shape): number {
  const known = numbers.get(shape);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(shape, last);
  return last;
}

const scalars = new Map<string, ScalarShape>();

/** A scalar that can only be one of `values`; never, where there are none. */
export function literalsOf(values: Iterable<LiteralValue>): Shape {
  const literals = new Set(values);
  const [one] = literals;
  if (one === undefined) return NEVER;
  const key = JSON.stringify([...literals]);
  const known = scalars.get(key);
  if (known) return known;
  const sort = typeof one === 'string' ? 'text' : typeof one === 'number' ? 'number' : 'yes or no';
  const made: ScalarShape = { kind: 'scalar', sort, literals };
  scalars.set(key, made);
  return made;
}

const maybes = new WeakMap<Shape, MaybeShape>();

/** `shape`, or nothing. */
export function maybe(shape: Shape): Shape {
  if (shape.kind === 'maybe' || shape.kind === 'nothing') return shape;
  if (shape.kind === 'never') return NOTHING;
  let made = maybes.get(shape);
  if (!made) {
    made = { kind: 'maybe', of: shape };
    maybes.set(shape, made);
  }
  return made;
}

/** `shape` without the possibility that it is absent. */
export function present(shape: Shape): Shape {
  if (shape.kind === 'maybe') return shape.of;
  return shape.kind === 'nothing' ? NEVER : shape;
}

const unions = new WeakMap<Shape, Map<string, UnionShape>>();

/** One of `options`, in the plainest shape that says so. */
export function unionOf(options: Iterable<Shape>, discriminator?: string): Shape {
  const all = [...options];
  const absent = all.some((option) => option.kind === 'maybe' || option.kind === 'nothing');
  const flat = new Set<Shape>();
  for (const option of all.map(present)) {
    if (option.kind === 'anything') return absent ? maybe(ANYTHING) : ANYTHING;
    if (option.kind === 'union') option.options.forEach((o) => flat.add(o));
    else if (option.kind !== 'never') flat.add(option);
  }
  const made = onePlainUnion([...flat], discriminator);
  return absent ? maybe(made) : made;
}

function onePlainUnion(options: readonly Shape[], discriminator: string | undefined): Shape {
  const merged = mergeLiterals(options);
  const [first] = merged;
  if (!first) return NEVER;
  if (merged.length === 1) return first;
  const siblings = unions.get(first) ?? new Map<string, UnionShape>();
  unions.set(first, siblings);
  const key = `${discriminator ?? ''}:${merged.map(idOf).join(',')}`;
  const known = siblings.get(key);
  if (known) return known;
  const made: UnionShape = { kind: 'union', options: merged, discriminator };
  siblings.set(key, made);
  return made;
}

/** `'a'` or `'b'` is one scalar with two values, so that a field all of whose options are literals lists them. */
function mergeLiterals(options: readonly Shape[]): readonly Shape[] {
  const literal = options.filter((o) => o.kind === 'scalar' && o.literals !== undefined);
  if (literal.length < 2) return options;
  const values = literal.flatMap((o) => (o.kind === 'scalar' ? [...(o.literals ?? [])] : []));
  return [literalsOf(values), ...options.filter((o) => !literal.includes(o))];
}
