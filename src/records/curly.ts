/** Curly quotation marks, as word processors make them: to a record they are letters like any other. */

/** What stands between curly quotation marks that go round the whole of a text; undefined where none do. */
export function betweenCurly(text: string): string | undefined {
  const found = /^(?:[“”„]([^“”„]+)[“”]|[‘’]([^‘“”]+)[‘’])$/.exec(text.trim());
  return found?.[1] ?? found?.[2];
}

/** What is said of them, and what to write instead. */
export const curlyHint = (inside: string): string =>
  `Curly quotation marks are letters here. Write \`${inside}\`, without quotation marks or with straight ones ("…").`;
