import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { summarise } from '../diagnostics/text.ts';
import type { Shown } from './board.ts';

/** What the preview says in words. */

/** `14:03`, or with seconds where it must be told from the last time. */
export function clock(at: Date, seconds = false): string {
  const parts = [at.getHours(), at.getMinutes(), ...(seconds ? [at.getSeconds()] : [])];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** How a paper stands, in a sentence or two. */
export function stateOf({ current, html, since, notes }: Shown): string {
  const found = notes.map(({ diagnostic }) => diagnostic);
  const counted = summarise(found);
  if (current) return `Updated at ${since ? clock(since, true) : ''}: ${counted}.`;
  if (found.length === 0) return 'This report cannot be made yet.';
  return html === undefined || since === undefined
    ? `Not made yet: ${counted}.`
    : `Not updated: ${counted}. Shown is the last version without errors, of ${clock(since, true)}.`;
}

/** `data/reviews/durham-2002-03.yaml:27:9`, as far as it is known. */
export function placeOf({ file, range }: Diagnostic): string {
  if (file === undefined) return '';
  return range ? `${file}:${String(range.start.line)}:${String(range.start.column)}` : file;
}

/** What people call a diagnostic of each severity. */
export const severityWords = {
  error: 'Error',
  warning: 'Warning',
  suggestion: 'Suggestion',
  machine: 'This computer',
} as const;
