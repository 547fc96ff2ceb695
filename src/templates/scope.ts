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
      return { scope: env.root, rest, put: (root) => ({ ...env, root }) };
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
  return { scope, rest: path.segments, put: (s) => withScope(env, scope, path.depth, s) };
}

function withScope(env: Env, old: Scope, depth: number, scope: Scope): Env {
  const [inner, ...outer] = env.scopes;
  const scopes: Env['scopes'] =
    depth === 0 ? [scope, ...outer] : [inner, ...outer.map((s, i) => (i === depth - 1 ? scope : s))];
  // The outermost scope of a page and `@root` are one thing under two names.
  return { ...env, scopes, root: old === env.root ? scope : env.root };
}

/** The shape that `path` leads to, or why there is none. */
export function resolve(env: Env, path: PathExpr): { readonly shape: Shape } | Failure {
  const from = start(env, path);
  if ('problem' in from) return from;
  let holder = from.scope;
  for (const segment of from.rest) {
    const found = fieldOf(holder.shape, segment.name);
    if (!('shape' in found)) return { problem: 'field', segment, holder, lackedBy: found.lackedBy };
    holder = { shape: found.shape, label: `\`${segment.name}\`` };
  }
  return { shape: holder.shape };
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

/** The surroundings with block parameters. */
export function naming(env: Env, names: Iterable<readonly [string, Scope]>): Env {
  return { ...env, names: new Map([...env.names, ...names]) };
}

/** The surroundings with another frame of `@` names. */
export function framed(env: Env, data: ReadonlyMap<string, Shape>): Env {
  return { ...env, data: [new Map([...(env.data[0] ?? []), ...data]), ...env.data] };
}

/** Whether `path` is a name and nothing else, which Handlebars takes for a helper where there is one. */
export function isBareName(env: Env, path: PathExpr): boolean {
  const [head, ...more] = path.segments;
  return !!head && more.length === 0 && !path.scoped && path.depth === 0 && !env.names.has(head.name);
}
