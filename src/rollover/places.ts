import { isMap, isScalar, isSeq, type Document, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { CannotEdit } from '../import/yaml-nodes.ts';
import type { Path } from '../records/source.ts';

/** An entry of a form or an item of a list, and where it stands. */
export interface Found {
  within: YAMLMap | YAMLSeq;
  pair: Pair | undefined;
  node: unknown;
  /** Whether it stands between braces or brackets, where no remark can be put beneath it. */
  inBraces: boolean;
}

/** Finds a place of a record. @throws CannotEdit where it is written down elsewhere (`*name`) */
export function findIn(document: Document.Parsed, path: Path): Found {
  let around: unknown = document.contents;
  let found: Found | undefined;
  let braces = false;
  for (const step of path) {
    if (isMap(around)) {
      const pair = around.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) throw new CannotEdit();
      braces ||= around.flow === true;
      found = { within: around, pair, node: pair.value, inBraces: braces };
    } else if (isSeq(around)) {
      braces ||= around.flow === true;
      found = { within: around, pair: undefined, node: around.items[Number(step)], inBraces: braces };
    } else throw new CannotEdit();
    around = found.node;
  }
  if (!found) throw new CannotEdit();
  return found;
}

/** Whether a value is a form or a list over lines of its own. */
export function isBlock(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

/** Whether nothing stands behind an entry’s name. */
export function isEmpty(node: unknown): boolean {
  return (
    node === null || node === undefined || (isScalar(node) && node.type === 'PLAIN' && node.source === '')
  );
}

/** Whether a value is marked with a sign of its own, which other places may refer to. */
export function hasAnchor(node: unknown): boolean {
  return (
    (isMap(node) || isSeq(node) || isScalar(node)) &&
    (node.anchor !== undefined || node.tag?.startsWith('!') === true)
  );
}

/** Where the colon of an entry stands. */
export function colonOf(pair: Pair): number {
  const colon = pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  if (!colon) throw new CannotEdit();
  return colon.offset;
}

/** Where the hyphen of a list’s item stands. */
export function hyphenOf({ srcToken }: YAMLSeq, i: number): number {
  // Remarks below the last item make one of their own, without a hyphen.
  const items = srcToken && 'items' in srcToken ? srcToken.items : [];
  const hyphen = items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind') ?? []).at(i);
  if (!hyphen) throw new CannotEdit();
  return hyphen.offset;
}
