/** Going through a template's statements in order. */

import type { PrintStatement, Program, Statement } from './ast.ts';
import { checkBlock } from './blocks.ts';
import { mustNotLeaveGap } from './blanks.ts';
import { callHelper, valueAt } from './expressions.ts';
import { checkPartialCall } from './partials.ts';
import { helperUse, printsStructure, rawOutput, unsupported } from './rules.ts';
import { report } from './run.ts';
import type { Visit } from './run.ts';
import { helperName } from './scope.ts';
import type { Env } from './scope.ts';
import { ANYTHING, present } from './shape-types.ts';
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
    const hint = `Write \`{{${text}${expr.type === 'call' ? ' …' : ''}}}\`, with two braces on either side.`;
    report(visit, rawOutput, at, `\`${text}\` is printed without being made safe.`, hint);
  }
  const structure = structureIn(shape);
  if (structure) {
    const message = `\`${text}\` is ${described(structure)}, which cannot be printed as it is.`;
    report(visit, printsStructure, expr.at, message, insteadOf(structure, expr));
  }
  mustNotLeaveGap(visit, expr, text, shape);
}

function printedShape(visit: Visit, env: Env, expr: PrintStatement['expr']): Shape {
  if (expr.type === 'call') return callHelper(visit, env, expr)?.gives ?? ANYTHING;
  const name = helperName(env, expr);
  if (name === undefined || !visit.run.helpers.has(name))
    return valueAt(visit, env, expr, name !== undefined);
  if (expr.data) {
    // Handlebars' own confusion: it drops the @ before it looks for a helper.
    const message = `\`${expr.text}\` printed would be the helper \`${name}\`, not what the @ stands for.`;
    const hint = `Name it first, as in \`{{#with ${expr.text} as |it|}}{{it}}{{/with}}\`.`;
    report(visit, helperUse, expr.at, message, hint);
    return ANYTHING;
  }
  return (
    callHelper(visit, env, { type: 'call', at: expr.at, callee: expr, params: [], hash: [] })?.gives ??
    ANYTHING
  );
}

function isSafe(shape: Shape): boolean {
  const there = present(shape);
  if (there.kind === 'union') return there.options.every(isSafe);
  return there.kind === 'never' || (there.kind === 'scalar' && there.html === true);
}

/** The part of `shape` that does not print as something to read. */
function structureIn(shape: Shape): Shape | undefined {
  switch (shape.kind) {
    case 'object':
    case 'array':
    case 'record':
      return shape;
    case 'scalar':
      // As a machine writes it, and in the machine's own time zone.
      return shape.sort === 'date' ? shape : undefined;
    case 'maybe':
      return structureIn(shape.of);
    case 'union':
      return shape.options.map(structureIn).find((found) => found !== undefined);
    case 'nothing':
    case 'never':
    case 'anything':
      return undefined;
  }
}

function insteadOf(structure: Shape, expr: PrintStatement['expr']): string {
  const text = expr.type === 'path' ? expr.text : `(${expr.callee.text} …)`;
  if (structure.kind === 'scalar') return 'Put a helper before it that writes dates.';
  if (structure.kind !== 'object') return `Go through it with \`{{#each ${text}}} … {{/each}}\`.`;
  const field = [...structure.fields.keys()][0] ?? '…';
  if (expr.type === 'call')
    return `Write \`{{#with ${text}}}{{${field}}}{{/with}}\`, or another of its fields.`;
  return `Print one of its fields, such as \`{{${text}.${field}}}\`.`;
}
