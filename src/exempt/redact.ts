import type { Joined } from '../compose/join.ts';
import { Exempt } from '../records/exempt.ts';
import type { Entry } from '../records/load.ts';
import { nouns, type Noun } from '../records/nouns.ts';
import { Prose } from '../records/prose.ts';
import type { Plain } from '../records/read.ts';
import type { Report } from '../records/report.ts';

/**
 * The records of a paper as the public may have them. Whatever is made for the public is made from these, so that no
 * later stage can let out what it was never given. What is exempt stays in its place without its words: a record so
 * redacted is a valid one, and makes the same public paper.
 *
 * An entry's `source` is left as it is, as the officer's own terminal shows lines of it; no file for the public is made
 * from it. A manifest has the SHA-256 of the whole file.
 *
 * @returns the same where nothing is exempt
 */
export function publicJoined(joined: Joined): Joined {
  const [report, review] = [publicEntry(joined.report), publicEntry(joined.review)];
  const earlier = joined.earlier.map(publicEntry);
  const same =
    report === joined.report && review === joined.review && earlier.every((e, i) => e === joined.earlier[i]);
  if (same) return joined;
  return { ...joined, report, review, earlier, previous: earlier[0] };
}

const known = new WeakMap<object, object>();

/** The same entry where nothing in it is exempt. */
export function publicEntry<T extends object>(entry: Entry<T>): Entry<T> {
  const before = known.get(entry);
  // What is kept for an entry was made of that entry.
  if (before) return before as Entry<T>;
  const made = holdsExempt(entry.value) ? withoutExempt(entry) : entry;
  known.set(entry, made);
  return made;
}

function withoutExempt<T extends object>(entry: Entry<T>): Entry<T> {
  const { value, plain } = redacted(entry.value, entry.plain);
  // Nothing but what is exempt was taken out, which the form of a record lets be absent.
  return value === entry.value ? entry : { ...entry, value: value as T, plain };
}

/** Whether anything in a record is exempt: most records have nothing to take out, and need not be taken apart. */
function holdsExempt(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Prose) return value.exempt !== undefined;
  return value instanceof Exempt || Object.values(value).some(holdsExempt);
}

/** What of a report may be shown to anybody: of one that is exempt as a whole, that it is there and why it is kept back. */
export function publicReport(entry: Entry<Report>): Partial<Report> {
  const { value } = publicEntry(entry);
  return value.exempt ? { review: value.review, body: value.body, exempt: value.exempt } : value;
}

/** A record as typed, without the words of what is exempt in it; as it is where it does not fit its form. */
export function publicPlain(noun: Noun, plain: Plain): Plain {
  if (!mentionsExempt(plain)) return plain;
  const parsed = nouns[noun].schema.safeParse(plain);
  return parsed.success ? redacted(parsed.data, plain).plain : plain;
}

/** Whether a record has the entry that everything exempt has; quicker to ask than to read the record. */
function mentionsExempt(plain: Plain): boolean {
  if (typeof plain === 'string') return false;
  if (Array.isArray(plain)) return plain.some(mentionsExempt);
  return Object.hasOwn(plain, 'public_interest') || Object.values(plain).some(mentionsExempt);
}

/** What a passage, or an entry of a list, keeps of what was typed. */
const kept = ['id', 'exempt', 'public_interest'] as const;

interface Both {
  value: unknown;
  plain: Plain;
}

/** Takes out what is exempt, in a record as it was read and as it was typed alike: the two have the same places. */
function redacted(value: unknown, plain: Plain): Both {
  if (value instanceof Prose)
    return value.exempt && !value.withheld
      ? { value: value.withoutWords(), plain: onlyKept(plain) }
      : { value, plain };
  if (Array.isArray(value) && Array.isArray(plain)) {
    const made = value.map((item: unknown, i) => redacted(item, plain[i] ?? ''));
    if (made.every((item, i) => item.value === value[i])) return { value, plain };
    return { value: made.map((item) => item.value), plain: made.map((item) => item.plain) };
  }
  if (!isForm(value) || typeof plain !== 'object' || Array.isArray(plain)) return { value, plain };
  // A whole report is not taken apart: no paper for the public is made of it.
  if (value['exempt'] instanceof Exempt && typeof plain['public_interest'] === 'string') {
    const bare = Object.keys(value).every((key) => key === 'id' || key === 'exempt');
    return bare ? { value, plain } : { value: only(value, ['id', 'exempt']), plain: onlyKept(plain) };
  }
  const changed = new Map<string, Both>();
  for (const [key, inside] of Object.entries(value)) {
    const made = redacted(inside, plain[key] ?? '');
    if (made.value !== inside) changed.set(key, made);
  }
  if (changed.size === 0) return { value, plain };
  const made: Both = { value: { ...value }, plain: { ...plain } };
  for (const [key, inside] of changed) {
    Object.assign(made.value as object, { [key]: inside.value });
    Object.assign(made.plain, { [key]: inside.plain });
  }
  return made;
}

function isForm(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Exempt);
}

function onlyKept(plain: Plain): Plain {
  return typeof plain === 'object' && !Array.isArray(plain) ? only(plain, kept) : '';
}

function only<T>(form: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(form).filter(([key]) => keys.includes(key)));
}
