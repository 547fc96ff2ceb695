import type { Prose } from '../records/prose.ts';
import type { Origins } from './origins.ts';
import type { Quotation } from './prose.ts';

/** Slips of the pen in what prose quotes: braces and quotation marks of the wrong kind. */

/** Where a helper stands in single braces, from one letter up to another, and what was meant. */
export interface Single {
  from: number;
  to: number;
  /** What to write instead. */
  meant: string;
  /** Whether that is the very same in double braces, and not only how the helper is called. */
  same: boolean;
}

/** A name, and words in quotation marks of any kind, between single braces. Other words in braces are an officer’s own. */
const single =
  /(?<![{\\])\{\s*([a-z]+(?:_[a-z]+)*)((?:\s+(?:"[^"{}]*"|'[^'{}]*'|[“”„][^“”{}]*[“”]|[‘’][^‘’{}]*’))*)\s*\}{1,2}/gi;

/** The helpers that are called in single braces, which would be printed as they stand. */
export function inSingleBraces(text: string, quotations: ReadonlyMap<string, Quotation>): Single[] {
  return [...text.matchAll(single)].flatMap((found): Single[] => {
    const [whole, name = '', words = ''] = found;
    const quotation = quotations.get(name.toLowerCase());
    if (!quotation) return [];
    const [least, most] = quotation.arguments;
    const given = words.match(/"[^"]*"|'[^']*'|[“”„][^“”]*[“”]|[‘’][^‘’]*’/g)?.length ?? 0;
    const same = given >= least && given <= most;
    return [
      {
        from: found.index,
        to: found.index + whole.length,
        meant: same ? `{{${name.toLowerCase()}${straightened(words, '"')}}}` : quotation.usage,
        same,
      },
    ];
  });
}

/** Whether curly quotation marks stand where straight ones belong: not where they are part of the words between those. */
export function hasCurly(call: string): boolean {
  return /[“”„‘’]/.test(call.replaceAll(/"[^"]*"|'[^']*'/g, ''));
}

/** A call with straight quotation marks in place of curly ones. */
export function straightened(call: string, sign: '"' | "'"): string {
  return call.replaceAll(/[“”„‘’]/g, sign);
}

/** The quotation marks that do not end the text which a piece of prose stands in. */
export function freeSign(origins: Origins, prose: Prose): '"' | "'" {
  const origin = origins.get(prose);
  const start = origin?.source.at(origin.path).range?.start;
  const line = start && origin.source.text.split('\n')[start.line - 1];
  return start && line?.charAt(start.column - 1) === '"' ? "'" : '"';
}
