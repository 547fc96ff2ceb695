import { isDeepStrictEqual } from 'node:util';
import { nameFor, type Kept } from '../kept.ts';
import { once } from '../once.ts';
import { Exempt } from './exempt.ts';
import { Prose } from './prose.ts';
import { plainFrom, type Plain } from './read.ts';

/** A record in which an earlier run found nothing to tell of. */
export interface KeptRecord {
  /** As the schema of its noun made it. */
  value: unknown;
  /** As typed; read when it is asked for. */
  plain: () => Plain;
}

/** What an earlier run of this program made of the text of a record, if it was kept. */
export function keptRecord(kept: Kept, noun: string, text: string): KeptRecord | undefined {
  const [value = '', plain = ''] =
    kept
      .get(nameFor('record', noun, text))
      ?.toString()
      .split('\n') ?? [];
  if (plain === '') return undefined;
  return { value: restored(JSON.parse(value)), plain: once(() => plainFrom(plain)) };
}

/** Keeps a record that there is nothing to tell of, if it comes back as it is. */
export function keepRecord(
  kept: Kept,
  noun: string,
  text: string,
  { value, plain }: { value: unknown; plain: Plain },
): void {
  const typed = JSON.stringify(plain);
  if (typed.includes('\\u0000')) return;
  const made = JSON.stringify(flat(value));
  if (!isDeepStrictEqual(restored(JSON.parse(made)), value)) return;
  kept.put(nameFor('record', noun, text), Buffer.from(`${made}\n${typed}`));
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
