/** Calls of partials: which one, with what, and has it been checked with that already. */

import { didYouMean } from '../diagnostics/suggest.ts';
import type { CallExpr, Expr, HashPair, PartialStatement, PathExpr, Stretch } from './ast.ts';
import { asPath } from './assume.ts';
import { mustBePresent, thisMustBePresent } from './blanks.ts';
import { evaluate, valueAt } from './expressions.ts';
import { equalTo } from './narrow.ts';
import { helperUse, missingPartial, unsupported } from './rules.ts';
import { placed, report } from './run.ts';
import type { Run, Visit } from './run.ts';
import { helperName, narrowedAt } from './scope.ts';
import type { Env } from './scope.ts';
import { literalsIn, withField } from './shape-fields.ts';
import type { Container } from './shape-fields.ts';
import { idOf, present, unionOf } from './shape-types.ts';
import type { LiteralValue, Shape } from './shape-types.ts';

/** A partial that calls itself with ever new inputs is looked at so many times and no more. */
const ENOUGH = 200;

/** Checks a call and queues the partial, unless it has been checked with such an input before. */
export function checkPartialCall(visit: Visit, env: Env, call: PartialStatement): void {
  if (call.params.length > 1) {
    report(
      visit,
      helperUse,
      call.at,
      `A partial takes 1 value at most, and is given ${call.params.length}.`,
      'Give it the others as `name=value`.',
    );
  }
  if (call.name.type === 'static') {
    queuePartial(visit, env, call, call.name.name, call.name.at);
    return;
  }
  const choice = choiceOf(visit.run, env, call.name);
  if (!choice) {
    reportUnclear(visit, call.name.at);
    return;
  }
  if (!choice.path) {
    queuePartial(visit, env, call, choice.nameFor(''), call.name.at);
    return;
  }
  const shape = valueAt(visit, env, choice.path);
  const values = literalsIn(shape);
  mustBePresent(visit, choice.path, shape, 'the choice of the partial');
  if (!values) {
    if (shape.kind !== 'never') reportUnclear(visit, call.name.at);
    return;
  }
  for (const value of values) {
    queuePartial(
      visit,
      narrowedAt(env, choice.path, equalTo(value)),
      call,
      choice.nameFor(value),
      call.name.at,
    );
  }
}

function reportUnclear(visit: Visit, at: Stretch): void {
  report(
    visit,
    unsupported,
    at,
    'It cannot be told beforehand which partial this is.',
    'Choose it by a field that can only have certain values, as in `{{> (lookup this "kind")}}`.',
  );
}

/** A partial's name that depends on the value at `path`, or on nothing where there is no path. */
interface Choice {
  readonly path: PathExpr | undefined;
  nameFor(value: LiteralValue): string;
}

function choiceOf(run: Run, env: Env, expr: Expr): Choice | undefined {
  switch (expr.type) {
    case 'literal':
      return { path: undefined, nameFor: () => String(expr.value) };
    case 'path':
      return { path: expr, nameFor: String };
    case 'call':
      return choiceOfCall(run, env, expr);
  }
}

function choiceOfCall(run: Run, env: Env, call: CallExpr): Choice | undefined {
  const path = asPath(env, call);
  if (path) return { path, nameFor: String };
  const naming = run.helpers.get(helperName(env, call.callee) ?? '')?.partialName;
  if (!naming) return undefined;
  const parts: Choice[] = [];
  for (const param of call.params) {
    const part = choiceOf(run, env, param);
    if (!part) return undefined;
    parts.push(part);
  }
  const [varying, another] = parts.filter((part) => part.path);
  if (another) return undefined;
  return { path: varying?.path, nameFor: (value) => naming(...parts.map((part) => part.nameFor(value))) };
}

function queuePartial(visit: Visit, env: Env, call: PartialStatement, name: string, at: Stretch): void {
  const { run } = visit;
  const [context] = call.params;
  const given = context ? evaluate(visit, env, context) : env.scopes[0].shape;
  const user = `the partial \`${name}\``;
  if (context) mustBePresent(visit, context, given, user);
  else thisMustBePresent(visit, call.at, given, user);
  const input = merged(visit, env, present(given), call.hash);
  const template = run.partials.get(name);
  if (!template) {
    report(
      visit,
      missingPartial,
      at,
      `There is no partial \`${name}\`.`,
      didYouMean(name, run.partials.keys(), 'The partials here'),
    );
    return;
  }
  if (input.kind === 'never') return;
  // Only the innermost frame: in partials that call themselves the frames would pile up without end, each
  // pile another input. `@../index` in a partial is refused for it, and a name given in the call does better.
  const [frame = new Map<string, Shape>()] = env.data;
  const key = [name, idOf(input), idOf(env.root.shape), frameKey(frame)].join('|');
  const seen = run.seen.get(template) ?? new Set();
  run.seen.set(template, seen);
  if (env.certain) {
    const calls = run.certainCalls.get(visit.key) ?? [];
    run.certainCalls.set(visit.key, [...calls, { visit, at, name, to: key }]);
  }
  if (seen.has(key) || seen.size >= ENOUGH) return;
  seen.add(key);
  const { line } = placed(visit.template, at.start);
  run.queue.push({
    run,
    template,
    key,
    env: {
      scopes: [{ shape: input, label: `what the partial \`${name}\` is given` }],
      names: new Map(),
      data: [frame],
      root: env.root,
      inPartial: true,
      certain: true,
    },
    given: new Set([...visit.given, ...call.hash.map((pair) => pair.name)]),
    trail: ` (Called from ${visit.template.file}, line ${line}.)`,
  });
}

function frameKey(frame: ReadonlyMap<string, Shape>): string {
  return [...frame].map(([name, shape]) => `${name}:${idOf(shape)}`).join(',');
}

/** The input of a partial that is given `name=value` as well. */
function merged(visit: Visit, env: Env, shape: Shape, hash: readonly HashPair[]): Shape {
  const fields = hash.map((pair) => [pair.name, evaluate(visit, env, pair.value)] as const);
  return fields.length === 0 ? shape : extended(shape, fields);
}

const EMPTY: Shape = { kind: 'object', fields: new Map() };

function extended(shape: Shape, fields: readonly (readonly [string, Shape])[]): Shape {
  switch (shape.kind) {
    case 'anything':
    case 'never':
      return shape;
    case 'union':
      return unionOf(
        shape.options.map((option) => extended(option, fields)),
        shape.discriminator,
      );
    case 'object':
    case 'record':
      return fields.reduce<Container>((known, [name, value]) => withField(known, name, value), shape);
    case 'scalar':
    case 'array':
    case 'maybe':
    case 'nothing':
      return extended(EMPTY, fields);
  }
}
