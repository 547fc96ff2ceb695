/** What to tell somebody whose template names something that is not there. */

import { didYouMean } from '../diagnostics/suggest.ts';
import type { PathExpr, Segment } from './ast.ts';
import { unknownField } from './rules.ts';
import { report } from './run.ts';
import type { Visit } from './run.ts';
import type { Env, Failure } from './scope.ts';
import { fieldNames, fieldOf } from './shape-fields.ts';
import { present } from './shape-types.ts';
import type { Shape } from './shape-types.ts';
import { described, whichOptions } from './words.ts';

/** Reports that `path` leads nowhere. `printed` where the name could also have been meant for a helper. */
export function reportMissing(
  visit: Visit,
  env: Env,
  path: PathExpr,
  failure: Failure,
  printed = false,
): void {
  switch (failure.problem) {
    case 'above': {
      const message = `\`${path.text}\` goes further out than there is anything.`;
      report(visit, unknownField, path.at, message, hintAbove(env));
      return;
    }
    case 'data': {
      const known = failure.known.map((name) => `@${name}`);
      const hint = didYouMean(`@${failure.segment.name}`, known, 'At this place there is');
      report(visit, unknownField, path.at, `There is no \`${path.text}\` at this place.`, hint);
      return;
    }
    case 'field': {
      const hint = hintForField(visit, env, path, failure, printed);
      report(visit, unknownField, failure.segment.at, messageForField(failure), hint);
    }
  }
}

function hintAbove(env: Env): string {
  if (env.inPartial) {
    return 'A partial sees only what it is given. Give it the value as `name=value` where it is called, or write `@root.` for what the whole page is given.';
  }
  const levels = env.scopes.length - 1;
  return levels === 0
    ? 'This is the outermost level already: remove `../`.'
    : `Write at most ${levels} of \`../\` here.`;
}

type MissingField = Extract<Failure, { problem: 'field' }>;

function messageForField({ segment, holder, lackedBy }: MissingField): string {
  const shape = present(holder.shape);
  const message = `There is no field \`${segment.name}\` in ${holder.label}`;
  if (lackedBySome(shape, lackedBy)) return `${message} when ${whichOptions(shape, lackedBy)}.`;
  return shape.kind === 'scalar' || shape.kind === 'array'
    ? `${message}, which is ${described(shape)}.`
    : `${message}.`;
}

function lackedBySome(shape: Shape, lackedBy: readonly Shape[]): boolean {
  return shape.kind === 'union' && lackedBy.length < shape.options.length;
}

function hintForField(
  visit: Visit,
  env: Env,
  path: PathExpr,
  { segment, holder, lackedBy }: MissingField,
  printed: boolean,
): string | undefined {
  const { name } = segment;
  const shape = present(holder.shape);
  if (shape.kind === 'union' && lackedBySome(shape, lackedBy)) {
    const having = shape.options.filter((option) => !lackedBy.includes(option));
    return `Use it only where it exists, which is when ${whichOptions(shape, having)}.`;
  }
  const elsewhere =
    segment === path.segments[0] ? meantElsewhere(visit, env, path, segment, printed) : undefined;
  if (elsewhere !== undefined) return elsewhere;
  const names = [...fieldNames(shape), ...(printed ? printable(visit) : [])];
  if (shape.kind === 'array')
    return 'Go through the list with `{{#each}}`, or write `.[0]` for its first entry.';
  return names.length > 0 ? didYouMean(name, names, 'Known there') : undefined;
}

/** Where a name that is not a field here would have been right. */
function meantElsewhere(
  visit: Visit,
  env: Env,
  path: PathExpr,
  { name }: Segment,
  printed: boolean,
): string | undefined {
  // Word processors turn straight quotes into these, and Handlebars then reads a name.
  if (/[“”„‘’]/.test(name)) return 'Put texts between straight quotes: `"text"`.';
  const outer = path.data ? undefined : outerPlace(env, path, name);
  if (outer !== undefined) return `It is a field further out. Write \`${outer}\`.`;
  if (printed || !visit.run.helpers.has(name)) return undefined;
  return `\`${name}\` is a helper. Inside another one, write it in brackets: \`(${name})\`.`;
}

/** Helpers that can be printed by their name alone. */
function printable(visit: Visit): string[] {
  return [...visit.run.helpers]
    .filter(([, spec]) => spec.params.min === 0 && !spec.blockOnly)
    .map(([name]) => name);
}

/** How to write `name` where an outer scope, or the page's input, has such a field. */
function outerPlace(env: Env, path: PathExpr, name: string): string | undefined {
  const has = (shape: Shape): boolean => shape.kind !== 'anything' && 'shape' in fieldOf(shape, name);
  const depth = env.scopes.findIndex((scope, i) => i > path.depth && has(scope.shape));
  if (depth > 0) return `${'../'.repeat(depth)}${name}`;
  const [named] = [...env.names].find(([, scope]) => has(scope.shape)) ?? [];
  if (named !== undefined) return `${named}.${name}`;
  return has(env.root.shape) ? `@root.${name}` : undefined;
}
