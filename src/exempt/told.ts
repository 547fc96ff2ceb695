import type { Joined } from '../compose/join.ts';
import { plainText, type Flow } from '../compose/markdown.ts';
import type { Paper } from '../compose/paper.ts';
import { Exempt } from '../records/exempt.ts';
import { Prose } from '../records/prose.ts';

/** The records of one paper with what is exempt in them, and the paper that the public may have of them. */
export interface Source {
  joined: Joined;
  /** Prose as the restricted version says it, with what it quotes. */
  flows?: ReadonlyMap<Prose, readonly Flow[]>;
  /** The public version; absent where there is none. */
  paper?: Paper | undefined;
}

/** What records say, parted by who may read it. */
export interface Told {
  /** Pieces of text that are exempt: as they were typed, and as the restricted version says them. */
  exempt: string[];
  /** All else that the records say. */
  open: string[];
}

/** Entries of a report that stay open where all of it is exempt: the agenda names the item and whose it is (s100B). */
const openOfWhole = new Set([
  ...['review', 'style', 'body', 'meeting', 'item', 'purpose', 'title', 'short_title', 'author', 'contacts'],
  'exempt',
]);

/** Entries that no paper has, exempt or not. */
const atHome = new Set(['internal_notes', 'clearance', 'accept']);

/**
 * Parts what records say. Goes by what the forms say is exempt and not by what was taken out of the records, so that
 * what was forgotten there is found here.
 */
export function toldBy({ joined, flows }: Source): Told {
  const told: Told = { exempt: [], open: [] };
  const say = (text: string, secret: boolean): void => {
    (secret ? told.exempt : told.open).push(text);
  };
  const walk = (value: unknown, secret: boolean): void => {
    if (typeof value === 'string') say(value, secret);
    else if (typeof value === 'number') say(String(value), false);
    else if (value instanceof Prose) {
      const hidden = secret || value.exempt !== undefined;
      if (value.exempt) say(value.exempt.publicInterest, false);
      if (value.withheld) return;
      // What is quoted from open parts of the record is no secret by itself.
      for (const typed of value.markdown.split(/\{\{[^{}]*\}\}/)) say(typed, hidden);
      if (hidden) for (const text of flowTexts(flows?.get(value) ?? [])) say(text, true);
    } else if (value instanceof Exempt) say(value.publicInterest, false);
    else if (Array.isArray(value)) for (const item of value as unknown[]) walk(item, secret);
    else if (typeof value === 'object' && value !== null) {
      const hidden = secret || ('exempt' in value && value.exempt instanceof Exempt);
      for (const [key, inside] of Object.entries(value)) {
        say(key, false);
        walk(inside, hidden && key !== 'id');
      }
    }
  };
  for (const [key, value] of Object.entries(joined.report.value))
    if (!atHome.has(key)) walk(value, joined.report.value.exempt !== undefined && !openOfWhole.has(key));
  const { review, framework, council, earlier, calendar, meeting } = joined;
  for (const entry of [review, ...earlier, framework, council, calendar]) if (entry) walk(entry.value, false);
  // What came of an item may be exempt itself.
  if (meeting) walk({ ...meeting.value, outcomes: undefined }, false);
  return told;
}

function flowTexts(flow: readonly Flow[]): string[] {
  return flow.flatMap((part) =>
    part.kind === 'paragraph' ? [plainText(part.content)] : part.items.flatMap(flowTexts),
  );
}

/** All words that a paper has, in whatever part of it. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  if (isInlines(value))
    return [plainText(value), ...value.flatMap((inline) => Object.values(inline).flatMap(textsOf))];
  return Object.values(value).flatMap(textsOf);
}

function isInlines(value: object): value is Parameters<typeof plainText>[0] & unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every(isInline);
}

/** Words with a kind, and neither the name that blocks have nor the setting that cells have. */
function isInline(item: unknown): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    'kind' in item &&
    !('id' in item || 'align' in item || 'steps' in item)
  );
}
