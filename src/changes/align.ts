/** Which entry of one list is which of another, so that something put in between is one change and not many. */

/** Entries of two lists that are the same thing, and those that stand in one of them only. */
export interface Alignment {
  /** Places in the earlier and in the later list, in the order of the later. */
  pairs: { from: number; to: number }[];
  /** Places in the earlier list of what is gone. */
  gone: number[];
  /** Places in the later list of what is new. */
  added: number[];
}

/** How entries are known again. */
export interface Recognised<T> {
  /** What an entry goes by; nothing where it has no name of its own. */
  nameOf: (entry: T) => string | undefined;
  /** The words of an entry, by which entries without a name are known again. */
  wordsOf: (entry: T) => string;
  /** From how much likeness on (0 to 1) two entries are one that was changed. */
  alike: number;
}

/**
 * Pairs the entries of two lists: by name, then by being the same words, then by likeness, the most alike first.
 * Turning the two lists round turns the pairs round.
 */
export function align<T>(
  earlier: readonly T[],
  later: readonly T[],
  { nameOf, wordsOf, alike }: Recognised<T>,
): Alignment {
  const paired = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (from: number, to: number): void => {
    paired.set(from, to);
    taken.add(to);
  };
  const byName = once(later, nameOf);
  for (const [name, from] of once(earlier, nameOf)) {
    const to = byName.get(name);
    if (to !== undefined) pair(from, to);
  }
  const open = (): { from: number[]; to: number[] } => ({
    from: earlier.flatMap((_, i) => (paired.has(i) ? [] : [i])),
    to: later.flatMap((_, i) => (taken.has(i) ? [] : [i])),
  });
  const words = { from: earlier.map(wordsOf), to: later.map(wordsOf) };
  for (const from of open().from) {
    const to = open().to.find((i) => words.to[i] === words.from[from]);
    if (to !== undefined) pair(from, to);
  }
  const rest = open();
  const candidates = rest.from.flatMap((from) =>
    rest.to.map((to) => ({ from, to, likeness: likeness(words.from[from] ?? '', words.to[to] ?? '') })),
  );
  candidates.sort(
    (a, b) =>
      b.likeness - a.likeness ||
      Math.abs(a.from - a.to) - Math.abs(b.from - b.to) ||
      a.from + a.to - (b.from + b.to),
  );
  for (const { from, to, likeness: found } of candidates)
    if (found >= alike && !paired.has(from) && !taken.has(to)) pair(from, to);
  const left = open();
  const pairs = [...paired].map(([from, to]) => ({ from, to })).sort((a, b) => a.to - b.to);
  return { pairs, gone: left.from, added: left.to };
}

/** The places of names that come once. */
function once<T>(list: readonly T[], nameOf: (entry: T) => string | undefined): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  list.forEach((entry, i) => {
    const name = nameOf(entry);
    if (name === undefined) return;
    if (found.has(name)) twice.add(name);
    found.set(name, i);
  });
  for (const name of twice) found.delete(name);
  return found;
}

/** How alike two texts are by their words: 0 for no word in common, 1 for the same words. */
export function likeness(a: string, b: string): number {
  const [x, y] = [wordsIn(a), wordsIn(b)];
  if (x.length + y.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of x) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of y) {
    const n = left.get(word) ?? 0;
    if (n > 0) common++;
    left.set(word, n - 1);
  }
  return (2 * common) / (x.length + y.length);
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The pairs that keep their order: as many as can be. The others have changed places with them. */
export function inOrder(pairs: Alignment['pairs']): Set<number> {
  // The longest run of rising places, by the usual table of best ends.
  const best: { at: number; before: number }[] = [];
  pairs.forEach(({ from }, i) => {
    let longest = { at: 1, before: -1 };
    for (let j = 0; j < i; j++) {
      const known = best[j];
      if ((pairs[j]?.from ?? 0) < from && known && known.at + 1 > longest.at)
        longest = { at: known.at + 1, before: j };
    }
    best.push(longest);
  });
  let end = best.reduce((top, { at }, i) => (at > (best[top]?.at ?? 0) ? i : top), 0);
  const kept = new Set<number>();
  for (; end >= 0 && end < pairs.length; end = best[end]?.before ?? -1) kept.add(pairs[end]?.to ?? -1);
  return kept;
}
