import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { Position } from '../diagnostics/diagnostic.ts';
import type { Path } from '../records/source.ts';

/** Where something stands in a record, by names where it has them: entries of a list go by their `id`. */
export type Names = readonly string[];

/** The names on the way to a place in a YAML text, as far as the text can be read. */
export function namesAt(text: string, { line, column }: Position): Names {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, lineCounter: lines });
  const offset = (lines.lineStarts[line - 1] ?? text.length) + column - 1;
  const names: string[] = [];
  let node: unknown = document.contents;
  for (;;) {
    if (isMap(node)) {
      const pair = node.items.findLast(({ key }) => isScalar(key) && begins(key) <= offset);
      if (!pair || !isScalar(pair.key)) return names;
      names.push(String(pair.key.value));
      node = pair.value;
    } else if (isSeq(node)) {
      const at = node.items.findLastIndex((item) => isNode(item) && begins(item) <= offset);
      const item: unknown = node.items[at];
      if (at < 0) return names;
      const id: unknown = isMap(item) ? item.get('id') : undefined;
      names.push(typeof id === 'string' ? id : String(at));
      node = item;
    } else {
      return names;
    }
  }
}

/** The names on the way along a path of a record that was read. */
export function namesAlong(value: unknown, path: Path): Names {
  let at = value;
  return path.map((step) => {
    at =
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([key]) => key === String(step))?.[1]
        : undefined;
    const id = typeof at === 'object' && at !== null && 'id' in at ? at.id : undefined;
    return typeof step === 'number' && typeof id === 'string' ? id : String(step);
  });
}

function begins(node: Node): number {
  return node.range?.[0] ?? Infinity;
}
