/** Whether a helper exists and is given what it takes. */

import { didYouMean } from '../diagnostics/suggest.ts';
import type { CallExpr, Expr } from './ast.ts';
import type { HelperSpec, Taken } from './helpers.ts';
import { helperUse, unknownHelper } from './rules.ts';
import { report } from './run.ts';
import type { Visit } from './run.ts';
import { resolve } from './scope.ts';
import type { Env } from './scope.ts';
import type { Shape } from './shape-types.ts';
import { counted, described } from './words.ts';

/** Reports a call of something that is no helper. */
export function reportUnknownHelper(visit: Visit, env: Env, call: CallExpr, asBlock: boolean): void {
  const name = call.callee.text;
  if ('shape' in resolve(env, call.callee)) {
    const alone = call.params.length === 0 && call.hash.length === 0;
    const message = `\`${name}\` is a field, not a helper${alone ? '' : ', so nothing can follow it'}.`;
    const hint = alone
      ? `Write \`${name}\` without brackets.`
      : `Write \`{{${name}}}\` alone, or put a helper before it.`;
    report(visit, unknownHelper, call.callee.at, message, hint);
    return;
  }
  const helpers = [...visit.run.helpers].filter(([, spec]) => (asBlock ? spec.block : !spec.blockOnly));
  const names = helpers.map(([known]) => known);
  const message = `There is no helper \`${name}\`${asBlock ? ' that can enclose something' : ''}.`;
  report(visit, unknownHelper, call.callee.at, message, didYouMean(name, names, 'The helpers here'));
}

/** Reports whatever is wrong with the way a helper is called, short of what its values are. */
export function checkUse(visit: Visit, call: CallExpr, spec: HelperSpec, asBlock: boolean): void {
  const name = call.callee.text;
  const given = call.params.length;
  if (given < spec.params.min || given > spec.params.max) {
    const message = `\`${name}\` takes ${wanted(spec)} and is given ${given === 0 ? 'none' : given}.`;
    report(visit, helperUse, call.at, message, usage(call, spec));
  }
  if (asBlock && !spec.block) {
    const hint = `Write \`{{${name} …}}\`, without # and without a closing tag.`;
    report(visit, helperUse, call.at, `\`${name}\` cannot enclose anything.`, hint);
  }
  if (!asBlock && spec.blockOnly) {
    const hint = `Write \`{{#${name} …}} … {{/${name}}}\`.`;
    report(visit, helperUse, call.at, `\`${name}\` has to enclose something.`, hint);
  }
  for (const pair of call.hash) {
    if (spec.hash?.includes(pair.name)) continue;
    const hint = spec.hash?.length
      ? didYouMean(pair.name, spec.hash, 'It knows')
      : `Remove \`${pair.name}=\`.`;
    report(visit, helperUse, pair.at, `\`${name}\` does not know \`${pair.name}=\`.`, hint);
  }
  call.params.forEach((param, i) => checkChoice(visit, call, param, spec.choices?.[i]));
}

function wanted({ params: { min, max } }: HelperSpec): string {
  if (max === 0) return 'no values';
  if (min === max) return counted(min, 'value');
  if (max === Infinity) return `${counted(min, 'value')} or more`;
  return min === 0 ? `at most ${counted(max, 'value')}` : `${min} to ${max} values`;
}

/** The call as it should have been, with a dot for each value; for a helper that shares a field's name, the field. */
function usage(call: CallExpr, { params: { min } }: HelperSpec): string {
  const name = call.callee.text;
  if (call.params.length === 0) {
    return `Write a value after it. If a field called \`${name}\` is meant, write \`this.${name}\`.`;
  }
  return min === 0
    ? `Write \`${name}\` alone.`
    : `Write it as \`${[name, ...Array<string>(min).fill('…')].join(' ')}\`.`;
}

/** Reports a value of the wrong kind: the helper would fail at it, or print nonsense. */
export function checkTaken(
  visit: Visit,
  call: CallExpr,
  param: Expr,
  shape: Shape,
  taken: Taken | undefined,
): void {
  if (taken === undefined || fits(shape, taken)) return;
  const text = param.type === 'path' ? `\`${param.text}\`` : 'this';
  const message = `\`${call.callee.text}\` needs ${NEEDED[taken]} here, and ${text} is ${described(shape)}.`;
  report(visit, helperUse, param.at, message);
}

const NEEDED: Record<Taken, string> = {
  text: 'a text',
  number: 'a number',
  date: 'a date',
  value: 'a single value',
  list: 'a list',
  group: 'a group of fields',
};

function fits(shape: Shape, taken: Taken): boolean {
  switch (shape.kind) {
    case 'scalar':
      return taken === 'value' || shape.sort === taken;
    case 'object':
      return taken === 'group';
    case 'array':
    case 'record':
      return taken === 'list';
    case 'union':
      return shape.options.every((option) => fits(option, taken));
    case 'maybe':
      return fits(shape.of, taken);
    case 'nothing':
    case 'never':
    case 'anything':
      return true;
  }
}

function checkChoice(
  visit: Visit,
  call: CallExpr,
  param: Expr,
  choices: readonly string[] | undefined,
): void {
  if (!choices || param.type !== 'literal' || choices.includes(String(param.value))) return;
  const message = `\`${call.callee.text}\` does not know \`${String(param.value)}\`.`;
  report(visit, helperUse, param.at, message, didYouMean(String(param.value), choices, 'It knows'));
}
