/** What an expression gives, and whether what it is made of is right. */

import type { CallExpr, Expr, PathExpr } from './ast.ts';
import { assuming, asPath } from './assume.ts';
import { mustBePresent, thisIsVague } from './blanks.ts';
import { recordComparison } from './comparisons.ts';
import { checkTaken, checkUse, reportUnknownHelper } from './helper-use.ts';
import { returned } from './helpers.ts';
import type { HelperCall, HelperSpec } from './helpers.ts';
import { reportMissing } from './missing.ts';
import type { Visit } from './run.ts';
import { helperName, resolve } from './scope.ts';
import type { Env } from './scope.ts';
import { fieldNames, fieldOf, itemOf, literalsIn } from './shape-fields.ts';
import { ANYTHING, literalsOf, maybe, NOTHING, unionOf } from './shape-types.ts';
import type { Shape } from './shape-types.ts';

/** The shape of what `expr` gives; `anything` after a finding, so that one mistake is told once. */
export function evaluate(visit: Visit, env: Env, expr: Expr): Shape {
  switch (expr.type) {
    case 'literal':
      return expr.value === null || expr.value === undefined ? NOTHING : literalsOf([expr.value]);
    case 'path':
      return valueAt(visit, env, expr);
    case 'call':
      return callHelper(visit, env, expr)?.gives ?? ANYTHING;
  }
}

/** The shape of what `path` leads to. `printed` where it is printed by its name alone. */
export function valueAt(visit: Visit, env: Env, path: PathExpr, printed = false): Shape {
  const found = resolve(env, path);
  if ('shape' in found) {
    if (found.vague) thisIsVague(visit, path);
    return found.vague ? ANYTHING : found.shape;
  }
  reportMissing(visit, env, path, found, printed);
  return ANYTHING;
}

/** A helper that was found, with what it was given. */
export interface Called {
  readonly name: string;
  readonly spec: HelperSpec;
  readonly args: HelperCall;
  readonly gives: Shape;
}

/** Checks a call of a helper; undefined where there is no such helper. */
export function callHelper(visit: Visit, env: Env, call: CallExpr, asBlock = false): Called | undefined {
  const name = helperName(env, call.callee) ?? '';
  const spec = visit.run.helpers.get(name);
  if (!spec) {
    reportUnknownHelper(visit, env, call, asBlock);
    for (const value of [...call.params, ...call.hash.map((pair) => pair.value)]) evaluate(visit, env, value);
    return undefined;
  }
  checkUse(visit, call, spec, asBlock);
  const args = evaluateArguments(visit, env, call, spec);
  return {
    name,
    spec,
    args,
    gives: name === 'lookup' ? lookedUp(visit, env, call, args) : returned(spec, args),
  };
}

function evaluateArguments(visit: Visit, env: Env, call: CallExpr, spec: HelperSpec): HelperCall {
  let known = env;
  const evaluated = (expr: Expr): Shape => {
    const shape = evaluate(visit, known, expr);
    if (!spec.acceptsBlank) mustBePresent(visit, expr, shape, `\`${call.callee.text}\``);
    return shape;
  };
  const params = call.params.map((param, i) => {
    const shape = evaluated(param);
    checkTaken(visit, call, param, shape, spec.takes?.[i]);
    // `(and lead (eq lead.role "Director"))` looks at the second only when the first is true.
    if (spec.means === 'and' || spec.means === 'or') {
      known = assuming(visit.run, known, param, spec.means === 'and');
    }
    return shape;
  });
  const hash = new Map(call.hash.map((pair) => [pair.name, evaluated(pair.value)]));
  recordComparison(visit, env, call, spec, params);
  return { params, hash };
}

/** What the built-in `lookup` gives. */
function lookedUp(visit: Visit, env: Env, call: CallExpr, { params }: HelperCall): Shape {
  const path = asPath(env, call);
  if (path) return valueAt(visit, env, path);
  const [shape, key] = params;
  if (!shape || !key || shape.kind === 'anything') return ANYTHING;
  const names = literalsIn(key);
  if (!names) return maybe(itemOf(shape) ?? unionOf(fieldsOf(shape, fieldNames(shape))));
  const fields = fieldsOf(shape, [...names].map(String));
  // A key that is certain to be one of these, and finds one of these, finds something.
  return key.kind === 'scalar' && fields.length === names.size ? unionOf(fields) : maybe(unionOf(fields));
}

function fieldsOf(shape: Shape, names: readonly string[]): Shape[] {
  return names.flatMap((name) => {
    const field = fieldOf(shape, name);
    return 'shape' in field ? [field.shape] : [];
  });
}
