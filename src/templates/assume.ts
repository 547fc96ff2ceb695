/** What is known inside `{{#if …}}` and in its `{{else}}`. */

import { pathInto } from './ast.ts';
import type { CallExpr, Expr, PathExpr, Stretch } from './ast.ts';
import { equalTo, FALSY, otherThan, TRUTHY } from './narrow.ts';
import type { Run } from './run.ts';
import { helperName, narrowedAt } from './scope.ts';
import type { Env } from './scope.ts';
import type { LiteralValue } from './shape-types.ts';

/** The surroundings, knowing that `expr` came out true (or false). */
export function assuming(run: Run, env: Env, expr: Expr, truth: boolean): Env {
  const path = asPath(env, expr);
  if (path) return narrowedAt(env, path, truth ? TRUTHY : FALSY);
  if (expr.type !== 'call') return env;
  const { params } = expr;
  switch (run.helpers.get(helperName(env, expr.callee) ?? '')?.means) {
    case 'eq':
      return comparing(env, expr, truth);
    case 'ne':
      return comparing(env, expr, !truth);
    case 'not':
      return params[0] ? assuming(run, env, params[0], !truth) : env;
    case 'and':
      return truth ? params.reduce((known, param) => assuming(run, known, param, true), env) : env;
    case 'or':
      return truth ? env : params.reduce((known, param) => assuming(run, known, param, false), env);
    case undefined:
      return env;
  }
}

function comparing(env: Env, call: CallExpr, equal: boolean): Env {
  const compared = comparedWithLiteral(env, call);
  if (!compared) return env;
  return narrowedAt(env, compared.path, equal ? equalTo(compared.value) : otherThan(compared.value));
}

/** The place in the data that `expr` stands for: a path, or `(lookup path "name")`. */
export function asPath(env: Env, expr: Expr): PathExpr | undefined {
  if (expr.type === 'path') return expr;
  if (expr.type !== 'call' || helperName(env, expr.callee) !== 'lookup') return undefined;
  const [subject, key] = expr.params;
  const path = subject && asPath(env, subject);
  return path && key?.type === 'literal' ? pathInto(path, String(key.value), key.at) : undefined;
}

export interface Compared {
  readonly path: PathExpr;
  /** Which of the two parameters the path is. */
  readonly index: 0 | 1;
  readonly value: LiteralValue;
  /** Where the literal stands. */
  readonly at: Stretch;
}

/** The two sides of `(eq path "value")`, in either order. */
export function comparedWithLiteral(env: Env, call: CallExpr): Compared | undefined {
  const [a, b] = call.params;
  if (!a || !b) return undefined;
  const [literal, other, index] = a.type === 'literal' ? ([a, b, 1] as const) : ([b, a, 0] as const);
  const path = asPath(env, other);
  if (!path || literal.type !== 'literal') return undefined;
  if (literal.value === null || literal.value === undefined) return undefined;
  return { path, index, value: literal.value, at: literal.at };
}
