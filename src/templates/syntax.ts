/** What is wrong with a template that Handlebars cannot read, in words instead of its drawing of the place. */

import type { Spot } from './ast.ts';

export interface SyntaxProblem {
  readonly at: Spot;
  readonly message: string;
  readonly hint?: string;
}

/** From what Handlebars threw for `source` to what to tell. */
export function syntaxProblem(source: string, thrown: unknown): SyntaxProblem {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const mismatch = /^(.+) doesn't match (.+) - (\d+):(\d+)$/.exec(text);
  if (mismatch) {
    const [, opened = '', closed = '', line, column] = mismatch;
    return {
      at: { line: Number(line), column: Number(column) },
      message: `\`{{#${opened}}}\` is closed by \`{{/${closed}}}\`.`,
      hint: `Close it with \`{{/${opened}}}\`, innermost first.`,
    };
  }
  const path = /^Invalid path: (.+) - (\d+):(\d+)$/.exec(text);
  if (path) {
    const [, written = '', line, column] = path;
    return {
      at: { line: Number(line), column: Number(column) },
      message: `\`${written}\` is not a name: \`..\`, \`.\` and \`this\` can only stand in front.`,
      hint: 'Write `../name` for a field one level further out.',
    };
  }
  const at = spotOf(source, text);
  if (text.startsWith('Lexical error') && source.includes('{{!--')) {
    return unclosedComment(source);
  }
  const token = /got '([A-Z_]+)'\s*$/.exec(text)?.[1];
  return (
    unclosedTag(source, at) ??
    (token === 'EOF' ? unclosedBlock(source, at) : { at, ...explained(source, at, token) })
  );
}

const TOLD: ReadonlyMap<string, { message: string; hint: string }> = new Map([
  [
    'OPEN_ENDBLOCK',
    {
      message: 'This closes a block that is not open.',
      hint: 'Remove it, or open the block before it with `{{#…}}`.',
    },
  ],
  [
    'INVERSE',
    {
      message: 'This `{{else}}` stands outside of any block, or is the second one in its block.',
      hint: 'Put it between `{{#if …}}` and `{{/if}}`.',
    },
  ],
  [
    'OPEN_INVERSE_CHAIN',
    {
      message: 'This `{{else …}}` stands outside of any block, or after its `{{else}}`.',
      hint: 'Put it between `{{#if …}}` and `{{/if}}`.',
    },
  ],
  [
    'CLOSE',
    {
      message: 'The `}}` comes too early.',
      hint: 'Something is missing before it: a name, a value after `=`, a `)` or a third `}`.',
    },
  ],
  ['CLOSE_UNESCAPED', { message: 'There is a `}` too many.', hint: 'Close `{{` with `}}`.' }],
  [
    'CLOSE_SEXPR',
    { message: 'There is a `)` without a `(`, or nothing between the two.', hint: 'Write `(helper value)`.' },
  ],
]);

