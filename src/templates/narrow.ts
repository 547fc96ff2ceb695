/** What a shape must be, once a test on one of its fields came out true or false. */

import { fieldOf, withField } from './shape-fields.ts';
import { literalsOf, maybe, NEVER, NOTHING, unionOf } from './shape-types.ts';
import type { LiteralValue, ScalarShape, Shape } from './shape-types.ts';

/** A test that a value has passed. */
export interface Passed {
  /** Nothing absent passes it, so everything on the way to the value is present as well. */
  readonly present: boolean;
  /** What is left of a shape that is neither absent nor a union. */
  keep(shape: Shape): Shape;
}

/** `{{#if x}}`. */
export const TRUTHY: Passed = {
  present: true,
  keep: (shape) => keepLiterals(shape, (value) => value !== false && value !== ''),
};

/** The `{{else}}` of `{{#if x}}`. Lists stay: an empty one counts as false. */
export const FALSY: Passed = {
  present: false,
  keep: (shape) =>
    shape.kind === 'object' || shape.kind === 'record' ? NEVER : keepLiterals(shape, (value) => !value),
};

/** `{{#if (eq x "value")}}`. */
export function equalTo(wanted: LiteralValue): Passed {
  return {
    present: true,
    keep(shape) {
      if (shape.kind === 'scalar') {
        if (shape.literals) return shape.literals.has(wanted) ? literalsOf([wanted]) : NEVER;
        return shape.sort === 'text' && typeof wanted === 'string' ? literalsOf([wanted]) : shape;
      }
      return shape.kind === 'anything' ? shape : NEVER;
    },
  };
}

/** The `{{else}}` of `{{#if (eq x "value")}}`. */
export function otherThan(unwanted: LiteralValue): Passed {
  return { present: false, keep: (shape) => keepLiterals(shape, (value) => value !== unwanted) };
}

function keepLiterals(shape: Shape, keep: (value: LiteralValue) => boolean): Shape {
  if (shape.kind !== 'scalar' || !shape.literals) return shape;
  const kept = [...shape.literals].filter(keep);
  return kept.length === shape.literals.size ? shape : rebuilt(shape, kept);
}

function rebuilt(shape: ScalarShape, kept: readonly LiteralValue[]): Shape {
  return shape.literals?.size === kept.length ? shape : literalsOf(kept);
}

/**
 * `shape`, knowing that the value at `path` in it passed the test. The options of a union that could not
 * have passed are dropped; this is what tells one kind of block from another.
 */
export function narrowed(shape: Shape, path: readonly string[], passed: Passed): Shape {
  switch (shape.kind) {
    case 'anything':
    case 'never':
      return path.length === 0 ? passed.keep(shape) : shape;
    case 'nothing':
      return passed.present ? NEVER : NOTHING;
    case 'maybe': {
      const inner = narrowed(shape.of, path, passed);
      return passed.present ? inner : maybe(inner);
    }
    case 'union':
      return unionOf(
        shape.options.map((option) => narrowed(option, path, passed)),
        shape.discriminator,
      );
    case 'scalar':
    case 'object':
    case 'array':
    case 'record': {
      const [name, ...further] = path;
      if (name === undefined) return passed.keep(shape);
      if (shape.kind === 'scalar') return shape;
      const found = fieldOf(shape, name);
      if (!('shape' in found)) return shape;
      const field = narrowed(found.shape, further, passed);
      if (field.kind === 'never') return NEVER;
      return field === found.shape ? shape : withField(shape, name, field);
    }
  }
}
