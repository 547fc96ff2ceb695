/** What an expression gives, and whether what it is made of is right. */

import { didYouMean } from '../diagnostics/suggest.ts';
import type { CallExpr, Expr, PathExpr } from './ast.ts';
import { recordComparison } from './comparisons.ts';
import { returned } from './helpers.ts';
import type { HelperCall, HelperSpec } from './helpers.ts';
import { reportMissing } from './missing.ts';
import { assuming } from './assume.ts';
import { helperUse, mayBeBlank, unknownHelper } from './rules.ts';
import { report } from './run.ts';
import type { Visit } from './run.ts';
import { isBareName, resolve } from './scope.ts';
import type { Env } from './scope.ts';
import { fieldOf, fieldNames, itemOf, literalsIn } from './shape-fields.ts';
import { ANYTHING, literalsOf, maybe, NOTHING, present, TEXT, unionOf } from './shape-types.ts';
import type { Shape } from './shape-types.ts';
import { counted } from './words.ts';

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

/** The shape of what `path` leads to. */
export function valueAt(visit: Visit, env: Env, path: PathExpr, printed = false): Shape {
  const found = resolve(env, path);
  if ('shape' in found) return found.shape;
  reportMissing(visit, env, path, found, printed);
  return ANYTHING;
}

/** A helper that was found, with what it was given. */
export interface Called {
  readonly spec: HelperSpec;
  readonly args: HelperCall;
  readonly gives: Shape;
}

/** Checks a call of a helper; undefined where there is no such helper. */
export function callHelper(visit: Visit, env: Env, call: CallExpr, asBlock = false): Called | undefined {
  const name = call.callee.text;
  const spec = isBareName(env, call.callee) ? visit.run.helpers.get(name) : undefined;
  if (!spec) {
    reportUnknownHelper(visit, env, call, asBlock);
    for (const value of [...call.params, ...call.hash.map((pair) => pair.value)]) evaluate(visit, env, value);
    return undefined;
  }
  checkUse(visit, call, spec, asBlock);
  const args = evaluateArguments(visit, env, call, spec);
  const gives = name === 'lookup' ? lookedUp(visit, env, call, args) : returned(spec, args);
  return { spec, args, gives };
}

function reportUnknownHelper(visit: Visit, env: Env, call: CallExpr, asBlock: boolean): void {
  const name = call.callee.text;
  const isField = 'shape' in resolve(env, call.callee);
  const helpers = [...visit.run.helpers].filter(([, spec]) => (asBlock ? spec.block : !spec.blockOnly));
  report(
    visit,
    unknownHelper,
    call.callee.at,
    isField
      ? `\`${name}\` is a field, not a helper, so nothing can follow it.`
      : `There is no helper \`${name}\`.`,
    isField
      ? `Write \`{{${name}}}\` alone, or put a helper in front of it.`
      : didYouMean(
          name,
          helpers.map(([n]) => n),
          'The helpers here',
        ),
  );
}

function checkUse(visit: Visit, call: CallExpr, spec: HelperSpec, asBlock: boolean): void {
  const name = call.callee.text;
  const { min, max } = spec.params;
  const given = call.params.length;
  if (given < min || given > max) {
    const wanted =
      min === max
        ? counted(min, 'value')
        : max === Infinity
          ? `${min} or more values`
          : `${min} to ${max} values`;
    report(
      visit,
      helperUse,
      call.at,
      `\`${name}\` takes ${wanted}, and is given ${given === 0 ? 'none' : given}.`,
    );
  }
  if (asBlock && !spec.block) {
    report(
      visit,
      helperUse,
      call.at,
      `\`${name}\` cannot enclose anything.`,
      `Write \`{{${name} …}}\`, without # and closing tag.`,
    );
  }
  if (!asBlock && spec.blockOnly) {
    report(
      visit,
      helperUse,
      call.at,
      `\`${name}\` has to enclose something.`,
      `Write \`{{#${name} …}} … {{/${name}}}\`.`,
    );
  }
  for (const pair of call.hash) {
    if (spec.hash?.includes(pair.name)) continue;
    const known = spec.hash ?? [];
    report(
      visit,
      helperUse,
      pair.at,
      `\`${name}\` does not know \`${pair.name}=\`.`,
      known.length > 0 ? didYouMean(pair.name, known, 'It knows') : 'Remove it.',
    );
  }
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
    checkChoice(visit, call, param, spec.choices?.[i]);
    // `(and lead (eq lead.role "Director"))` looks at the second only when the first is true.
    if (spec.means === 'and' || spec.means === 'or')
      known = assuming(visit.run, known, param, spec.means === 'and');
    return shape;
  });
  const hash = new Map(call.hash.map((pair) => [pair.name, evaluated(pair.value)]));
  recordComparison(visit, call, spec, params);
  return { params, hash };
}

function checkChoice(
  visit: Visit,
  call: CallExpr,
  param: Expr,
  choices: readonly string[] | undefined,
): void {
  if (!choices || param.type !== 'literal' || choices.includes(String(param.value))) return;
  report(
    visit,
    helperUse,
    param.at,
    `\`${call.callee.text}\` does not know \`${String(param.value)}\`.`,
    didYouMean(String(param.value), choices, 'It knows'),
  );
}

/** Reports a value that may be absent and is about to be used by `user`. */
export function mustBePresent(visit: Visit, expr: Expr, shape: Shape, user: string): void {
  if (shape.kind !== 'maybe' && shape.kind !== 'nothing') return;
  const text = expr.type === 'path' ? `\`${expr.text}\`` : 'This';
  const message =
    shape.kind === 'nothing'
      ? `${text} is always empty here, and ${user} needs it.`
      : `${text} may not be filled in, and ${user} needs it.`;
  report(visit, mayBeBlank, expr.at, message, guardHint(expr));
}

/** How to keep what may be absent from leaving a gap. */
export function guardHint(expr: Expr): string {
  if (expr.type !== 'path') return 'Use it only inside an `{{#if …}}` that makes sure of what it needs.';
  return `Put it inside \`{{#if ${expr.text}}} … {{else}} … {{/if}}\` and say in the \`{{else}}\` what to print otherwise.`;
}

/** What the built-in `lookup` gives. */
function lookedUp(visit: Visit, env: Env, call: CallExpr, { params }: HelperCall): Shape {
  const [subject, key] = call.params;
  const [shape, keyShape] = params;
  if (!subject || !key || !shape || !keyShape) return ANYTHING;
  const literals = literalsIn(keyShape);
  if (!literals) return maybe(itemOf(shape) ?? anyField(shape));
  const found = [...literals].map((name) => {
    const field = fieldOf(shape, String(name));
    if ('shape' in field) return field.shape;
    const at = { name: String(name), at: key.at };
    const label = subject.type === 'path' ? `\`${subject.text}\`` : 'it';
    const failure = {
      problem: 'field',
      segment: at,
      holder: { shape, label },
      lackedBy: field.lackedBy,
    } as const;
    const path = {
      type: 'path',
      at: key.at,
      text: at.name,
      data: true,
      depth: 0,
      segments: [at],
      scoped: true,
    } as const;
    reportMissing(visit, env, path, failure);
    return ANYTHING;
  });
  return unionOf(keyShape.kind === 'maybe' ? [...found, NOTHING] : found);
}

function anyField(shape: Shape): Shape {
  const there = present(shape);
  const fields = fieldNames(there).map((name) => fieldOf(there, name));
  return fields.length > 0 ? unionOf(fields.flatMap((f) => ('shape' in f ? [f.shape] : []))) : TEXT;
}
