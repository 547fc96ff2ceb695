import { join } from 'node:path';
import type { Entry } from '../records/load.ts';
import { readYaml, type Plain } from '../records/read.ts';
import { Review } from '../records/review.ts';
import type { Path } from '../records/source.ts';
import { isAmong, waitingPlaces } from '../records/waiting.ts';
import type { World } from '../world.ts';

/** Stands for a figure that waits to be supplied, while an import is worked out. Never written. */
export const figureThatWaits = Number.MIN_SAFE_INTEGER;

/**
 * A review that is still being filled in, as far as its figures need it: what waits and is no text is left out, and a
 * figure that waits is {@link figureThatWaits}. No paper is ever made from it.
 */
export function reviewBeingFilledIn(world: World, id: string): Entry<Review> | undefined {
  const file = `data/reviews/${id}.yaml`;
  const { read } = readYaml(world, join(world.root, file), file);
  const value = read && draftOf(read.plain);
  return value && { id, source: read.source, plain: read.plain, value };
}

/** What a review says, with or without places that wait; nothing where anything else is wrong with it. */
export function draftOf(plain: Plain): Review | undefined {
  const whole = Review().safeParse(plain);
  if (whole.success) return whole.data;
  const waits = waitingPlaces(plain);
  const draft = structuredClone(plain);
  for (const { path } of whole.error.issues) {
    const place = path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (!isAmong(place, waits)) return undefined;
    leaveOpen(draft, place);
  }
  return Review().safeParse(draft).data;
}

function leaveOpen(draft: Plain, place: Path): void {
  let around: Plain | undefined = draft;
  for (const step of place.slice(0, -1))
    around =
      typeof around !== 'object'
        ? undefined
        : Array.isArray(around)
          ? around[Number(step)]
          : around[String(step)];
  if (typeof around !== 'object' || Array.isArray(around)) return;
  const name = String(place.at(-1));
  if (place[0] === 'indicators' && place.length === 4 && name === 'value')
    around[name] = String(figureThatWaits);
  else Reflect.deleteProperty(around, name);
}
