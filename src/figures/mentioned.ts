import type { Joined } from '../compose/join.ts';
import { Prose } from '../records/prose.ts';
import { figuresIn } from './read.ts';
import type { KnownValue } from './values.ts';

/** Entries that say nothing of what was measured. */
const unread = new Set(['accept', 'internal_notes', 'clearance', 'contacts', 'accent']);
/** Entries by name that people count. */
const counts = new Set(['services', 'questions', 'indicators', 'bodies']);

/**
 * Numbers that stand anywhere in the records, whatever they are: steps of scales, days there are for a duty, what a title or
 * the framework says. What an officer typed in prose is no record of anything, and left out.
 */
export function mentionedValues({ report, review, earlier, framework, council }: Joined): KnownValue[] {
  const found: KnownValue[] = [];
  const walk = (value: unknown, prose: boolean): void => {
    if (typeof value === 'number') found.push({ value, kind: 'count' });
    else if (typeof value === 'string') read(value);
    else if (value instanceof Prose) {
      if (prose) read(value.markdown);
    } else if (isList(value)) {
      found.push({ value: value.length, kind: 'count' });
      for (const inside of value) walk(inside, prose);
    } else if (typeof value === 'object' && value !== null) {
      const entries: [string, unknown][] = Object.entries(value);
      for (const [key, inside] of entries) {
        if (unread.has(key)) continue;
        if (counts.has(key) && typeof inside === 'object' && inside !== null)
          found.push({ value: Object.keys(inside).length, kind: 'count' });
        walk(inside, prose);
      }
    }
  };
  const read = (text: string): void => {
    if (/^\d+(?:\.\d+)?$/.test(text)) found.push({ value: Number(text), kind: 'count' });
    for (const { value, kind } of figuresIn(text)) found.push({ value, kind });
  };
  for (const entry of [report, review, ...earlier]) walk(entry.value, false);
  for (const entry of [framework, council]) walk(entry.value, true);
  return found;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
