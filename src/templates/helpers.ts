/** What the checker has to know about a helper, and what it knows about the usual ones. */

import { ANYTHING, TEXT, YES_OR_NO, present, unionOf } from './shape-types.ts';
import type { Shape } from './shape-types.ts';

/** What a helper was given: the shape of each value. */
export interface HelperCall {
  readonly params: readonly Shape[];
  readonly hash: ReadonlyMap<string, Shape>;
}

/** A shape, or a way to tell it from what the helper was given. */
export type ShapeFor = Shape | ((call: HelperCall) => Shape);

/** What a helper does when it is used as a block, `{{#name}}…{{/name}}`. */
export interface HelperBlock {
  /** What the contents see as `this`. Left out: what the surroundings see. */
  readonly scope?: ShapeFor;
  /** What `as |a b|` names, in order. */
  readonly blockParams?: readonly ShapeFor[];
  /** What `@name` gives inside. */
  readonly data?: ReadonlyMap<string, Shape>;
}

/**
 * What a comparison tells about its parameters when it comes out true or false. The checker then knows more
 * about them inside `{{#if (helper …)}}` and in its `{{else}}`.
 */
export type Meaning = 'eq' | 'ne' | 'and' | 'or' | 'not';

/** Kinds of value that a helper can ask for; `value` is any that prints. */
export type Taken = 'text' | 'number' | 'date' | 'value' | 'list' | 'group';

export interface HelperSpec {
  /** How many values it takes, not counting `name=value`. */
  readonly params: { readonly min: number; readonly max: number };
  /** The names it understands in `name=value`. Default: none. */
  readonly hash?: readonly string[];
  /**
   * The texts that may be written out for the value at the same index, e.g. the indicators there are; any
   * other is an error with a suggestion. Undefined at an index: anything.
   */
  readonly choices?: readonly (readonly string[] | undefined)[];
  /** What each value has to be, by index; undefined at an index: anything. */
  readonly takes?: readonly (Taken | undefined)[];
  /** Copes with values that are absent. Default: no, and giving it one that may be is an error. */
  readonly acceptsBlank?: boolean;
  /** What it gives. Default: text. `SAFE_HTML` for a helper that returns a SafeString. */
  readonly returns?: ShapeFor;
  /** Left out: it cannot be used as a block. */
  readonly block?: HelperBlock;
  readonly blockOnly?: boolean;
  readonly means?: Meaning;
  /**
   * For `{{> (name …)}}`: the partial it chooses, from its parameters as text. The checker calls it once for
   * every value that a parameter can have.
   */
  readonly partialName?: (...params: string[]) => string;
}

const oneOrMore = { min: 1, max: Infinity };

/** Comparisons as every template language has them. They test; a style's helpers must behave accordingly. */
export const LOGIC_HELPERS: ReadonlyMap<string, HelperSpec> = new Map<string, HelperSpec>([
  ['eq', { params: { min: 2, max: 2 }, acceptsBlank: true, returns: YES_OR_NO, means: 'eq' }],
  ['ne', { params: { min: 2, max: 2 }, acceptsBlank: true, returns: YES_OR_NO, means: 'ne' }],
  ['not', { params: { min: 1, max: 1 }, acceptsBlank: true, returns: YES_OR_NO, means: 'not' }],
  ['and', { params: oneOrMore, acceptsBlank: true, returns: ({ params }) => unionOf(params), means: 'and' }],
  ['or', { params: oneOrMore, acceptsBlank: true, returns: firstThatIsThere, means: 'or' }],
]);

function firstThatIsThere({ params }: HelperCall): Shape {
  return unionOf(params.map((shape, i) => (i < params.length - 1 ? present(shape) : shape)));
}

const one = { min: 1, max: 1 };

/** Those that Handlebars brings along. What their blocks see is in blocks.ts. */
export const BUILT_IN: ReadonlyMap<string, HelperSpec> = new Map<string, HelperSpec>([
  ['if', { params: one, hash: ['includeZero'], acceptsBlank: true, block: {}, blockOnly: true }],
  ['unless', { params: one, hash: ['includeZero'], acceptsBlank: true, block: {}, blockOnly: true }],
  ['each', { params: one, acceptsBlank: true, block: {}, blockOnly: true }],
  ['with', { params: one, acceptsBlank: true, block: {}, blockOnly: true }],
  ['lookup', { params: { min: 2, max: 2 }, acceptsBlank: true, returns: ANYTHING }],
]);

/** What `spec` gives for `call`. */
export function returned(spec: HelperSpec, call: HelperCall): Shape {
  return shapeFor(spec.returns ?? TEXT, call);
}

export function shapeFor(shape: ShapeFor, call: HelperCall): Shape {
  return typeof shape === 'function' ? shape(call) : shape;
}
