import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nameFor, type Kept } from '../kept.ts';
import { once } from '../once.ts';
import { Exempt } from './exempt.ts';
import type { Entry } from './load.ts';
import { Prose } from './prose.ts';
import { knownSource, parseYaml, plainFrom, type Plain, type Read } from './read.ts';

/**
 * Reads the text of a record or of an outline, or takes what an earlier run of this program made of it.
 * @param kind the noun, or what else there is a schema for
 * @returns what was kept, as the schema made it; or else what is in the file, if there is no mistake in its YAML
 */
export function readOnce(
  kept: Kept | undefined,
  kind: string,
  { id, file }: { id: string; file: string },
  text: string,
): { known?: Entry<unknown>; read?: Read; diagnostics: Diagnostic[] } {
  const found = kept && keptRecord(kept, kind, text);
  if (!found) return parseYaml(file, text);
  const known = {
    id,
    source: knownSource(file, text),
    value: found.value,
    get plain() {
      return found.plain();
    },
  };
  return { known, diagnostics: [] };
}

/** What was kept of the text: its value as the schema made it, and as typed, which is read when it is asked for. */
export function keptRecord(
  kept: Kept,
  kind: string,
  text: string,
): { value: unknown; plain: () => Plain } | undefined {
  const [value = '', plain = ''] =
    kept
      .get(nameFor('record', kind, text))
      ?.toString()
      .split('\n') ?? [];
  if (plain === '') return undefined;
  return { value: restored(JSON.parse(value)), plain: once(() => plainFrom(plain)) };
}

/** Keeps a record or an outline that there is nothing to tell of, if it comes back as it is. */
export function keepRecord(
  kept: Kept,
  kind: string,
  text: string,
  { value, plain }: { value: unknown; plain: Plain },
): void {
  const typed = JSON.stringify(plain);
  if (typed.includes('\\u0000')) return;
  const made = JSON.stringify(flat(value));
  if (!isDeepStrictEqual(restored(JSON.parse(made)), value)) return;
  kept.put(nameFor('record', kind, text), Buffer.from(`${made}\n${typed}`));
}

/** What the lists begin with that stand for values of classes. No text of a record that is kept has such a letter. */
const prose = '\0prose';
const exempt = '\0exempt';

function flat(value: unknown): unknown {
  if (value instanceof Prose) return [prose, value.markdown, ...(value.exempt ? [flat(value.exempt)] : [])];
  if (value instanceof Exempt) return [exempt, value.paragraphs, value.publicInterest];
  if (Array.isArray(value)) return value.map(flat);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, flat(inside)]));
}

function restored(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    const form = value as Record<string, unknown>;
    for (const key of Object.keys(form)) form[key] = restored(form[key]);
    return form;
  }
  const items: unknown[] = value.map(restored);
  // Written by `flat`.
  if (items[0] === prose) return new Prose(items[1] as string, items[2] as Exempt | undefined);
  if (items[0] === exempt) return new Exempt(items[1] as Exempt['paragraphs'], items[2] as string);
  return items;
}
