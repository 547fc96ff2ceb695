import type { Prose } from '../records/prose.ts';

/** Small words and numbers as British papers write them. */

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

let written: Intl.NumberFormat | undefined;

/** A count in a sentence: words up to ten, figures from eleven ("eight", "16", "1,250"). */
export function countInWords(n: number): string {
  return small[n] ?? figure(n);
}

/** A count that stands for what is counted: "none of them", "one", "16". */
export function countAlone(n: number): string {
  return n === 0 ? 'none' : countInWords(n);
}

/** A figure with British separators: "1,250", "0.5". */
export function figure(n: number): string {
  const [, whole, rest = ''] = /^(-?\d+)(\.\d{1,4})?$/.exec(String(n)) ?? [];
  // What has more digits is left to the tables of all languages, which take long to load.
  if (whole === undefined)
    return (written ??= new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 })).format(n);
  return whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') + rest;
}

/** "1 star", "2 stars", "0 stars". */
export function units(n: number, unit: { one: string; many: string }): string {
  return `${figure(n)}\u00a0${n === 1 ? unit.one : unit.many}`;
}

/** Units that are counted: one of them is one. */
const counted = /^(day|week|month|year|hour|minute|point|case|home|place)s\b/;

/** A figure with its unit: "38%", "£12 a week", "4.5 per 1,000", "1 week"; a ratio has none: "0.95". */
export function withUnit(n: number, unit: string): string {
  if (unit === '%') return `${figure(n)}%`;
  if (unit.startsWith('£')) return n < 0 ? `-${withUnit(-n, unit)}` : `${pounds(n)}${unit.slice(1)}`;
  if (unit === '' || unit === 'ratio') return figure(n);
  return `${figure(n)} ${n === 1 ? unit.replace(counted, '$1') : unit}`;
}

/** "£12", "£12.50". */
function pounds(n: number): string {
  const shown = figure(n);
  return `£${/\.\d$/.test(shown) ? `${shown}0` : shown}`;
}

/** A difference between two figures: "2 percentage points", "£12 a week", "4.5 per 1,000"; of marks out of 24 "0.2". */
export function differenceWithUnit(n: number, unit: string): string {
  if (unit === '%') return `${figure(n)}\u00a0percentage ${n === 1 ? 'point' : 'points'}`;
  return unit.startsWith('out of ') ? figure(n) : withUnit(n, unit);
}

/** With a capital letter at the beginning. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** "a, b and c". */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** A list whose items have commas of their own: "a; b, of c; and d". */
export function longListInWords(items: readonly string[]): string {
  if (items.length < 2 || !items.some((item) => item.includes(','))) return listInWords(items);
  return `${items.slice(0, -1).join('; ')}; and ${items.at(-1) ?? ''}`;
}

/** The name of a block made from its first words, so that it survives an edit further on. */
export function nameFrom(text: string): string {
  const words = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\{\{.*?\}\}/g, '')
    .toLowerCase()
    .match(/[a-z]+/g);
  return (words ?? ['text']).slice(0, 4).join('-');
}

/** Names for a list of texts, each once: a second `better-results` becomes `better-results-2`. */
export function namesFor(texts: readonly string[]): string[] {
  const used = new Map<string, number>();
  return texts.map((text) => {
    const name = nameFrom(text);
    const n = (used.get(name) ?? 0) + 1;
    used.set(name, n);
    return n === 1 ? name : `${name}-${String(n)}`;
  });
}

/** Names for pieces of prose, as {@link namesFor}. What is exempt gives no words to a name, which the public may read. */
export function namesForProse(texts: readonly { prose: Prose; before?: string }[]): string[] {
  return namesFor(
    texts.map(({ prose, before }) => `${before ?? ''} ${prose.exempt ? 'exempt' : prose.markdown}`),
  );
}
