import type { Plain } from '../../records/read.ts';
import type { Path } from '../../records/source.ts';
import { isForm, type Difference } from './differ.ts';

/** The later record as it would be without some of its differences from the earlier one. */
export function without(later: Plain, differences: readonly Difference[]): Plain {
  const made = copyOf(later);
  // Places in lists count as long as nothing before them was taken out or put in.
  const order = { changed: 0, reordered: 1, added: 2, removed: 3 } as const;
  const sorted = [...differences].sort(
    (a, b) => order[a.what] - order[b.what] || placeIn(b.later) - placeIn(a.later),
  );
  // What is put back goes where it stood, the first first.
  const gone = sorted
    .filter(({ what }) => what === 'removed')
    .sort((a, b) => placeIn(a.earlier) - placeIn(b.earlier));
  for (const difference of [...sorted.filter(({ what }) => what !== 'removed'), ...gone])
    undo(made, difference);
  return made;
}

function undo(made: Plain, { what, earlier, later, before }: Difference): void {
  const [around, key] = holderOf(made, later);
  if (around === undefined || key === undefined) return;
  if (what === 'added') {
    if (Array.isArray(around)) around.splice(Number(key), 1);
    else Reflect.deleteProperty(around, key);
  } else if (before !== undefined) {
    if (!Array.isArray(around)) around[key] = copyOf(before);
    else if (what === 'removed') around.splice(placeIn(earlier), 0, copyOf(before));
    else around[Number(key)] = copyOf(before);
  }
  // A list or group without entries is none.
  const [outer, name] = holderOf(made, later.slice(0, -1));
  if (outer !== undefined && name !== undefined && !Array.isArray(outer) && sizeOf(around) === 0)
    Reflect.deleteProperty(outer, name);
}

/** What holds the value at a path; lists that are gone as a whole are made again. */
function holderOf(
  made: Plain,
  path: Path,
): [Plain[] | Record<string, Plain> | undefined, string | undefined] {
  let at: Plain | undefined = made;
  for (const [i, step] of path.slice(0, -1).entries()) {
    let inside: Plain | undefined = Array.isArray(at) ? at[Number(step)] : isForm(at) ? at[step] : undefined;
    if (inside === undefined && isForm(at)) {
      inside = typeof path[i + 1] === 'number' ? [] : {};
      at[step] = inside;
    }
    at = inside;
  }
  const last = path.at(-1);
  return [typeof at === 'object' ? at : undefined, last === undefined ? undefined : String(last)];
}

function placeIn(path: Path): number {
  const last = path.at(-1);
  return typeof last === 'number' ? last : 0;
}

function sizeOf(around: Plain[] | Record<string, Plain>): number {
  return Array.isArray(around) ? around.length : Object.keys(around).length;
}

function copyOf(plain: Plain): Plain {
  if (typeof plain === 'string') return plain;
  if (Array.isArray(plain)) return plain.map(copyOf);
  return Object.fromEntries(Object.entries(plain).map(([key, inside]) => [key, copyOf(inside)]));
}
