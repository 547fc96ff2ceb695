/** Partials that call one another in a circle, with nothing on the way that could stop it. */

import type { Stretch } from './ast.ts';
import { endless } from './rules.ts';
import { report } from './run.ts';
import type { Run, Visit } from './run.ts';

/** A call outside of any block: it is made whenever the template that makes it is printed. */
export interface CertainCall {
  readonly visit: Visit;
  readonly at: Stretch;
  readonly name: string;
  readonly to: string;
}

/** Reports each call that closes such a circle. */
export function reportEndless(run: Run): void {
  const done = new Set<string>();
  const follow = (key: string, way: ReadonlySet<string>): void => {
    if (done.has(key)) return;
    for (const call of run.certainCalls.get(key) ?? []) {
      if (call.to === key || way.has(call.to)) {
        const message = `\`${call.name}\` leads back to itself and would never end.`;
        report(
          call.visit,
          endless,
          call.at,
          message,
          'Remove the call, or put it inside an `{{#if …}}` or `{{#each …}}`.',
        );
      } else {
        follow(call.to, new Set([...way, key]));
      }
    }
    done.add(key);
  };
  for (const key of run.certainCalls.keys()) follow(key, new Set());
}
