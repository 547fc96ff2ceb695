import { join } from '../compose/join.ts';
import { plainText, type Flow } from '../compose/markdown.ts';
import { readProse } from '../compose/prose.ts';
import { quotationsFor } from '../compose/quotations/quotations.ts';
import { namesFor } from '../compose/words.ts';
import { withheldInShort } from '../exempt/marking.ts';
import { publicJoined } from '../exempt/redact.ts';
import type { Records } from '../records/load.ts';
import type { Prose } from '../records/prose.ts';
import { verbs } from '../records/report.ts';
import type { Resolved } from './facts.ts';

/**
 * What a report asks of its body and why, in plain words with everything filled in that they quote: the minutes say it
 * without the report beside them.
 */
export interface Asked {
  /** "that Cabinet note the award of 2 stars": a part each. */
  recommendations: Resolved[];
  reasons: Resolved[];
}

/**
 * @param part what is exempt in the report is left out of public minutes, and said to be
 * @returns nothing where the report or what it rests on cannot be read
 */
export function askedBy(
  records: Records,
  report: string | undefined,
  body: string,
  part: 'public' | 'exempt',
): Asked | undefined {
  const full = report === undefined ? undefined : join(records, report);
  if (!full) return undefined;
  const joined = part === 'public' ? publicJoined(full) : full;
  if (part === 'public' && joined.report.value.exempt !== undefined) return undefined;
  const quotations = quotationsFor(joined, () => ({ kind: 'text', text: 'the report' }));
  const said = (prose: Prose): string[] => {
    if (prose.exempt && part === 'public') return [withheldInShort(prose.exempt)];
    return readProse(prose, quotations, new Map()).flow.flatMap(linesOf);
  };
  const { recommendations, reasons, author } = joined.report.value;
  // The minutes are read without the report beside them.
  const byAuthor = (text: string): string =>
    text.replaceAll(/\b(t)his report\b/gi, `$1he report of the ${author.role}`);
  return {
    recommendations: named(
      recommendations.flatMap((recommendation) =>
        verbs.flatMap((verb) => {
          const prose = recommendation[verb];
          return prose === undefined
            ? []
            : [`that ${body} ${verb} ${said(prose).map(byAuthor).join(' ').replace(/\.$/, '')}`];
        }),
      ),
    ),
    reasons: reasons === undefined ? [] : named(said(reasons).map(byAuthor)),
  };
}

/** A text for each paragraph and each entry of a list. */
function linesOf(flow: Flow): string[] {
  if (flow.kind === 'paragraph') return [plainText(flow.content)];
  return flow.items.flatMap((item) => item.flatMap(linesOf));
}

export function named(texts: readonly string[]): Resolved[] {
  const names = namesFor(texts);
  return texts.map((text, i) => ({ id: names[i] ?? '', text }));
}
