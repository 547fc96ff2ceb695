/** Blocks: what their contents see. */

import type { BlockStatement, Expr, Program } from './ast.ts';
import { assuming } from './assume.ts';
import { callHelper } from './expressions.ts';
import type { Called } from './expressions.ts';
import { shapeFor } from './helpers.ts';
import type { HelperBlock } from './helpers.ts';
import { helperUse, notAList, unsupported } from './rules.ts';
import { report } from './run.ts';
import type { Visit } from './run.ts';
import { framed, inside, helperName, naming, resolve, sameThis } from './scope.ts';
import type { Env, Scope } from './scope.ts';
import { itemOf } from './shape-fields.ts';
import { ANYTHING, literalsOf, NUMBER, present, TEXT, YES_OR_NO } from './shape-types.ts';
import type { Shape } from './shape-types.ts';
import { counted, described } from './words.ts';

type Check = (visit: Visit, env: Env, program: Program) => void;

/** Checks a block; `check` goes through its contents. */
export function checkBlock(visit: Visit, around: Env, block: BlockStatement, check: Check): void {
  if (isSection(visit, around, block)) {
    reportSection(visit, around, block);
    return;
  }
  const env: Env = { ...around, certain: false };
  const called = callHelper(visit, env, block.call, true);
  const [given] = block.call.params;
  const name = called?.name;
  const isTrue = given ? assuming(visit.run, env, given, true) : env;
  const isFalse = given ? assuming(visit.run, env, given, false) : env;
  const subject: Scope = {
    shape: present(called?.args.params[0] ?? ANYTHING),
    label: given?.type === 'path' && given.segments.length > 0 ? `\`${given.text}\`` : 'the value',
  };

  if (!called) {
    check(visit, inside(env, { shape: ANYTHING, label: 'this block' }), block.program);
    check(visit, sameThis(env), block.inverse);
  } else if (name === 'if' || name === 'unless') {
    const [then, otherwise] = name === 'if' ? [isTrue, isFalse] : [isFalse, isTrue];
    check(visit, withParams(visit, sameThis(then), block, []), block.program);
    check(visit, sameThis(otherwise), block.inverse);
  } else if (name === 'with') {
    const opened = given && isThis(env, given) ? sameThis(isTrue) : inside(isTrue, subject);
    check(visit, withParams(visit, opened, block, [subject]), block.program);
    check(visit, sameThis(isFalse), block.inverse);
  } else if (name === 'each') {
    checkEach(visit, isTrue, block, subject, check);
    check(visit, sameThis(env), block.inverse);
  } else {
    checkCustom(visit, env, block, called, check);
  }
}

/** Handlebars opens no new level for `../` where `this` stays the same thing. */
function isThis(env: Env, expr: Expr): boolean {
  if (expr.type !== 'path') return false;
  if (expr.data)
    return expr.segments.length === 1 && env.scopes[0] === env.root && expr.segments[0]?.name === 'root';
  return expr.segments.length === 0 && expr.depth === 0;
}

/** `{{#services}}`, which Handlebars takes for `each`, `with` or `if` according to what it meets. */
function isSection(visit: Visit, env: Env, { call }: BlockStatement): boolean {
  if (call.params.length > 0 || call.hash.length > 0) return false;
  return !visit.run.helpers.has(helperName(env, call.callee) ?? '') && 'shape' in resolve(env, call.callee);
}

function reportSection(visit: Visit, env: Env, { call }: BlockStatement): void {
  const found = resolve(env, call.callee);
  const shape = 'shape' in found ? present(found.shape) : ANYTHING;
  const word = itemOf(shape) ? 'each' : shape.kind === 'object' || shape.kind === 'union' ? 'with' : 'if';
  const name = call.callee.text;
  report(
    visit,
    unsupported,
    call.at,
    `\`{{#${name}}}\` does not say whether it repeats, tests or opens \`${name}\`.`,
    `Write \`{{#${word} ${name}}} … {{/${word}}}\`.`,
  );
}

function checkEach(visit: Visit, env: Env, block: BlockStatement, list: Scope, check: Check): void {
  const item = itemOf(list.shape);
  const [given] = block.call.params;
  if (!item && given) {
    const instead = list.shape.kind === 'object' || list.shape.kind === 'union' ? 'with' : 'if';
    report(
      visit,
      notAList,
      given.at,
      `\`#each\` needs a list, and ${list.label} is ${described(list.shape)}.`,
      `Write \`{{#${instead} …}}\` if that is meant.`,
    );
  }
  const scope: Scope = { shape: item ?? ANYTHING, label: `an entry of ${list.label}` };
  const key = keyOf(list.shape);
  const data = new Map<string, Shape>([
    ['index', NUMBER],
    ['key', key],
    ['first', YES_OR_NO],
    ['last', YES_OR_NO],
  ]);
  const env2 = framed(inside(env, scope), data);
  check(visit, withParams(visit, env2, block, [scope, { shape: key, label: 'the key' }]), block.program);
}

/** What `@key` can be. */
function keyOf(list: Shape): Shape {
  if (list.kind === 'array') return NUMBER;
  return list.kind === 'record' && list.closed ? literalsOf(list.known.keys()) : TEXT;
}

function checkCustom(visit: Visit, env: Env, block: BlockStatement, called: Called, check: Check): void {
  const { spec, args } = called;
  const { scope, blockParams, data }: HelperBlock = spec.block ?? {};
  const label = `what \`${block.call.callee.text}\` gives`;
  const scoped = scope ? inside(env, { shape: shapeFor(scope, args), label }) : sameThis(env);
  const names = (blockParams ?? []).map((shape) => ({ shape: shapeFor(shape, args), label }));
  check(visit, withParams(visit, data ? framed(scoped, data) : scoped, block, names), block.program);
  check(visit, sameThis(env), block.inverse);
}

function withParams(visit: Visit, env: Env, block: BlockStatement, offered: readonly Scope[]): Env {
  const names = block.program.blockParams;
  if (names.length > offered.length) {
    const name = block.call.callee.text;
    const what = offered.length === 0 ? 'no names' : `at most ${counted(offered.length, 'name')}`;
    report(
      visit,
      helperUse,
      block.call.at,
      `\`#${name}\` can be given ${what} between bars, and has ${names.length}.`,
    );
  }
  return naming(
    env,
    names.map((name, i) => {
      const scope = offered[i] ?? { shape: ANYTHING, label: '' };
      return [name, { shape: scope.shape, label: `\`${name}\`` }] as const;
    }),
  );
}
