/** Both at once: what a `z.intersection` or `.and()` gives. */

import { literalsOf, maybe, NEVER, present, unionOf } from './shape-types.ts';
import type { ObjectShape, Shape } from './shape-types.ts';

/** The shape of a value that is `a` and `b`. Where the two are not of one kind, `a` is taken at its word. */
export function intersectionOf(a: Shape, b: Shape): Shape {
  if (a === b || b.kind === 'anything') return a;
  if (a.kind === 'anything') return b;
  if (absentAllowed(a) && absentAllowed(b)) return maybe(intersectionOf(present(a), present(b)));
  const [x, y] = [present(a), present(b)];
  if (x.kind === 'never' || y.kind === 'never') return NEVER;
  if (x.kind === 'union') {
    return unionOf(
      x.options.map((option) => intersectionOf(option, y)),
      x.discriminator,
    );
  }
  if (y.kind === 'union') {
    return unionOf(
      y.options.map((option) => intersectionOf(x, option)),
      y.discriminator,
    );
  }
  if (x.kind === 'object' && y.kind === 'object') return both(x, y);
  if (x.kind === 'scalar' && y.kind === 'scalar') {
    if (!y.literals) return x;
    return x.literals ? literalsOf([...x.literals].filter((value) => y.literals?.has(value))) : y;
  }
  return x;
}

function absentAllowed(shape: Shape): boolean {
  return shape.kind === 'maybe' || shape.kind === 'nothing';
}

function both(a: ObjectShape, b: ObjectShape): ObjectShape {
  let made: ReadonlyMap<string, Shape> | undefined;
  return {
    kind: 'object',
    // Only when asked for: either side can be recursive.
    get fields() {
      made ??= new Map(
        [...new Set([...a.fields.keys(), ...b.fields.keys()])].map((name) => {
          const [left, right] = [a.fields.get(name), b.fields.get(name)];
          return [name, left && right ? intersectionOf(left, right) : (left ?? right ?? NEVER)];
        }),
      );
      return made;
    },
    rest: a.rest && b.rest,
  };
}
