import { isScalar, visit, type Document } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source } from './source.ts';

/** Signs that look like a space and are none to a reader of forms: a non-breaking space, above all. */
const lookalike = '\\u00a0\\u2000-\\u200b\\u202f\\u2060\\u3000\\ufeff';
const any = new RegExp(`[${lookalike}]`);
const inEntry = new RegExp(
  `^(?<before>[ ]*)(?:(?<set>[${lookalike}][ ${lookalike}]*)(?=-[ ${lookalike}]|[a-z][\\w-]*:(?:[\\s${lookalike}]|$))|(?<entry>(?:-[ ]+)*-|(?:-[ ]+)*[a-z][\\w-]*:)(?<gap>[ ]*[${lookalike}]))`,
);

/** A sign that is no space, where a space belongs in a form. */
export interface Lookalike {
  from: number;
  to: number;
  /** What the officer sees it as part of. */
  where: 'in front of the line' | 'after the hyphen' | 'after the colon';
  /** What the sign is called. */
  called: string;
}

/** The places of a file where a space belongs and a sign stands that looks like one. Texts of several lines may hold it. */
export function lookalikes(source: Source, document: Document.Parsed): Lookalike[] {
  if (!any.test(source.text)) return [];
  const texts: (readonly [number, number])[] = [];
  visit(document, {
    Scalar(_key, node) {
      if (isScalar(node) && node.range && node.type !== 'PLAIN') texts.push([node.range[0], node.range[1]]);
    },
  });
  const found: Lookalike[] = [];
  let start = 0;
  for (const line of source.text.split('\n')) {
    const groups = inEntry.exec(line)?.groups;
    if (groups) {
      const { before = '', set, entry = '', gap = '' } = groups;
      const offset = start + before.length + (set === undefined ? entry.length : 0);
      const written = set ?? gap;
      const sign = any.exec(written);
      const from = offset + (sign?.index ?? 0);
      if (!texts.some(([first, last]) => from > first && from < last))
        found.push({
          from,
          to: offset + written.length,
          where:
            set !== undefined
              ? 'in front of the line'
              : entry.endsWith('-')
                ? 'after the hyphen'
                : 'after the colon',
          called: sign?.[0] === '\u00a0' ? 'A non-breaking space' : 'A special space',
        });
    }
    start += line.length + 1;
  }
  return found;
}

/** All of them told as one mistake, at the first. */
export function toldOnce(
  source: Source,
  found: readonly Lookalike[],
  tell: (place: ReturnType<Source['between']>, wrong: string, instead: string) => Diagnostic,
): Diagnostic[] {
  const [first] = found;
  if (!first) return [];
  const more = found.length - 1;
  return [
    tell(
      source.between(first.from, first.to),
      `${first.called} stands ${first.where}${more === 0 ? '' : ` (and in ${String(more)} more ${more === 1 ? 'line' : 'lines'})`}: it looks like a space, and is none.`,
      'Delete it and type a space with the space bar; text that is copied from a word processor or a web page often brings it along.',
    ),
  ];
}
