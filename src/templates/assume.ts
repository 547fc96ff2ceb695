/** What is known inside `{{#if …}}` and in its `{{else}}`. */

import type { CallExpr, Expr, PathExpr } from './ast.ts';
import { equalTo, FALSY, otherThan, TRUTHY } from './narrow.ts';
import type { Run } from './run.ts';
import { isBareName, narrowedAt } from './scope.ts';
import type { Env } from './scope.ts';
import type { LiteralValue } from './shape-types.ts';

/** The surroundings, knowing that `expr` came out true (or false). */
export function assuming(run: Run, env: Env, expr: Expr, truth: boolean): Env {
  if (expr.type === 'path') return narrowedAt(env, expr, truth ? TRUTHY : FALSY);
  if (expr.type === 'literal' || !isBareName(env, expr.callee)) return env;
  const { params } = expr;
  switch (run.helpers.get(expr.callee.text)?.means) {
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
  const compared = comparedWithLiteral(call);
  if (!compared) return env;
  return narrowedAt(env, compared.path, equal ? equalTo(compared.value) : otherThan(compared.value));
}

/** The two sides of `(eq path "value")`, in either order. */
export function comparedWithLiteral(
  call: CallExpr,
): { path: PathExpr; value: LiteralValue; at: Expr['at']; index: 0 | 1 } | undefined {
  const [a, b] = call.params;
  if (!a || !b) return undefined;
  const [path, literal, index] = a.type === 'path' ? ([a, b, 0] as const) : ([b, a, 1] as const);
  if (path.type !== 'path' || literal.type !== 'literal') return undefined;
  if (literal.value === null || literal.value === undefined) return undefined;
  return { path, value: literal.value, at: literal.at, index };
}
