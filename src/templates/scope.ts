/** What a name can mean at one point of a template: the scopes around it, block parameters and `@` names. */

import type { PathExpr, Segment } from './ast.ts';
import { fieldOf } from './shape-fields.ts';
import { narrowed } from './narrow.ts';
import type { Passed } from './narrow.ts';
import type { Shape } from './shape-types.ts';

/** What `this` is, and what to call it in a message: "an entry of `sections`". */
export interface Scope {
  readonly shape: Shape;
  readonly label: string;
  /**
   * Absent, yet there: inside `{{#if}}` Handlebars hands on an empty object where `this` is null, so that
   * nothing can be told from `this` any more.
   */
  readonly vague?: boolean;
}

export interface Env {
  /** Innermost first: `../` is the next one. A partial starts afresh, as it does in Handlebars. */
  readonly scopes: readonly [Scope, ...Scope[]];
  /** Block parameters, `as |item|`. */
  readonly names: ReadonlyMap<string, Scope>;
  /** `@index` and its like, innermost first; each frame has what the frames around it have. */
  readonly data: readonly ReadonlyMap<string, Shape>[];
  /** `@root`: what the whole page is given, in partials as well. */
  readonly root: Scope;
  readonly inPartial: boolean;
  /** Not inside any block: what stands here is printed whatever the data. */
  readonly certain: boolean;
}

/** Where a path starts, and the rest of the way. */
interface Start {
  readonly scope: Scope;
  readonly rest: readonly Segment[];
  /** The surroundings with another scope in that place. */
  put(scope: Scope): Env;
}

/** Why a path leads nowhere. */
export type Failure =
  /** `holder` has no such field, or the options in `lackedBy` have not. */
  | {
      readonly problem: 'field';
      readonly segment: Segment;
      readonly holder: Scope;
      readonly lackedBy: readonly Shape[];
    }
  | { readonly problem: 'above' }
  | { readonly problem: 'data'; readonly segment: Segment; readonly known: readonly string[] };

function start(env: Env, path: PathExpr): Start | Failure {
  const [head, ...rest] = path.segments;
  if (path.data && head) {
    const frame = env.data[path.depth];
    if (head.name === 'root' && frame) {
      return { scope: env.root, rest, put: (root) => withScope(env, env.root, root) };
    }
    const shape = frame?.get(head.name);
    if (shape) return { scope: { shape, label: `\`${path.text}\`` }, rest, put: () => env };
    return { problem: 'data', segment: head, known: ['root', ...(frame?.keys() ?? [])] };
  }
  const named = head && !path.scoped && path.depth === 0 ? env.names.get(head.name) : undefined;
  if (head && named) {
    return { scope: named, rest, put: (s) => ({ ...env, names: new Map([...env.names, [head.name, s]]) }) };
  }
  const scope = env.scopes[path.depth];
  if (!scope) return { problem: 'above' };
  return { scope, rest: path.segments, put: (s) => withScope(env, scope, s) };
}

/** The outermost scope of a page and `@root` are one thing under two names, and change together. */
function withScope(env: Env, old: Scope, scope: Scope): Env {
  const [inner, ...outer] = env.scopes;
  const changed = (s: Scope): Scope => (s === old ? scope : s);
  return { ...env, scopes: [changed(inner), ...outer.map(changed)], root: changed(env.root) };
}

/** The shape that `path` leads to, or why there is none. */
export function resolve(
  env: Env,
  path: PathExpr,
): { readonly shape: Shape; readonly vague?: boolean } | Failure {
  const from = start(env, path);
  if ('problem' in from) return from;
  let holder = from.scope;
  for (const segment of from.rest) {
    const found = fieldOf(holder.shape, segment.name);
    if (!('shape' in found)) return { problem: 'field', segment, holder, lackedBy: found.lackedBy };
    holder = { shape: found.shape, label: `\`${segment.name}\`` };
  }
  return { shape: holder.shape, vague: holder.vague ?? false };
}

/** The surroundings, knowing that what `path` leads to passed the test. */
export function narrowedAt(env: Env, path: PathExpr, passed: Passed): Env {
  const from = start(env, path);
  if ('problem' in from) return env;
  const names = from.rest.map((segment) => segment.name);
  const shape = narrowed(from.scope.shape, names, passed);
  return shape === from.scope.shape ? env : from.put({ ...from.scope, shape });
}

/** The surroundings inside a block whose `this` is `scope`. */
export function inside(env: Env, scope: Scope): Env {
  return { ...env, scopes: [scope, ...env.scopes] };
}

/** The surroundings inside a block that leaves `this` as it is. */
export function sameThis(env: Env): Env {
  const [scope, ...outer] = env.scopes;
  const absent = scope.shape.kind === 'maybe' || scope.shape.kind === 'nothing';
  return absent && !scope.vague ? { ...env, scopes: [{ ...scope, vague: true }, ...outer] } : env;
}

/** The surroundings with block parameters. */
export function naming(env: Env, names: Iterable<readonly [string, Scope]>): Env {
  return { ...env, names: new Map([...env.names, ...names]) };
}

/** The surroundings with another frame of `@` names. */
export function framed(env: Env, data: ReadonlyMap<string, Shape>): Env {
  return { ...env, data: [new Map([...(env.data[0] ?? []), ...data]), ...env.data] };
}

/**
 * The name that Handlebars looks for among the helpers when `path` is called or printed; undefined where it
 * takes the path for data, come what may.
 */
export function helperName(env: Env, path: PathExpr): string | undefined {
  const [head, ...more] = path.segments;
  if (!head || more.length > 0 || path.scoped || path.depth > 0) return undefined;
  return !path.data && env.names.has(head.name) ? undefined : head.name;
}
