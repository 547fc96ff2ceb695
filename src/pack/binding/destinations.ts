import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { dictionaryAt, itemsOf, lookup, named } from '../../finish/objects.ts';

/** The places of a part that links lead to. */
export interface Destinations {
  part: string;
  /** Arrays that start with a page (ISO 32000-1, 12.3.2.2), by name, which in HTML is an element's id. */
  named: Map<string, PDFObject>;
  pages: readonly PDFRef[];
}

/** A part's named destinations: as PDF 1.1 has them and as PDF 1.2 (ISO 32000-1, 12.3.2.3). */
export function readDestinations(
  context: PDFContext,
  part: string,
  catalog: PDFDict,
  pages: readonly PDFRef[],
): Destinations {
  const found = new Map<string, PDFObject>();
  const add = (name: string, value: PDFObject | undefined): void => {
    const held = lookup(context, value);
    const place = held instanceof PDFDict ? lookup(context, held.get(named('D'))) : held;
    if (place instanceof PDFArray && place.size() > 0) found.set(name, place);
  };
  for (const [name, value] of dictionaryAt(context, catalog, 'Dests')?.entries() ?? [])
    add(plain(name), value);
  const seen = new Set<PDFDict>();
  const walk = (node: PDFDict | undefined): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    const items = itemsOf(context, node.get(named('Names')));
    for (let i = 0; i + 1 < items.length; i += 2) {
      const name = nameIn(lookup(context, items[i]));
      if (name !== undefined) add(name, items[i + 1]);
    }
    for (const kid of itemsOf(context, node.get(named('Kids')))) {
      const inner = lookup(context, kid);
      if (inner instanceof PDFDict) walk(inner);
    }
  };
  walk(dictionaryAt(context, dictionaryAt(context, catalog, 'Names'), 'Dests'));
  return { part, named: found, pages };
}

/** The name of a destination, where an object is one and not the place itself. */
export function nameIn(object: PDFObject | undefined): string | undefined {
  if (object instanceof PDFName) return plain(object);
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

/** Chromium writes an id as it would stand in an address, though not in the same way everywhere. */
function plain(name: PDFName): string {
  return decoded(name.decodeText());
}

/** A name has 127 bytes at most in an archive (ISO 19005-2, 6.1.13). */
const longestName = 120;

/** Gives the destinations of all parts names that differ from part to part: `item-5.reasons`. */
export class PackDestinations {
  readonly #context: PDFContext;
  readonly #parts = new Map<string, { of: Destinations; names: Map<string, string> }>();

  constructor(context: PDFContext, parts: readonly Destinations[]) {
    this.#context = context;
    for (const of of parts) {
      const names = new Map(
        [...of.named.keys()].map((name, index) => {
          const full = encodeURIComponent(`${of.part}.${name}`);
          const short = `${encodeURIComponent(of.part)}.${index + 1}`;
          return [name, Buffer.byteLength(full) > longestName ? short : full] as const;
        }),
      );
      this.#parts.set(of.part, { of, names });
    }
  }

  /** The name in the pack of one of a part's own destinations. */
  nameOf(part: string, name: string): PDFName | undefined {
    const found = this.#parts.get(part)?.names.get(name);
    return found === undefined ? undefined : named(found);
  }

  /**
   * Where an address of the form `https://pack.invalid/<part>` leads, with or without `#<destination>`
   * or `#page=<number>`; undefined where there is no such part or destination.
   */
  placeOf(address: URL): PDFObject | undefined {
    const part = this.#parts.get(decoded(address.pathname.slice(1)));
    if (!part) return undefined;
    const fragment = address.hash.slice(1);
    const [, page] = /^page=(\d+)$/.exec(fragment) ?? [];
    if (fragment === '' || page !== undefined) {
      const ref = part.of.pages[Number(page ?? 1) - 1];
      return ref && this.top(ref);
    }
    const name = part.names.get(decoded(fragment));
    return name === undefined ? undefined : named(name);
  }

  /** The head of a page, at the reader's own enlargement. */
  top(page: PDFRef): PDFArray {
    return this.#context.obj([page, 'XYZ', null, null, null]);
  }

  /** The names with their places (ISO 32000-1, table 28: Dests). */
  write(): PDFDict {
    const dictionary = this.#context.obj({});
    for (const { of, names } of this.#parts.values()) {
      for (const [name, place] of of.named) {
        const full = names.get(name);
        if (full !== undefined) dictionary.set(named(full), place);
      }
    }
    return dictionary;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
