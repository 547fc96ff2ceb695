import { allOfHandlebars } from '../templates/handlebars.ts';

/** What stands between double braces in prose. */
export interface Braces {
  /** Where it stands in the text, braces and all. */
  from: number;
  to: number;
  /** The name that comes first; empty where there is none. */
  name: string;
  /** What comes after the name; absent where anything but words in quotation marks and numbers does. */
  args?: string[];
}

/**
 * Prose in parts: words as they stand, and what is between double braces.
 * @throws what Handlebars throws where the braces make no sense
 */
export function partsOf(text: string): (string | Braces)[] {
  return simpleParts(text) ?? readParts(text);
}

/** What makes Handlebars count lines and signs in another way, or take braces for words. */
const odd = /[\0\r\u2028\u2029]|\\\{\{/;

const simpleCall = /\{\{\s*([a-z][a-z_-]*)((?:\s+(?:"[^"\\]*"|'[^'\\]*'|\d{1,9}))*)\s*\}\}(?!\})/y;

/** Names that mean something of their own in Handlebars. */
const keywords: readonly string[] = ['else', 'true', 'false', 'null', 'undefined', 'this', 'as'];

/**
 * The parts of prose that quotes in the usual way, a name and what it takes, as Handlebars would read them. Its reader
 * need not be loaded for them.
 * @returns undefined where there is anything else
 */
export function simpleParts(text: string): (string | Braces)[] | undefined {
  if (odd.test(text)) return undefined;
  const parts: (string | Braces)[] = [];
  let done = 0;
  for (let from = text.indexOf('{{'); from >= 0; from = text.indexOf('{{', done)) {
    simpleCall.lastIndex = from;
    const [written, name = '', given = ''] = simpleCall.exec(text) ?? [];
    if (written === undefined || keywords.includes(name)) return undefined;
    if (from > done) parts.push(text.slice(done, from));
    done = from + written.length;
    const args = (given.match(/"[^"]*"|'[^']*'|\d+/g) ?? []).map((arg) =>
      /^\d/.test(arg) ? String(Number(arg)) : arg.slice(1, -1),
    );
    parts.push({ from, to: done, name, args });
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}

function readParts(text: string): (string | Braces)[] {
  const { body } = allOfHandlebars().parseWithoutProcessing(text);
  const offset = (at: { line: number; column: number }): number =>
    text
      .split('\n')
      .slice(0, at.line - 1)
      .reduce((n, line) => n + line.length + 1, at.column);
  return body.map((statement) => {
    if (isContent(statement)) return statement.value;
    const name = isMustache(statement) ? (statement.path as hbs.AST.PathExpression).original : '';
    const args = argsOf(statement);
    const { start, end } = statement.loc;
    return { from: offset(start), to: offset(end), name, ...(args && { args }) };
  });
}

function isContent(statement: hbs.AST.Statement): statement is hbs.AST.ContentStatement {
  return statement.type === 'ContentStatement';
}

function isMustache(statement: hbs.AST.Statement): statement is hbs.AST.MustacheStatement {
  return statement.type === 'MustacheStatement';
}

function argsOf(statement: hbs.AST.Statement): string[] | undefined {
  if (!isMustache(statement) || !statement.escaped || statement.path.type !== 'PathExpression')
    return undefined;
  // The AST's hash is there even where nothing was written.
  if ((statement.hash as hbs.AST.Hash | undefined)?.pairs.length) return undefined;
  const args: string[] = [];
  for (const param of statement.params) {
    if (param.type !== 'StringLiteral' && param.type !== 'NumberLiteral') return undefined;
    args.push(String((param as hbs.AST.StringLiteral | hbs.AST.NumberLiteral).value));
  }
  return args;
}