function explained(source: string, at: Spot, token: string | undefined): { message: string; hint: string } {
  const known = TOLD.get(token ?? '');
  if (known) return known;
  const line = lines(source)[at.line - 1] ?? '';
  const written = (/^(?:(?!\}\}).)+/.exec(line.slice(at.column))?.[0] ?? '').trim().slice(0, 20);
  const message =
    written === '' ? 'The template cannot be read here.' : `The template cannot be read at \`${written}\`.`;
  if (/^["']/.test(written)) {
    return {
      message: `The text at \`${written}\` is never closed.`,
      hint: 'Texts end with the quote they begin with.',
    };
  }
  if (/^[\w-]+\[/.test(written) || (/^\d/.test(written) && line[at.column - 1] === '.')) {
    return { message, hint: 'An entry of a list is written with a dot and brackets: `list.[0]`.' };
  }
  return {
    message,
    hint: 'Between `{{` and `}}` there can be names, numbers, texts in straight quotes, and helpers in round brackets.',
  };
}

const COMMENT_OR_TAG =
  /\{\{!--[\s\S]*?--~?\}\}|\{\{![\s\S]*?\}\}|\\?\{\{~?\s*(#[*>]?|\^|\/)?\s*([^\s}~|()=]*)/g;

/** A tag whose `}}` is missing: another tag, or the end, comes first. Handlebars stops anywhere after it. */
function unclosedTag(source: string, at: Spot): SyntaxProblem | undefined {
  const stop = indexOf(source, at);
  const opened = source.lastIndexOf('{{', Math.max(0, stop - 1));
  if (opened < 0 || source[opened - 1] === '\\') return undefined;
  const rest = source.slice(opened + 2);
  const closed = rest.indexOf('}}');
  const another = rest.indexOf('{{');
  if (closed >= 0 && (another < 0 || closed < another)) return undefined;
  return {
    at: spotAt(source, opened),
    message: rest.startsWith('!') ? 'The comment is never closed.' : 'The `{{` is never closed.',
    hint: 'Write `}}` where it ends.',
  };
}

/** Handlebars takes everything after `{{!--` for the comment, whatever `}}` there is. */
function unclosedComment(source: string): SyntaxProblem {
  const all = [...source.matchAll(/\{\{~?!--(?:(?!--~?\}\})[\s\S])*$/g)];
  return {
    at: spotAt(source, all[0]?.index ?? source.lastIndexOf('{{!--')),
    message: 'The comment is never closed.',
    hint: 'Write `--}}` where it ends.',
  };
}

/** The place is the opening tag, since that is what lacks its other half; the end of the file is no help. */
function unclosedBlock(source: string, end: Spot): SyntaxProblem {
  const open: { name: string; index: number }[] = [];
  for (const { 0: tag, 1: sign, 2: name = '', index } of source.matchAll(COMMENT_OR_TAG)) {
    if (sign === undefined || tag.startsWith('\\') || (sign === '^' && name === '')) continue;
    if (sign === '/') open.pop();
    else open.push({ name, index });
  }
  const lost = open.pop();
  if (!lost) return { at: end, message: 'The template ends too early.', hint: 'Close what is open.' };
  return {
    at: spotAt(source, lost.index),
    message: `\`{{#${lost.name}}}\` is never closed.`,
    hint: `Write \`{{/${lost.name}}}\` where it ends.`,
  };
}

/**
 * Handlebars' parser tells the line, but the column only by a drawing: up to twenty characters before the
 * place, up to twenty after it, without line breaks. The place is where the source reads the same.
 */
function spotOf(source: string, text: string): Spot {
  const [head = '', drawing = '', arrow = ''] = text.split('\n');
  const line = Number(/line (\d+)/.exec(head)?.[1] ?? 1);
  const dashes = /^-*(?=\^)/.exec(arrow)?.[0].length ?? 0;
  const before = drawing.slice(0, dashes);
  const after = drawing.slice(dashes);
  const candidates: number[] = [];
  for (let index = 0; index <= source.length; index += 1) {
    if (pastOf(source, index) === before && nextOf(source, index, after)) candidates.push(index);
  }
  const spots = candidates.map((index) => spotAt(source, index));
  // The line told is the one on which the parser had stopped reading, which may be after the place.
  return (
    spots.filter((spot) => spot.line <= line).at(-1) ?? {
      line: Math.min(line, lines(source).length),
      column: 0,
    }
  );
}

function pastOf(source: string, index: number): string {
  return (index > 20 ? '...' : '') + source.slice(Math.max(0, index - 20), index).replaceAll('\n', '');
}

function nextOf(source: string, index: number, wanted: string): boolean {
  const plain = wanted.replace(/\.\.\.$/, '');
  return source
    .slice(index, index + 21)
    .replaceAll('\n', '')
    .startsWith(plain);
}

function indexOf(source: string, { line, column }: Spot): number {
  const breaks = [0, ...[...source.matchAll(/\r\n?|\n/g)].map((m) => m.index + m[0].length)];
  return (breaks[line - 1] ?? source.length) + column;
}

function spotAt(source: string, index: number): Spot {
  const before = lines(source.slice(0, index));
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}

function lines(source: string): string[] {
  return source.split(/\r\n?|\n/);
}
