/**
 * Comparisons that can never come out true. A partial is checked with many inputs, and a comparison that
 * only some of them satisfy is what partials are for; so it is judged when all have been seen. What a caller
 * writes into `{{> name level=2}}` does not count: another style may write something else there.
 */

import { nearest } from '../diagnostics/suggest.ts';
import { comparedWithLiteral } from './assume.ts';
import type { CallExpr } from './ast.ts';
import type { HelperSpec } from './helpers.ts';
import { equalTo, narrowed } from './narrow.ts';
import { neverEqual } from './rules.ts';
import { placed, report } from './run.ts';
import type { Run, Visit } from './run.ts';
import type { Env } from './scope.ts';
import { literalsIn } from './shape-fields.ts';
import { NEVER, present } from './shape-types.ts';
import type { Shape } from './shape-types.ts';
import { anyOf } from './words.ts';

/** Notes down a comparison with a literal, if that is what `call` is. */
export function recordComparison(
  visit: Visit,
  env: Env,
  call: CallExpr,
  spec: HelperSpec,
  params: readonly Shape[],
): void {
  if (spec.means !== 'eq' && spec.means !== 'ne') return;
  const compared = comparedWithLiteral(env, call);
  if (!compared) return;
  const { at, value, path } = compared;
  const shape = present(params[compared.index] ?? NEVER);
  const written = visit.given.has(path.segments[0]?.name ?? '');
  if (shape.kind === 'never' && !written) return;

  const key = JSON.stringify([visit.template.file, placed(visit.template, at.start)]);
  const seen = visit.run.comparisons.get(key);
  const comparison = seen ?? { visit, at, subject: path.text, value, known: new Set(), possible: false };
  visit.run.comparisons.set(key, comparison);
  for (const literal of literalsIn(shape) ?? []) comparison.known.add(literal);
  comparison.possible ||= written || narrowed(shape, [], equalTo(value)).kind !== 'never';
}

/** Reports the comparisons that no input satisfies. */
export function reportNeverEqual(run: Run): void {
  for (const { visit, at, subject, value, known, possible } of run.comparisons.values()) {
    if (possible) continue;
    const near = nearest(String(value), [...known].map(String));
    const values = known.size > 0 ? `It can be ${anyOf(known)}.` : undefined;
    const hint = near === undefined ? values : `Did you mean \`${near}\`?`;
    report(visit, neverEqual, at, `\`${subject}\` is never \`${String(value)}\` here.`, hint);
  }
}
