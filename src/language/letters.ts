/** What a text may have beyond ASCII without having another letter, figure or mark: what English prose is set with. */
const beyondPlain = /[^\t\n -~£–—‘’“”…\u00a0\ufffc]/;

/**
 * Whether a text has no letters but A to Z, and no figures but 0 to 9. In such a text a pattern needs not know all
 * alphabets: their tables are large, and take longer to load than a whole paper to look through.
 */
export function isPlain(text: string): boolean {
  return !beyondPlain.test(text);
}

/**
 * A pattern for texts in any alphabet that is quick to make for plain ones, each of the two made when it is first needed.
 * @param source with \p{L}, \p{Lu}, \p{Ll} and \p{N}, which must stand in brackets: `[\p{Lu}]`
 * @param flags without `u`
 * @returns the pattern to use for a text
 */
export function letterPattern(source: string, flags = ''): (text: string) => RegExp {
  let plain: RegExp | undefined;
  let any: RegExp | undefined;
  return (text) =>
    isPlain(text)
      ? (plain ??= new RegExp(inAscii(source), flags))
      : (any ??= new RegExp(source, `${flags}u`));
}

function inAscii(source: string): string {
  return source
    .replaceAll('\\p{Lu}', 'A-Z')
    .replaceAll('\\p{Ll}', 'a-z')
    .replaceAll('\\p{L}', 'A-Za-z')
    .replaceAll('\\p{N}', '0-9');
}
