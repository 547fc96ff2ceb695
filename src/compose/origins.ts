import type { Place } from '../diagnostics/diagnostic.ts';
import type { Entry } from '../records/load.ts';
import { Prose } from '../records/prose.ts';
import type { Path, Source } from '../records/source.ts';

/** Where each piece of prose stands in the records, so that what is wrong in it can be shown there. */
export type Origins = ReadonlyMap<Prose, { source: Source; path: Path }>;

export function proseOrigins(entries: readonly Entry<unknown>[]): Origins {
  const found = new Map<Prose, { source: Source; path: Path }>();
  const walk = (value: unknown, source: Source, path: Path): void => {
    if (value instanceof Prose) found.set(value, { source, path: value.exempt ? [...path, 'text'] : path });
    else if (Array.isArray(value)) value.forEach((item, i) => walk(item, source, [...path, i]));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inside] of Object.entries(value)) walk(inside, source, [...path, key]);
    }
  };
  for (const entry of entries) walk(entry.value, entry.source, []);
  return found;
}

/** The place of a part of a piece of prose; the whole where `snippet` does not stand in it. */
export function placeIn(
  origins: Origins,
  prose: Prose,
  snippet: string | { from: number; to: number },
): Place | undefined {
  const origin = origins.get(prose);
  if (!origin) return undefined;
  const { source, path } = origin;
  if (typeof snippet !== 'string') return source.inText(path, prose.markdown, snippet.from, snippet.to);
  const from = prose.markdown.indexOf(snippet);
  return from < 0 ? source.at(path) : source.inText(path, prose.markdown, from, from + snippet.length);
}
