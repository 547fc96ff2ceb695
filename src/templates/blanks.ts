/** Values that may not be filled in. */

import type { Expr, PathExpr, Stretch } from './ast.ts';
import { mayBeBlank } from './rules.ts';
import { report } from './run.ts';
import type { Visit } from './run.ts';
import type { Shape } from './shape-types.ts';

/** Reports `expr` where it may be absent and is about to be used: `user` is what needs it. */
export function mustBePresent(visit: Visit, expr: Expr, shape: Shape, user: string): void {
  if (shape.kind !== 'maybe' && shape.kind !== 'nothing') return;
  const text = expr.type === 'path' ? `\`${expr.text}\`` : 'This value';
  const state = shape.kind === 'nothing' ? 'is always empty here' : 'may not be filled in';
  report(visit, mayBeBlank, expr.at, `${text} ${state}, and ${user} needs it.`, guard(shape, expr));
}

/** Reports what is printed where it may be absent. */
export function mustNotLeaveGap(visit: Visit, expr: Expr, text: string, shape: Shape): void {
  if (shape.kind === 'maybe') {
    const message = `\`${text}\` may not be filled in, and would leave a gap here.`;
    report(visit, mayBeBlank, expr.at, message, guard(shape, expr));
  } else if (shape.kind === 'nothing') {
    report(visit, mayBeBlank, expr.at, `\`${text}\` is always empty here.`, guard(shape, expr));
  }
}

/** Reports that `this`, which nobody named, may be absent where a partial is called with it. */
export function thisMustBePresent(visit: Visit, at: Stretch, shape: Shape, user: string): void {
  if (shape.kind !== 'maybe' && shape.kind !== 'nothing') return;
  const hint = 'Put it inside `{{#if this}} … {{/if}}`, directly within `{{#each}}`.';
  report(visit, mayBeBlank, at, `The entry at this place may be empty, and ${user} needs it.`, hint);
}

/** Reports a use of `this` where it may be absent and Handlebars would give something else for it. */
export function thisIsVague(visit: Visit, path: PathExpr): void {
  const message = `\`${path.text}\` may be empty, and inside another block that can no longer be told.`;
  const hint = 'Name the entry, as in `{{#each list as |entry|}}`, and use `entry` in place of `this`.';
  report(visit, mayBeBlank, path.at, message, hint);
}

function guard(shape: Shape, expr: Expr): string {
  if (shape.kind === 'nothing') return 'Remove it, or use something else.';
  if (expr.type !== 'path') return 'Use it only inside an `{{#if …}}` that makes sure of what it needs.';
  const test = `\`{{#if ${expr.text}}} … {{else}} … {{/if}}\``;
  return `Put it inside ${test} and say after the \`{{else}}\` what to print otherwise.`;
}
