import type { Scope } from './wording.ts';

/** The scopes in which an outline's entry is to be filled: none, one, or one for each item. */
export function scopes(
  outline: { when?: string | undefined; unless?: string | undefined; each?: string | undefined },
  scope: Scope,
): { scope: Scope; name?: string }[] {
  if (outline.when !== undefined && !isThere(lookUp(scope, outline.when))) return [];
  if (outline.unless !== undefined && isThere(lookUp(scope, outline.unless))) return [];
  return outline.each === undefined ? [{ scope }] : each(outline.each, scope);
}

export function each(path: string, scope: Scope): { scope: Scope; name?: string }[] {
  const items = lookUp(scope, path);
  if (!Array.isArray(items)) return [];
  return items.filter(isScope).map((item) => {
    const name = item['id'];
    return { scope: { ...scope, ...item }, ...(typeof name === 'string' ? { name } : {}) };
  });
}

function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function isScope(value: unknown): value is Scope {
  return typeof value === 'object' && value !== null;
}

export function lookUp(scope: Scope, path: string): unknown {
  let value: unknown = scope;
  for (const name of path.split('.')) {
    if (!isScope(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}
