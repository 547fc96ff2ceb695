import { didYouMean, nearest } from '../diagnostics/suggest.ts';

/**
 * What to type instead of a name that there is not: the name in a path, the names that begin with what was typed, or
 * the nearest; otherwise what there is.
 * @param what what the names are of: Reports
 */
export function meant(typed: string, known: readonly string[], what: string): string {
  const name = nameIn(typed);
  if (name !== typed && known.includes(name)) return `Type its name alone: \`${name}\`.`;
  const longer = name === '' ? [] : known.filter((one) => one.startsWith(name));
  if (longer.length === 0 || nearest(name, known) !== undefined) return didYouMean(name, known, what);
  return longer.length === 1
    ? `Did you mean \`${String(longer[0])}\`?`
    : `${what} that begin so: ${longer.map((one) => `\`${one}\``).join(', ')}.`;
}

/** The name of the record or the paper that lies at a path. */
function nameIn(path: string): string {
  const last = path.replaceAll('\\', '/').replace(/\/+$/, '').split('/').at(-1) ?? '';
  return last.replace(/\.(?:ya?ml|pdf|html)$/i, '');
}
