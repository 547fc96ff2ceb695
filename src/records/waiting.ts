import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { expectationAt } from './expectation.ts';
import { named } from './issues.ts';
import type { Plain } from './read.ts';
import type { Path, Source } from './source.ts';

/** What stands, as in a form, where something is still to be filled in. */
export const marker = 'to be supplied';

const toSupply = rule(
  'rollover/to-supply',
  'error',
  'Members would read “to be supplied” where a judgement, a figure or an answer belongs.',
);

/**
 * The marker at the beginning of a text or of a line in it, or as a sentence of its own: of “evidence is to be supplied by
 * May” nothing waits.
 */
const waiting =
  /(?:^|\n)\s*(?:[-*]\s+)?to\s+be\s+supplied\b|[.,:;!?([–—]\s*to\s+be\s+supplied\s*(?:$|[.;!?)\]\n])/i;

/** Whether a text, or a part of it, still waits to be supplied. */
export function isWaiting(text: string): boolean {
  return waiting.test(text.trim());
}

/** The places of a record that wait to be supplied, in the order of the record. */
export function waitingPlaces(plain: Plain, above: Path = []): Path[] {
  if (typeof plain === 'string') return isWaiting(plain) ? [above] : [];
  const inside: [string | number, Plain][] = Array.isArray(plain)
    ? plain.map((item, i) => [i, item])
    : Object.entries(plain);
  return inside.flatMap(([step, held]) => waitingPlaces(held, [...above, step]));
}

/** One plain diagnostic for each place that waits: what belongs there, and whether it can be left out. */
export function waitingDiagnostics(
  source: Source,
  schema: z.core.$ZodType,
  places: readonly Path[],
): Diagnostic[] {
  return places.map((path) => {
    const { description, optional } = expectationAt(schema, path);
    const hint = [
      'Write it in place of these words.',
      ...(description === undefined ? [] : [`What belongs here: ${description.replace(/\.?$/, '.')}`]),
      ...(optional ? ['Take the whole entry out where there is nothing to say.'] : []),
    ].join(' ');
    return toSupply.at(source.at(path), `${named(path)}This waits to be supplied.`, hint);
  });
}

/** Whether a path is that of a place that waits, or leads into one. */
export function isAmong(path: readonly PropertyKey[], places: readonly Path[]): boolean {
  return places.some((place) => place.every((step, i) => String(step) === String(path[i])));
}
