import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { dictionaryAt, itemsOf, lookup, named, nameOf, numberOf, textOf } from '../../finish/objects.ts';
import { standardTypes, type WrittenTree } from '../../finish/write-tree.ts';
import type { ReadPart } from './read-part.ts';
import { scopedHeaders, scopedText } from './scope.ts';

/**
 * Puts the tags of a file from elsewhere beneath a tag of the pack, as they are: only what has to differ
 * from part to part is named anew.
 * @param number tells the part from all others
 * @param keys the first place in the parent tree that is free for it
 */
export function adoptTree(
  context: PDFContext,
  { catalog }: ReadPart,
  number: number,
  tree: WrittenTree,
  holder: PDFRef,
  keys: number,
): void {
  const root = dictionaryAt(context, catalog, 'StructTreeRoot');
  if (!root) return;
  const kids = itemsOf(context, root.get(named('K'))).map((kid) =>
    kid instanceof PDFRef ? kid : context.register(kid),
  );
  const roles = merge(context, tree.root, root, 'RoleMap', number);
  const classes = merge(context, tree.root, root, 'ClassMap', number);
  const ids: [string, PDFRef][] = [];
  const seen = new Set<PDFObject>();
  const open: PDFObject[] = [...kids];
  for (let item = open.pop(); item; item = open.pop()) {
    const element = lookup(context, item);
    if (!(element instanceof PDFDict) || seen.has(element)) continue;
    seen.add(element);
    const type = nameOf(context, element.get(named('S')));
    const role = type === undefined ? undefined : roles.get(type);
    if (role !== undefined) element.set(named('S'), named(role));
    renameClasses(context, element, classes);
    scopeAttributes(context, element.get(named('A')), number);
    const id = element.get(named('ID'));
    if (id !== undefined && item instanceof PDFRef) {
      element.set(named('ID'), scopedText(lookup(context, id) ?? id, number));
      ids.push([textOf(context, element.get(named('ID'))) ?? '', item]);
    }
    open.push(...itemsOf(context, element.get(named('K'))));
  }
  for (const kid of kids) context.lookupMaybe(kid, PDFDict)?.set(named('P'), holder);
  context.lookup(holder, PDFDict).set(named('K'), context.obj(kids));
  addParents(context, tree, dictionaryAt(context, root, 'ParentTree'), keys);
  addIds(context, tree.root, ids);
  const spaces = itemsOf(context, root.get(named('Namespaces')));
  if (spaces.length > 0) {
    const before = itemsOf(context, tree.root.get(named('Namespaces')));
    tree.root.set(named('Namespaces'), context.obj([...before, ...spaces]));
  }
}

/** How many places in the parent tree a file takes: one more than its highest number. */
export function keysOf(context: PDFContext, { catalog }: ReadPart): number {
  const tree = dictionaryAt(context, dictionaryAt(context, catalog, 'StructTreeRoot'), 'ParentTree');
  return numbersIn(context, tree).reduce((most, [key]) => Math.max(most, key + 1), 0);
}

/** Adds what names mean in a file to what they mean in the pack; gives those that had to be changed. */
function merge(
  context: PDFContext,
  into: PDFDict,
  from: PDFDict,
  key: 'RoleMap' | 'ClassMap',
  number: number,
): Map<string, string> {
  const renamed = new Map<string, string>();
  const added = dictionaryAt(context, from, key);
  if (!added || added.keys().length === 0) return renamed;
  const known = dictionaryAt(context, into, key) ?? context.obj({});
  into.set(named(key), known);
  for (const [name, value] of added.entries()) {
    const before = known.get(name);
    const isOurs = key === 'RoleMap' && standardTypes.has(name.decodeText());
    if (!isOurs && (before === undefined || before.toString() === value.toString())) {
      known.set(name, value);
    } else {
      renamed.set(name.decodeText(), `${name.decodeText()}-${number}`);
      known.set(named(`${name.decodeText()}-${number}`), value);
    }
  }
  // A name can stand for another one of the same file.
  if (key === 'RoleMap')
    for (const name of added.keys()) {
      const own = named(renamed.get(name.decodeText()) ?? name.decodeText());
      const target = nameOf(context, known.get(own));
      const changed = target === undefined ? undefined : renamed.get(target);
      if (changed !== undefined) known.set(own, named(changed));
    }
  return renamed;
}

function renameClasses(context: PDFContext, element: PDFDict, classes: ReadonlyMap<string, string>): void {
  if (classes.size === 0 || !element.has(named('C'))) return;
  const names = itemsOf(context, element.get(named('C'))).map((item) => {
    const changed = item instanceof PDFName ? classes.get(item.decodeText()) : undefined;
    return changed === undefined ? item : named(changed);
  });
  element.set(named('C'), context.obj(names));
}

function scopeAttributes(context: PDFContext, attributes: PDFObject | undefined, number: number): void {
  for (const item of itemsOf(context, attributes)) {
    const dictionary = lookup(context, item);
    const headers =
      dictionary instanceof PDFDict ? lookup(context, dictionary.get(named('Headers'))) : undefined;
    if (dictionary instanceof PDFDict && headers instanceof PDFArray)
      dictionary.set(named('Headers'), scopedHeaders(context, headers, number));
  }
}

function addParents(
  context: PDFContext,
  tree: WrittenTree,
  parents: PDFDict | undefined,
  keys: number,
): void {
  const numbers = numbersIn(context, parents).sort(([a], [b]) => a - b);
  for (const [key, value] of numbers) {
    tree.parents.push(PDFNumber.of(key + keys));
    tree.parents.push(value);
  }
  tree.root.set(named('ParentTreeNextKey'), PDFNumber.of(keys + (numbers.at(-1)?.[0] ?? -1) + 1));
}

/** What a number tree holds (ISO 32000-1, 7.9.7). */
function numbersIn(context: PDFContext, tree: PDFDict | undefined): [number, PDFObject][] {
  const found: [number, PDFObject][] = [];
  const seen = new Set<PDFDict>();
  const walk = (node: PDFObject | undefined): void => {
    const folder = lookup(context, node);
    if (!(folder instanceof PDFDict) || seen.has(folder)) return;
    seen.add(folder);
    const items = itemsOf(context, folder.get(named('Nums')));
    for (let i = 0; i + 1 < items.length; i += 2) {
      const [key, value] = [numberOf(context, items[i]), items[i + 1]];
      if (key !== undefined && value !== undefined) found.push([key, value]);
    }
    itemsOf(context, folder.get(named('Kids'))).forEach(walk);
  };
  walk(tree);
  return found;
}

/** A name tree is in the order of its names (ISO 32000-1, 7.9.6). */
function addIds(context: PDFContext, root: PDFDict, ids: readonly [string, PDFRef][]): void {
  if (ids.length === 0) return;
  const before = itemsOf(context, dictionaryAt(context, root, 'IDTree')?.get(named('Names')));
  const all: [string, PDFObject, PDFObject][] = ids.map(([id, ref]) => [id, PDFString.of(id), ref]);
  for (let i = 0; i + 1 < before.length; i += 2) {
    const [id, ref] = [before[i], before[i + 1]];
    if (id && ref) all.push([textOf(context, id) ?? '', id, ref]);
  }
  all.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const names = context.obj(all.flatMap(([, id, ref]) => [id, ref]));
  root.set(named('IDTree'), context.register(context.obj({ Names: names })));
}
