import type { Plain } from './json.ts';

/** What stood in a file of the site when it was made last; undefined where there was none. */
export type Before = (place: string) => Plain | undefined;

interface Times {
  created: string;
  modified: string;
}

/**
 * When each object was made and last changed, which OParl wants of every object: another system brings its copy up to
 * date by these times alone. An object that says what it said keeps its times; one that has changed gets the day's.
 * The day is all that is known of now, so of several changes on one day each is a second later than the one before.
 * @param written objects by their place, without times
 * @returns puts the times into a value, at every depth
 */
export function stamped(
  written: ReadonlyMap<string, Plain>,
  before: Before,
  today: string,
): (value: Plain, place: string) => Plain {
  const times = new Map<string, Times>();
  for (const [place, value] of written) {
    const old = before(place);
    const now = `${today}T00:00:00Z`;
    const known = timesOf(old);
    const same = known && JSON.stringify(withoutTimes(old ?? null)) === JSON.stringify(value);
    const id = idOf(value);
    if (id === undefined) continue;
    times.set(
      absolute(id, place),
      same ? known : { created: known?.created ?? now, modified: known ? after(known.modified, now) : now },
    );
  }
  const put = (value: Plain, place: string): Plain => {
    if (Array.isArray(value)) return value.map((item) => put(item, place));
    if (typeof value !== 'object' || value === null) return value;
    const inner = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, put(part, place)]));
    const id = idOf(value);
    const own = id === undefined ? undefined : times.get(absolute(id, place));
    return own ? { ...inner, ...own } : inner;
  };
  return put;
}

/** The later of now and a second after the last change. */
function after(last: string, now: string): string {
  if (last < now) return now;
  return new Date(Date.parse(last) + 1000).toISOString().replace('.000Z', 'Z');
}

/** An address as it is, whatever the place that it was written at. */
function absolute(id: string, place: string): string {
  return new URL(id, `https://site.invalid/${place}`).href;
}

function idOf(value: Plain): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return typeof value['id'] === 'string' ? value['id'] : undefined;
}

function timesOf(value: Plain | undefined): Times | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { created, modified } = value;
  const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
  if (typeof created !== 'string' || typeof modified !== 'string') return undefined;
  return pattern.test(created) && pattern.test(modified) ? { created, modified } : undefined;
}

function withoutTimes(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(withoutTimes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      name === 'created' || name === 'modified' ? [] : [[name, withoutTimes(part)]],
    ),
  );
}
