import { isAlias, isCollection, isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

/** The parts of a YAML document, as far as changing them in place needs to know them. */

/** A part of a record that cannot be changed in place: it is written down elsewhere (`*name`). */
export class CannotEdit extends Error {}

/** The form that a node is. */
export function mapIn(node: unknown): YAMLMap {
  if (!isMap(node)) throw new CannotEdit();
  return node;
}

/** The list that a node is. */
export function listIn(node: unknown): YAMLSeq {
  if (!isSeq(node)) throw new CannotEdit();
  return node;
}

/** What stands under a name in a form. */
export function under(map: YAMLMap, name: string): unknown {
  return map.items.find(({ key }) => isScalar(key) && String(key.value) === name)?.value ?? undefined;
}

/** Where a value begins. */
export function startOf(node: unknown): number {
  if (!isScalar(node) && !isCollection(node) && !isAlias(node)) throw new CannotEdit();
  if (!node.range) throw new CannotEdit();
  return node.range[0];
}

/** Where an entry ends: with its value, or its name where nothing follows it. */
export function endOfPair(text: string, { key, value }: Pair): number {
  const ends =
    isScalar(value) && value.source === '' && value.type === 'PLAIN' ? endOfNode(text, key) : undefined;
  return ends ?? endOfNode(text, value);
}

/** Where what a person would call the end of a value is: before remarks and blank lines below it. */
export function endOfNode(text: string, node: unknown): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    if (isMap(node)) return endOfPair(text, node.items.at(-1) ?? fail());
    return endOfNode(text, last);
  }
  if (!isScalar(node) && !isCollection(node) && !isAlias(node)) throw new CannotEdit();
  const [, end] = node.range ?? fail();
  if (!isScalar(node) || !node.type?.startsWith('BLOCK')) return end;
  // A text over several lines ends with its last line that is not blank.
  return end - (/\s*$/.exec(text.slice(0, end))?.[0].length ?? 0);
}

function fail(): never {
  throw new CannotEdit();
}
