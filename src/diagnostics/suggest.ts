import leven from 'leven';

/**
 * The known name nearest to what was written, or undefined where none is near enough to be meant:
 * at most two edits (one in a very short word, three in a long one), capitals and separators apart. A figure or a
 * code of two letters is never near another.
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const plain = (s: string): string => s.toLowerCase().replaceAll(/[\s_-]+/g, '_');
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const name of known) {
    const distance = leven(plain(written), plain(name));
    const longer = Math.max(written.length, name.length);
    // Two letters exchanged count as two edits, and are the commonest slip.
    const allowed = longer < 3 ? 0 : longer < 4 ? 1 : Math.min(3, Math.max(2, Math.floor(longer / 3)));
    if (distance <= allowed && distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** "Did you mean `x`?" where something is near, otherwise the list of what there is. */
export function didYouMean(written: string, known: Iterable<string>, what = 'Known here'): string {
  const names = [...new Set(known)];
  const near = nearest(written, names);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (names.length === 0) return 'There is nothing to choose from yet.';
  return `${what}: ${names.map((n) => `\`${n}\``).join(', ')}.`;
}
