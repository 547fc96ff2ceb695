/**
 * A template as the checker reads it: Handlebars' own tree with the exact places of names, without what
 * says nothing about the input (text, comments, white space), and with every case a type of its own.
 */

/** A place in a template's source, counted as Handlebars does: lines from 1, columns from 0. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

export interface Stretch {
  readonly start: Spot;
  readonly end: Spot;
}

/** One name of a path, e.g. `title` in `section.title`. */
export interface Segment {
  readonly name: string;
  readonly at: Stretch;
}

/** `title`, `../title`, `this`, `@index`, `@root.title`. */
export interface PathExpr {
  readonly type: 'path';
  readonly at: Stretch;
  /** As written. */
  readonly text: string;
  /** Starts with `@`. */
  readonly data: boolean;
  /** How many `../` it starts with. */
  readonly depth: number;
  readonly segments: readonly Segment[];
  /** Starts with `this` or `./`: a field even where a helper has the same name. */
  readonly scoped: boolean;
}

export interface LiteralExpr {
  readonly type: 'literal';
  readonly at: Stretch;
  readonly value: string | number | boolean | null | undefined;
}

export interface HashPair {
  readonly name: string;
  /** `name=value`. */
  readonly at: Stretch;
  readonly value: Expr;
}

/** `helper param name=value`, in a mustache, in a block's opening or in brackets. */
export interface CallExpr {
  readonly type: 'call';
  readonly at: Stretch;
  readonly callee: PathExpr;
  readonly params: readonly Expr[];
  readonly hash: readonly HashPair[];
}

export type Expr = PathExpr | LiteralExpr | CallExpr;

/** The field `name` of `path`, which is what `(lookup path "first")` does. */
export function pathInto(path: PathExpr, name: string, at: Stretch): PathExpr {
  return { ...path, segments: [...path.segments, { name, at }] };
}

/** `{{x}}`; `raw` where it is `{{{x}}}` or `{{&x}}`. */
export interface PrintStatement {
  readonly type: 'print';
  readonly at: Stretch;
  readonly expr: PathExpr | CallExpr;
  readonly raw: boolean;
}

export interface Program {
  readonly body: readonly Statement[];
  /** The names between bars: `as |item index|`. */
  readonly blockParams: readonly string[];
}

export interface BlockStatement {
  readonly type: 'block';
  /** The opening tag's name, where a diagnostic about the block points. */
  readonly call: CallExpr;
  readonly program: Program;
  readonly inverse: Program;
}

export interface PartialStatement {
  readonly type: 'partial';
  readonly at: Stretch;
  readonly name: { readonly type: 'static'; readonly name: string; readonly at: Stretch } | CallExpr;
  readonly params: readonly Expr[];
  readonly hash: readonly HashPair[];
}

/** Something Handlebars can do that house styles do not use. */
export interface UnsupportedStatement {
  readonly type: 'unsupported';
  readonly at: Stretch;
  readonly what: string;
  readonly instead: string;
}

export type Statement = PrintStatement | BlockStatement | PartialStatement | UnsupportedStatement;
