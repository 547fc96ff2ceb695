import {
  PDFArray,
  PDFDict,
  PDFNull,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFName,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { dictionaryAt, lookup, named, text } from './objects.ts';
import { bookmarksIn } from './outline.ts';
import type { Page } from './pages.ts';
import type { ShownContent } from './shown.ts';
import { tagsIn, type Kid, type Tag } from './tree.ts';

/** The structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
export const standardTypes: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);
/** What newer types mean to a reader that knows PDF 1.7 only. */
const roles: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Aside: 'Sect',
  Title: 'P',
  Sub: 'Span',
  FENote: 'Note',
};

/** A tree as it stands in the file. */
export interface WrittenTree {
  root: PDFDict;
  /** The numbers of the parent tree, which are 0, 1, 2 … */
  parents: PDFArray;
  refOf(tag: Tag): PDFRef;
}

/**
 * Puts a tree in place of the file's own, with all that leads from the pages back to it (ISO 32000-1, 14.7).
 * @param outlines the bookmarks that lead into it, where they are not those of the catalog
 */
export function writeTree(
  context: PDFContext,
  catalog: PDFDict,
  document: Tag,
  pages: readonly Page[],
  shown: Pick<ShownContent, 'formOf'>,
  outlines: readonly (PDFDict | undefined)[] = [dictionaryAt(context, catalog, 'Outlines')],
): WrittenTree {
  return new TreeWriter(context, pages, shown).write(catalog, document, outlines);
}

class TreeWriter {
  readonly #context: PDFContext;
  readonly #pages: ReadonlyMap<number, PDFRef>;
  readonly #shown: Pick<ShownContent, 'formOf'>;
  readonly #refs = new Map<Tag, PDFRef>();
  /** Which tag holds a piece, for the page or form that the piece is in. */
  readonly #holders = new Map<PDFRef, PDFRef[]>();
  readonly #annotations: [PDFRef, PDFRef][] = [];
  readonly #ids = new Map<string, string>();

  constructor(context: PDFContext, pages: readonly Page[], shown: Pick<ShownContent, 'formOf'>) {
    this.#context = context;
    this.#pages = new Map(pages.map(({ number, ref }) => [number, ref]));
    this.#shown = shown;
  }

  write(catalog: PDFDict, document: Tag, outlines: readonly (PDFDict | undefined)[]): WrittenTree {
    const context = this.#context;
    const tags = tagsIn([document]);
    // Chromium's own identifiers count what its browser has seen so far: these count in reading order.
    for (const tag of tags) {
      // A note needs one, though nothing points to it (ISO 14289-1, 7.9).
      if (tag.type === 'Note') tag.id ??= `note ${this.#ids.size}`;
      if (tag.id !== undefined) this.#ids.set(tag.id, `id${String(this.#ids.size + 1).padStart(5, '0')}`);
    }
    const root = context.nextRef();
    for (const tag of tags) this.#refs.set(tag, context.nextRef());
    this.#writeTag(document, root);
    this.#moveBookmarks(outlines);
    const nums = this.#parentTree();
    const entries = {
      Type: 'StructTreeRoot',
      K: this.#refOf(document),
      ParentTree: context.register(context.obj({ Nums: nums })),
      ParentTreeNextKey: nums.size() / 2,
      ...this.#roleMap(tags),
      ...this.#idTree(tags),
    };
    const dictionary = context.obj(entries);
    context.assign(root, dictionary);
    catalog.set(named('StructTreeRoot'), root);
    catalog.set(named('MarkInfo'), context.obj({ Marked: true }));
    return { root: dictionary, parents: nums, refOf: (tag) => this.#refOf(tag) };
  }

  #refOf(tag: Tag): PDFRef {
    const ref = this.#refs.get(tag);
    if (ref === undefined) throw new Error('a tag stands twice in the reading order');
    return ref;
  }

