/** What to tell somebody whose template names something that is not there. */

import { didYouMean, nearest } from '../diagnostics/suggest.ts';
import type { PathExpr } from './ast.ts';
import { unknownField } from './rules.ts';
import { report } from './run.ts';
import type { Visit } from './run.ts';
import { resolve } from './scope.ts';
import type { Env, Failure } from './scope.ts';
import { fieldNames, fieldOf } from './shape-fields.ts';
import { described, whichOption } from './words.ts';

/** Reports that `path` leads nowhere. `printed` where the name could also have been a helper's. */
export function reportMissing(
  visit: Visit,
  env: Env,
  path: PathExpr,
  failure: Failure,
  printed = false,
): void {
  switch (failure.problem) {
    case 'above':
      report(
        visit,
        unknownField,
        path.at,
        `\`${path.text}\` goes further out than there is anything.`,
        env.inPartial
          ? 'A partial sees only what it is given. Give it the value as `name=value`, or write `@root.` for what the whole page is given.'
          : `Remove \`../\`: there are only ${env.scopes.length - 1} levels around this place.`,
      );
      return;
    case 'data':
      report(
        visit,
        unknownField,
        path.at,
        `There is no \`${path.text}\` at this place.`,
        didYouMean(
          failure.segment.name,
          failure.known.map((name) => `@${name}`),
          'At this place there are',
        ),
      );
      return;
    case 'field':
      report(
        visit,
        unknownField,
        failure.segment.at,
        fieldMessage(failure),
        fieldHint(visit, env, path, failure, printed),
      );
  }
}

type MissingField = Extract<Failure, { problem: 'field' }>;

function fieldMessage({ segment, holder, lackedBy }: MissingField): string {
  const shape = holder.shape.kind === 'maybe' ? holder.shape.of : holder.shape;
  const [first] = lackedBy;
  if (shape.kind === 'union' && first && lackedBy.length < shape.options.length) {
    const which = lackedBy.map((option) => whichOption(shape, option)).join(', or ');
    return `There is no field \`${segment.name}\` in ${holder.label} when ${which}.`;
  }
  if (shape.kind === 'scalar' || shape.kind === 'array') {
    return `There is no field \`${segment.name}\` in ${holder.label}, which is ${described(shape)}.`;
  }
  return `There is no field \`${segment.name}\` in ${holder.label}.`;
}

function fieldHint(
  visit: Visit,
  env: Env,
  path: PathExpr,
  { segment, holder, lackedBy }: MissingField,
  printed: boolean,
): string | undefined {
  const { name } = segment;
  const shape = holder.shape.kind === 'maybe' ? holder.shape.of : holder.shape;
  if (shape.kind === 'union' && lackedBy.length < shape.options.length) {
    const having = shape.options.filter((option) => !lackedBy.includes(option));
    return `Use it only where it exists, which is when ${having.map((o) => whichOption(shape, o)).join(', or ')}.`;
  }
  const names = fieldNames(shape);
  const isHead = segment === path.segments[0];
  if (isHead && !path.data && nearest(name, names) === undefined) {
    const outer = outerPlace(env, path, name);
    if (outer !== undefined) return `It is a field further out. Write \`${outer}\`.`;
    if (visit.run.helpers.has(name))
      return `\`${name}\` is a helper. Inside another one, write it in brackets: \`(${name})\`.`;
  }
  const helpers = printed ? [...visit.run.helpers].filter(([, s]) => s.params.min === 0 && !s.blockOnly) : [];
  const near =
    nearest(name, names) ??
    nearest(
      name,
      helpers.map(([n]) => n),
    );
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (names.length === 0 && shape.kind === 'array') return 'Go through it with `{{#each}}`.';
  if (names.length === 0) return undefined;
  return didYouMean(name, [...names, ...helpers.map(([n]) => n)], 'Known there');
}

/** How to write `name` where an outer scope, or the page's input, has such a field. */
function outerPlace(env: Env, path: PathExpr, name: string): string | undefined {
  for (let depth = path.depth + 1; depth < env.scopes.length; depth += 1) {
    const scope = env.scopes[depth];
    if (scope?.shape.kind !== 'anything' && scope && 'shape' in fieldOf(scope.shape, name)) {
      return `${'../'.repeat(depth)}${name}`;
    }
  }
  const at = {
    ...path,
    data: true,
    depth: 0,
    segments: [
      { name: 'root', at: path.at },
      { name, at: path.at },
    ],
  };
  const found = env.root.shape.kind === 'anything' ? undefined : resolve(env, at);
  return found && 'shape' in found ? `@root.${name}` : undefined;
}
