import type { Token } from 'markdown-it';

/** What Markdown may hold and a paper may not. */

/** Something in the Markdown that has no place in a paper. `snippet` is as it stands in the source. */
export interface Refused {
  what: 'html' | 'block' | 'image' | 'link';
  snippet: string;
  /** What a refused block is called. */
  called?: string;
}

const blockNames: Readonly<Record<string, string>> = {
  heading_open: 'a heading',
  blockquote_open: 'a quotation',
  hr: 'a line across the page',
  fence: 'a block of code',
};

/** A snippet up to the first value that was put into it, which stands otherwise in the source. */
export function beforeMarks(snippet: string): string {
  return snippet.split('\uE000', 1)[0] ?? '';
}

function lineOf(token: Token, lines: readonly string[]): string {
  return beforeMarks((lines[token.map?.[0] ?? 0] ?? '').trim());
}

/** A block that papers do not know. */
export function blockRefused(token: Token, lines: readonly string[]): Refused {
  const called = blockNames[token.type] ?? 'something of its own';
  return { what: 'block', snippet: lineOf(token, lines), called };
}

/** A list that nobody meant: a year at the beginning of a line, or a plus sign. Its number or sign would not be printed. */
export function oddList(token: Token, lines: readonly string[]): Refused[] {
  const line = lineOf(token, lines);
  const from = Number(token.attrGet('start') ?? 1);
  if (token.type === 'ordered_list_open' && from !== 1)
    return [{ what: 'block', snippet: line, called: `a list that begins with ${String(from)}` }];
  return token.markup === '+' ? [{ what: 'block', snippet: line, called: 'a list with plus signs' }] : [];
}

/** What other kinds of Markdown know and this one prints as it stands: nobody means it to be printed. */
const foreign: readonly [RegExp, string][] = [
  [/^[ \t]*\|.*\|[ \t]*\n[ \t]*\|?[ \t]*:?-{2,}.*/m, 'a table'],
  [/\[\^[^\]\s]+\]/, 'a footnote'],
  [/~~\S[^~]*~~/, 'struck-through words'],
  [/&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/i, 'a sign of HTML'],
];

/** Where a text has some of it. */
export function foreignIn(text: string): Refused[] {
  return foreign.flatMap(([pattern, called]) => {
    const [found] = pattern.exec(text) ?? [];
    return found === undefined
      ? []
      : [{ what: 'block', snippet: beforeMarks(found.split('\n')[0] ?? ''), called } as const];
  });
}