  #writeTag(tag: Tag, parent: PDFRef): void {
    const context = this.#context;
    const ref = this.#refOf(tag);
    const page = tag.kids.find((kid) => kid.kind !== 'tag')?.page;
    const kids = tag.kids.map((kid) => this.#kid(kid, ref, page));
    const entries = new Map<PDFName, PDFObject>([
      [named('S'), named(tag.type)],
      [named('P'), parent],
    ]);
    const pageRef = page === undefined ? undefined : this.#pageRef(page);
    if (pageRef) entries.set(named('Pg'), pageRef);
    if (kids[0]) entries.set(named('K'), kids.length === 1 ? kids[0] : context.obj(kids));
    if (tag.language !== undefined) entries.set(named('Lang'), text(tag.language));
    if (tag.alternative !== undefined) entries.set(named('Alt'), text(tag.alternative));
    if (tag.actual !== undefined) entries.set(named('ActualText'), text(tag.actual));
    if (tag.expansion !== undefined) entries.set(named('E'), text(tag.expansion));
    if (tag.id !== undefined) entries.set(named('ID'), PDFString.of(this.#ids.get(tag.id) ?? tag.id));
    const attributes = this.#attributes(tag);
    if (attributes) entries.set(named('A'), attributes);
    context.assign(ref, PDFDict.fromMapWithContext(entries, context));
    for (const kid of tag.kids) if (kid.kind === 'tag') this.#writeTag(kid, ref);
  }

  #pageRef(page: number): PDFRef | undefined {
    return this.#pages.get(page);
  }

  #kid(kid: Kid, holder: PDFRef, page: number | undefined): PDFObject {
    const context = this.#context;
    if (kid.kind === 'tag') return this.#refOf(kid);
    const pageRef = this.#pageRef(kid.page);
    if (kid.kind === 'piece' && kid.page === page && this.#shown.formOf(kid) === undefined) {
      if (pageRef) this.#hold(pageRef, kid.id, holder);
      return PDFNumber.of(kid.id);
    }
    const elsewhere = kid.page === page ? {} : { Pg: pageRef };
    if (kid.kind === 'annotation') {
      this.#annotations.push([kid.ref, holder]);
      return context.obj({ Type: 'OBJR', Obj: kid.ref, ...elsewhere });
    }
    const form = this.#shown.formOf(kid);
    const stream = form ?? pageRef;
    if (stream) this.#hold(stream, kid.id, holder);
    return context.obj({
      Type: 'MCR',
      MCID: kid.id,
      ...elsewhere,
      ...(form === undefined ? {} : { Stm: form }),
    });
  }

  #hold(stream: PDFRef, id: number, holder: PDFRef): void {
    const holders = this.#holders.get(stream) ?? [];
    holders[id] = holder;
    this.#holders.set(stream, holders);
  }

  #attributes({ attributes }: Tag): PDFObject | undefined {
    if (attributes.size === 0) return undefined;
    const context = this.#context;
    const all = [...attributes].map(([owner, values]) => {
      const dictionary = context.obj({ O: owner });
      for (const [key, value] of values) dictionary.set(named(key), this.#renumbered(key, value));
      return dictionary;
    });
    return all.length > 1 ? context.obj(all) : all[0];
  }

  #renumbered(key: string, value: PDFObject): PDFObject {
    if (key !== 'Headers' || !(value instanceof PDFArray)) return value;
    const ids = value
      .asArray()
      .map((id) => (id instanceof PDFString ? this.#ids.get(id.decodeText()) : undefined));
    return this.#context.obj(ids.filter((id) => id !== undefined).map((id) => PDFString.of(id)));
  }

  /** A bookmark can name the tag that it leads to, and would keep all of the old tree in the file. */
  #moveBookmarks(outlines: readonly (PDFDict | undefined)[]): void {
    const places = new Map([...this.#refs].map(([{ origin }, ref]) => [origin, ref]));
    for (const bookmark of outlines.flatMap((outline) => [...bookmarksIn(this.#context, outline)])) {
      const old = bookmark.get(named('SE'));
      const place = old instanceof PDFRef ? places.get(old) : undefined;
      if (place) bookmark.set(named('SE'), place);
      else bookmark.delete(named('SE'));
    }
  }

  /** Pages first, then forms, then annotations: each names its place with `StructParents` or `StructParent`. */
  #parentTree(): PDFArray {
    const context = this.#context;
    const nums = context.obj([]);
    const add = (value: PDFObject): number => {
      const place = nums.size() / 2;
      nums.push(PDFNumber.of(place));
      nums.push(value);
      return place;
    };
    const streams = new Set([...this.#pages.values(), ...this.#holders.keys()]);
    for (const ref of streams) {
      const object = context.lookup(ref);
      const dictionary = object instanceof PDFStream ? object.dict : object;
      if (!(dictionary instanceof PDFDict)) continue;
      const holders = this.#holders.get(ref);
      dictionary.delete(named('StructParents'));
      if (holders === undefined) continue;
      const list = context.obj([]);
      for (let id = 0; id < holders.length; id++) list.push(holders[id] ?? PDFNull);
      dictionary.set(named('StructParents'), PDFNumber.of(add(context.register(list))));
    }
    for (const [annotation, holder] of this.#annotations) {
      const dictionary = lookup(context, annotation);
      if (dictionary instanceof PDFDict) dictionary.set(named('StructParent'), PDFNumber.of(add(holder)));
    }
    return nums;
  }

  #roleMap(tags: readonly Tag[]): { RoleMap?: PDFDict } {
    const unknown = new Set(tags.map(({ type }) => type).filter((type) => !standardTypes.has(type)));
    if (unknown.size === 0) return {};
    return {
      RoleMap: this.#context.obj(
        Object.fromEntries([...unknown].sort().map((type) => [type, roles[type] ?? 'Div'])),
      ),
    };
  }

  #idTree(tags: readonly Tag[]): { IDTree?: PDFRef } {
    const context = this.#context;
    const names = tags.flatMap((tag): PDFObject[] =>
      tag.id === undefined ? [] : [PDFString.of(this.#ids.get(tag.id) ?? tag.id), this.#refOf(tag)],
    );
    return names.length === 0 ? {} : { IDTree: context.register(context.obj({ Names: context.obj(names) })) };
  }
}
