import { rule, stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import { destinationPages } from '../print/destinations.ts';
import { countPages } from '../print/count.ts';
import type { Printer } from '../print/printer.ts';
import type { HtmlDocument } from '../render/document.ts';

/** First and last page of a part, as the pack counts them. */
export interface Pages {
  first: number;
  last: number;
}

/** What is known of a pack's pages when a part is laid out; nothing before the first printing. */
export interface Known {
  /** The pages of every part, by its name. */
  parts: ReadonlyMap<string, Pages>;
  /** Where this part's own destinations are, on the pack's pages. */
  own: ReadonlyMap<string, number>;
  /** How many pages this part had; 0 before it was first printed. */
  count: number;
}

/** A part of a pack: pages of ours that are still to be laid out and printed, or as many pages as a PDF has. */
export type Part =
  | { name: string; kind: 'own'; layOut: (known: Known) => Result<HtmlDocument>; date: Date }
  | { name: string; kind: 'foreign'; pdf: Uint8Array; count: number };

/** A part whose pages are known. */
export interface Settled {
  name: string;
  pdf: Uint8Array;
  pages: Pages;
  /** What was printed; absent for a foreign part. */
  document?: HtmlDocument;
}

const unsettled = rule('pack/page-numbers-unsettled', 'error', 'Members would be sent to the wrong page.');

/** Printings after which page numbers must stand still. */
const mostPrintings = 5;

interface Print {
  document: HtmlDocument;
  pdf: Uint8Array;
  count: number;
  destinations: ReadonlyMap<string, number>;
}

/**
 * Prints the parts of a pack until every page number that they name is the one the page has: numbers in the agenda, in
 * contents and behind references move pages, and pages move numbers. Only a part whose words changed is printed again.
 *
 * @param first the number of the first page
 */
export async function settle(
  printer: Printer,
  parts: readonly Part[],
  first: number,
): Promise<Result<Settled[]>> {
  const prints = new Map<string, Print>();
  const found = new Map<string, Diagnostic[]>();
  let pages: ReadonlyMap<string, Pages> = new Map();
  for (let printing = 1; printing <= mostPrintings; printing++) {
    const printed = await Promise.all(
      parts.map(async (part) => {
        if (part.kind === 'foreign') return false;
        const before = prints.get(part.name);
        const offset = (pages.get(part.name)?.first ?? 1) - 1;
        const laid = part.layOut({
          parts: pages,
          own: new Map([...(before?.destinations ?? [])].map(([name, page]) => [name, page + offset])),
          count: before?.count ?? 0,
        });
        found.set(part.name, laid.diagnostics);
        const document = laid.value;
        if (!document || stops(laid.diagnostics)) return false;
        if (before && same(before.document, document)) return false;
        const { value, diagnostics } = await printer.print({ id: part.name, document, date: part.date });
        found.set(part.name, [...laid.diagnostics, ...diagnostics]);
        if (!value) return false;
        prints.set(part.name, {
          document,
          pdf: value,
          count: countPages(value),
          destinations: await destinationPages(value),
        });
        return true;
      }),
    );
    const diagnostics = [...found.values()].flat();
    if (stops(diagnostics)) return { value: undefined, diagnostics };
    pages = numbered(parts, prints, first);
    if (!printed.includes(true)) return { value: settledParts(parts, prints, pages), diagnostics };
  }
  const moving = unsettled.at(
    undefined,
    `The page numbers of the pack still moved after ${String(mostPrintings)} printings.`,
    'Shorten one of its papers or a title a little, so that a line no longer hangs between two pages.',
  );
  return { value: undefined, diagnostics: [...found.values()].flat().concat(moving) };
}

const same = (a: HtmlDocument, b: HtmlDocument): boolean => a.body === b.body && a.pageCss === b.pageCss;

function numbered(
  parts: readonly Part[],
  prints: ReadonlyMap<string, Print>,
  first: number,
): ReadonlyMap<string, Pages> {
  let next = first;
  return new Map(
    parts.map((part) => {
      const count = part.kind === 'foreign' ? part.count : (prints.get(part.name)?.count ?? 0);
      const pages = { first: next, last: next + count - 1 };
      next += count;
      return [part.name, pages];
    }),
  );
}

function settledParts(
  parts: readonly Part[],
  prints: ReadonlyMap<string, Print>,
  pages: ReadonlyMap<string, Pages>,
): Settled[] {
  return parts.map((part) => {
    const print = prints.get(part.name);
    return {
      name: part.name,
      pdf: part.kind === 'foreign' ? part.pdf : (print?.pdf ?? new Uint8Array()),
      pages: pages.get(part.name) ?? { first: 0, last: 0 },
      ...(print === undefined ? {} : { document: print.document }),
    };
  });
}
