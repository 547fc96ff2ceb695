import * as z from 'zod';
import type { Plain } from '../../records/read.ts';
import type { Path } from '../../records/source.ts';
import { align, inOrder } from '../align.ts';
import { descriptionOf, sameMeaning, schemaFor, schemaOf, staysAtHome } from './schema.ts';

/** One difference between two records, however deep it stands. */
export interface Difference {
  what: 'changed' | 'added' | 'removed' | 'reordered';
  /** Where it stands, by names: entries of lists by what they are known by. */
  names: string[];
  /** The same by keys and places, in the record of each side; of the list or form around it where a side has it not. */
  earlier: Path;
  later: Path;
  before?: Plain;
  after?: Plain;
  /** What the schema says of the entry, or of the nearest one around it. */
  description?: string;
}

/** Entries that a form in a list may go by, the surest first. */
const namingKeys = ['id', 'period', 'announced', 'step', 'band', 'title', 'name'] as const;

/** How alike entries of a list without names must be to be one that was changed. */
const alike = 0.5;

/** Every difference between two records of a kind, in the order of the later one. */
export function differencesOf(earlier: Plain, later: Plain, schema: z.ZodType): Difference[] {
  const found: Difference[] = [];
  new Differ(found).compare(earlier, later, schema, {
    names: [],
    earlier: [],
    later: [],
    description: undefined,
  });
  return found;
}

interface At {
  names: string[];
  earlier: Path;
  later: Path;
  description: string | undefined;
}

class Differ {
  readonly #found: Difference[];

  constructor(found: Difference[]) {
    this.#found = found;
  }

  compare(a: Plain, b: Plain, around: z.ZodType, at: At): void {
    const [schema, other] = [schemaFor(around, b), schemaFor(around, a)];
    if (typeof a === 'string' && typeof b === 'string') {
      if (!sameMeaning(around, a, b)) this.#tell('changed', at, a, b);
    } else if (Array.isArray(a) && Array.isArray(b)) {
      this.#lists(a, b, schemaOf(schema, undefined), at);
    } else if (isForm(a) && isForm(b) && schema.constructor === other.constructor) {
      this.#forms(a, b, schema, at);
    } else {
      this.#tell('changed', at, a, b);
    }
  }

  #forms(a: Record<string, Plain>, b: Record<string, Plain>, schema: z.ZodType, at: At): void {
    const keys = [...Object.keys(b), ...Object.keys(a).filter((key) => !Object.hasOwn(b, key))];
    for (const key of keys) {
      const inner = schemaOf(schema, key);
      if (staysAtHome(inner)) continue;
      const [x, y] = [a[key], b[key]];
      const here: At = {
        names: [...at.names, key],
        earlier: [...at.earlier, key],
        later: [...at.later, key],
        description: descriptionOf(inner) ?? at.description,
      };
      if (x !== undefined && y !== undefined) this.compare(x, y, inner, here);
      else this.#oneSided(x, y, schemaFor(inner, x ?? y), here);
    }
    // The order of named entries is the order in which papers tell them.
    if (!(schema instanceof z.ZodRecord)) return;
    const common = (form: Record<string, Plain>, of: Record<string, Plain>): string[] =>
      Object.keys(form).filter((key) => Object.hasOwn(of, key));
    const [before, after] = [common(a, b), common(b, a)];
    if (before.join('\n') !== after.join('\n')) this.#tell('reordered', at, a, b);
  }

  /** A list or group of names that is new or gone is told entry by entry. */
  #oneSided(x: Plain | undefined, y: Plain | undefined, schema: z.ZodType, at: At): void {
    const whole = x ?? y ?? '';
    if (Array.isArray(whole) && whole.length > 0) {
      this.#lists(Array.isArray(x) ? x : [], Array.isArray(y) ? y : [], schemaOf(schema, undefined), at);
    } else if (isForm(whole) && schema instanceof z.ZodRecord && Object.keys(whole).length > 0) {
      this.#forms(isForm(x) ? x : {}, isForm(y) ? y : {}, schema, at);
    } else {
      this.#tell(y === undefined ? 'removed' : 'added', at, x, y);
    }
  }

  #lists(a: readonly Plain[], b: readonly Plain[], item: z.ZodType, at: At): void {
    const found = align(a, b, { nameOf, wordsOf, alike });
    const name = (entry: Plain | undefined, i: number): string =>
      (entry === undefined ? undefined : nameOf(entry)) ?? String(i + 1);
    const inside = (i: number, from: number, to: number): At => ({
      names: [...at.names, name(b[to] ?? a[from], i)],
      earlier: [...at.earlier, from],
      later: [...at.later, to],
      description: descriptionOf(item) ?? at.description,
    });
    for (const { from, to } of found.pairs) {
      const [x, y] = [a[from], b[to]];
      if (x !== undefined && y !== undefined) this.compare(x, y, item, inside(to, from, to));
    }
    for (const to of found.added) this.#tell('added', inside(to, a.length, to), undefined, b[to]);
    for (const from of found.gone) this.#tell('removed', inside(from, from, b.length), a[from], undefined);
    if (inOrder(found.pairs).size < found.pairs.length) this.#tell('reordered', at, [...a], [...b]);
  }

  #tell(what: Difference['what'], at: At, before: Plain | undefined, after: Plain | undefined): void {
    this.#found.push({
      what,
      names: at.names,
      earlier: at.earlier,
      later: at.later,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(at.description === undefined ? {} : { description: at.description }),
    });
  }
}

export function isForm(plain: Plain | undefined): plain is Record<string, Plain> {
  return typeof plain === 'object' && !Array.isArray(plain);
}

/** What an entry of a list goes by. */
function nameOf(entry: Plain): string | undefined {
  if (!isForm(entry)) return undefined;
  for (const key of namingKeys) {
    const name = Object.hasOwn(entry, key) ? entry[key] : undefined;
    if (typeof name === 'string') return name;
  }
  return undefined;
}

/** All that stands in an entry, as words. */
export function wordsOf(entry: Plain): string {
  if (typeof entry === 'string') return entry;
  if (Array.isArray(entry)) return entry.map(wordsOf).join(' ');
  return Object.entries(entry)
    .map(([key, inside]) =>
      typeof inside === 'string' && key.length < 3 ? inside : `${key} ${wordsOf(inside)}`,
    )
    .join(' ');
}
