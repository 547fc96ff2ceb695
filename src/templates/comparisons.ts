/**
 * Comparisons that can never come out true. A partial is checked with many inputs, and a comparison that
 * only some of them can satisfy is what partials are for; so it is judged when all have been seen.
 */

import { nearest } from '../diagnostics/suggest.ts';
import { comparedWithLiteral } from './assume.ts';
import type { CallExpr } from './ast.ts';
import type { HelperSpec } from './helpers.ts';
import { equalTo, narrowed } from './narrow.ts';
import { neverEqual } from './rules.ts';
import { placed, report } from './run.ts';
import type { Run, Visit } from './run.ts';
import { literalsIn } from './shape-fields.ts';
import { present } from './shape-types.ts';
import type { Shape } from './shape-types.ts';
import { anyOf } from './words.ts';

/** Notes down a comparison with a literal, if that is what `call` is. */
export function recordComparison(
  visit: Visit,
  call: CallExpr,
  spec: HelperSpec,
  params: readonly Shape[],
): void {
  if (spec.means !== 'eq' && spec.means !== 'ne') return;
  const compared = comparedWithLiteral(call);
  const shape = compared && present(params[compared.index] ?? params[0] ?? { kind: 'never' });
  if (!compared || !shape || shape.kind === 'never') return;
  const { at, value, path } = compared;
  const key = JSON.stringify([visit.template.file, placed(visit.template, at.start)]);
  const comparison = visit.run.comparisons.get(key) ?? {
    visit,
    at,
    subject: path.text,
    value,
    known: new Set(),
    possible: false,
  };
  visit.run.comparisons.set(key, comparison);
  for (const literal of literalsIn(shape) ?? []) comparison.known.add(literal);
  comparison.possible ||= narrowed(shape, [], equalTo(value)).kind !== 'never';
}

/** Reports the comparisons that no input satisfies. */
export function reportNeverEqual(run: Run): void {
  for (const { visit, at, subject, value, known, possible } of run.comparisons.values()) {
    if (possible) continue;
    const near = nearest(String(value), [...known].map(String));
    const hint =
      near !== undefined
        ? `Did you mean \`${near}\`?`
        : known.size > 0
          ? `It can be ${anyOf(known)}.`
          : undefined;
    report(visit, neverEqual, at, `\`${subject}\` is never \`${String(value)}\`.`, hint);
  }
}
