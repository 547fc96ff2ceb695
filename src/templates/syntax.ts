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
  const token = /got '([A-Z_]+)'\s*$/.exec(text)?.[1];
  if (token === 'EOF') return unfinished(source, at);
  if (text.startsWith('Lexical error') && source.includes('{{!')) {
    return {
      at: last(source, '{{!') ?? at,
      message: 'The comment is never closed.',
      hint: 'End it with `--}}`.',
    };
  }
  return { at, ...(TOLD.get(token ?? '') ?? unclear(source, at)) };
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
    { message: '`{{else}}` stands outside of any block.', hint: 'Put it between `{{#if …}}` and `{{/if}}`.' },
  ],
  [
    'OPEN_INVERSE_CHAIN',
    {
      message: '`{{else …}}` stands outside of any block.',
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

function unclear(source: string, at: Spot): { message: string; hint: string } {
  const written = lines(source)[at.line - 1]?.slice(at.column).trim().slice(0, 12) ?? '';
  return {
    message:
      written === '' ? 'The template cannot be read here.' : `The template cannot be read at \`${written}\`.`,
    hint: 'Between `{{` and `}}` there can be names, texts in straight quotes, numbers and brackets, and both must be closed.',
  };
}

/** The place is the opening tag, since that is what lacks its other half; the end of the file is no help. */
function unfinished(source: string, end: Spot): SyntaxProblem {
  const open: { name: string; index: number }[] = [];
  const tags = /\{\{!--[\s\S]*?--\s*~?\}\}|\{\{![\s\S]*?\}\}|\{\{~?\s*(#[*>]?|\^|\/)\s*([^\s}~|()=]+)/g;
  for (const { 1: sign, 2: name, index } of source.matchAll(tags)) {
    if (sign === undefined || name === undefined) continue;
    if (sign === '/') open.pop();
    else open.push({ name, index });
  }
  const lost = open.pop();
  if (!lost)
    return {
      at: end,
      message: 'The template ends in the middle of something.',
      hint: 'Close what is open with `}}`.',
    };
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

function last(source: string, text: string): Spot | undefined {
  const index = source.lastIndexOf(text);
  return index < 0 ? undefined : spotAt(source, index);
}

function spotAt(source: string, index: number): Spot {
  const before = lines(source.slice(0, index));
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}

function lines(source: string): string[] {
  return source.split(/\r\n?|\n/);
}
