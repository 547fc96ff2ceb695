/** Going through a template's statements in order. */

import type { PrintStatement, Program, Statement } from './ast.ts';
import { checkBlock } from './blocks.ts';
import { callHelper, guardHint, valueAt } from './expressions.ts';
import { checkPartialCall } from './partials.ts';
import { mayBeBlank, printsStructure, rawOutput, unsupported } from './rules.ts';
import { report } from './run.ts';
import type { Visit } from './run.ts';
import { isBareName } from './scope.ts';
import type { Env } from './scope.ts';
import { present } from './shape-types.ts';
import type { Shape } from './shape-types.ts';
import { described } from './words.ts';

/** Checks everything in `program`, whose surroundings are `env`. */
export function checkProgram(visit: Visit, env: Env, program: Program): void {
  for (const statement of program.body) checkStatement(visit, env, statement);
}

function checkStatement(visit: Visit, env: Env, statement: Statement): void {
  switch (statement.type) {
    case 'print':
      checkPrint(visit, env, statement);
      return;
    case 'block':
      checkBlock(visit, env, statement, checkProgram);
      return;
    case 'partial':
      checkPartialCall(visit, env, statement);
      return;
    case 'unsupported':
      report(visit, unsupported, statement.at, `${statement.what} cannot be used here.`, statement.instead);
  }
}

function checkPrint(visit: Visit, env: Env, { expr, raw, at }: PrintStatement): void {
  const shape = printedShape(visit, env, expr);
  const text = expr.type === 'path' ? expr.text : expr.callee.text;
  if (raw && !isSafe(shape)) {
    report(
      visit,
      rawOutput,
      at,
      `\`${text}\` is printed without being made safe.`,
      `Write \`{{${text}}}\`, with two braces on either side.`,
    );
  }
  const structure = structureIn(shape);
  if (structure) {
    report(
      visit,
      printsStructure,
      expr.at,
      `\`${text}\` is ${described(structure)}, which cannot be printed as it is.`,
      insteadOf(structure, text),
    );
  }
  if (shape.kind === 'maybe') {
    report(
      visit,
      mayBeBlank,
      expr.at,
      `\`${text}\` may not be filled in, and would leave a gap here.`,
      guardHint(expr),
    );
  } else if (shape.kind === 'nothing') {
    report(
      visit,
      mayBeBlank,
      expr.at,
      `\`${text}\` is always empty here.`,
      'Remove it, or print something else.',
    );
  }
}

function printedShape(visit: Visit, env: Env, expr: PrintStatement['expr']): Shape {
  if (expr.type === 'path' && !(isBareName(env, expr) && visit.run.helpers.has(expr.text))) {
    return valueAt(visit, env, expr, isBareName(env, expr));
  }
  const call =
    expr.type === 'call'
      ? expr
      : ({ type: 'call', at: expr.at, callee: expr, params: [], hash: [] } as const);
  return callHelper(visit, env, call)?.gives ?? { kind: 'anything' };
}

function isSafe(shape: Shape): boolean {
  const there = present(shape);
  if (there.kind === 'union') return there.options.every(isSafe);
  return there.kind === 'never' || (there.kind === 'scalar' && there.html === true);
}

/** The part of `shape` that is no single value. */
function structureIn(shape: Shape): Shape | undefined {
  switch (shape.kind) {
    case 'object':
    case 'array':
    case 'record':
      return shape;
    case 'maybe':
      return structureIn(shape.of);
    case 'union':
      return shape.options.map(structureIn).find((found) => found !== undefined);
    case 'scalar':
    case 'nothing':
    case 'never':
    case 'anything':
      return undefined;
  }
}

function insteadOf(structure: Shape, text: string): string {
  if (structure.kind !== 'object') return `Go through it with \`{{#each ${text}}} … {{/each}}\`.`;
  const [field] = structure.fields.keys();
  return field === undefined
    ? 'Print one of its fields.'
    : `Print one of its fields, such as \`{{${text}.${field}}}\`.`;
}
