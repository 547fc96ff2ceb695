import { createRequire } from 'node:module';
import type { default as Parser, MarkdownIt } from 'markdown-it';

let parser: MarkdownIt | undefined;

/**
 * The parser of Markdown, loaded when it is first asked for: most papers have nothing for it to do, and its tables of signs
 * take long to unpack.
 */
export function markdownParser(): MarkdownIt {
  parser ??= made(loaded());
  return parser;
}

function made(Made: typeof Parser): MarkdownIt {
  const parser = new Made('commonmark', { html: true, typographer: true, quotes: '“”‘’' })
    .enable(['smartquotes'])
    .disable(['entity', 'code', 'reference']);
  // Every address is looked at by who asks, and refused aloud rather than left standing as text.
  parser.validateLink = () => true;
  return parser;
}

/** Bundling puts in what `require` names, to be run when it is asked for; from its source there is no `require`. */
function loaded(): typeof Parser {
  const parser: unknown =
    typeof require === 'undefined'
      ? createRequire(import.meta.url)('markdown-it')
      : // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be run at once
        require('markdown-it');
  // The package says nothing else of itself.
  return parser as typeof Parser;
}
