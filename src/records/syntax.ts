import {
  isCollection,
  isScalar,
  visit,
  type Document,
  type ErrorCode,
  type Node,
  type YAMLParseError,
} from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { lookalikes, toldOnce } from './lookalikes.ts';
import type { Source } from './source.ts';

/** What is not YAML at all, in the words of the person who typed it. */

export const notUnderstood = rule(
  'records/yaml',
  'error',
  'The file cannot be understood, so nothing in it can reach the paper.',
);
const quoted = 'Put "quotation marks" round the whole text.';
const straight =
  'Curly quotation marks (“ ”) are letters here: put straight ones ("…") round the whole text in their place.';

/** Everything that keeps a file from being read, but for names that stand twice. */
export function syntaxMistakes(source: Source, document: Document.Parsed): Diagnostic[] {
  return [...bracketsAsKeys(source, document), ...curlyAsKeys(source, document), ...syntax(source, document)];
}

function syntax(source: Source, document: Document.Parsed): Diagnostic[] {
  const errors = document.errors.filter((e) => e.code !== 'DUPLICATE_KEY');
  const tabs = errors.filter((e) => e.code === 'TAB_AS_INDENT');
  const [tab] = tabs;
  if (tab) {
    const more = tabs.length - 1;
    return [
      notUnderstood.at(
        source.between(tab.pos[0], tab.pos[1]),
        `A tab stands where the line is set in${more === 0 ? '' : `, and in ${String(more)} more ${more === 1 ? 'line' : 'lines'}`}.`,
        'Use spaces, two for each step; most editors can turn tabs into spaces.',
      ),
    ];
  }
  const spaces = toldOnce(source, lookalikes(source, document), notUnderstood.at.bind(notUnderstood));
  if (spaces.length > 0) return spaces;
  const runsOn = new Set(errors.filter((e) => e.code === 'MULTILINE_IMPLICIT_KEY').map((e) => e.pos[0]));
  return errors
    .filter((e) => e.code !== 'BLOCK_AS_IMPLICIT_KEY' || !runsOn.has(e.pos[0]))
    .map((error) => inWords(source, document, error));
}

/** A slip as the YAML reader reports it, with what is needed to say it in other words. */
interface Slip {
  source: Source;
  document: Document.Parsed;
  from: number;
  /** Where the line ends on which it begins. */
  lineEnd: number;
  /** The YAML reader's own words. */
  said: string;
  tell: (wrong: string, instead: string, range?: readonly [number, number]) => Diagnostic;
}

function inWords(
  source: Source,
  document: Document.Parsed,
  { code, pos, message }: Pick<YAMLParseError, 'code' | 'pos' | 'message'>,
): Diagnostic {
  const said = message.split(/ at line \d+/)[0]?.trim() ?? message;
  const line = source.text.slice(pos[0]).split(/\r?\n/, 1)[0] ?? '';
  const slip: Slip = {
    source,
    document,
    from: pos[0],
    lineEnd: pos[0] + line.trimEnd().length,
    said,
    tell: (wrong, instead, [start, end] = pos) =>
      notUnderstood.at(
        source.between(start, end),
        wrong,
        instead === quoted && /[“”„‘’]/.test(source.text.charAt(start)) ? straight : instead,
      ),
  };
  return words[code]?.(slip) ?? slip.tell(`This is not valid YAML: ${said.replace(/\.$/, '')}.`, quoted);
}

const badStart = ({ source, from, tell }: Slip): Diagnostic =>
  tell(`A text cannot begin with ${source.text.charAt(from)} by itself.`, quoted);

const words: Partial<Record<ErrorCode, (slip: Slip) => Diagnostic>> = {
  BAD_SCALAR_START: badStart,
  BAD_ALIAS: badStart,
  BLOCK_AS_IMPLICIT_KEY: ({ from, lineEnd, tell }) =>
    tell('A colon in this text makes it look like an entry of its own.', quoted, [from, lineEnd]),
  MULTILINE_IMPLICIT_KEY: ({ from, lineEnd, tell }) =>
    tell(
      'This runs on into the next line, where a colon follows.',
      'Give every entry its name, a colon and a space, and start entries that belong together in the same column.',
      [from, lineEnd],
    ),
  BAD_DQ_ESCAPE: ({ from, tell }) =>
    tell('A backslash between quotation marks has a meaning of its own.', 'Write it twice: \\\\.', [
      from,
      from + 1,
    ]),
  BAD_INDENT: ({ document, from, lineEnd, said, tell }) => {
    const close = /end with a ([}\]])/.exec(said)?.[1];
    const start = close === undefined ? undefined : lastBefore(document, from, isFlow)?.range?.[0];
    if (close !== undefined && start !== undefined)
      return tell('The bracket that opens here is never closed.', `Put a ${close} at the end.`, [
        start,
        start + 1,
      ]);
    return tell(
      'The line is set in further or less far than its neighbours.',
      'Start entries that belong together in the same column.',
      [from, lineEnd],
    );
  },
  MISSING_CHAR: ({ document, from, said, tell }) => {
    const sign = /Missing closing (["'])/.exec(said)?.[1];
    const start = sign === undefined ? undefined : lastBefore(document, from, isQuoted)?.range?.[0];
    if (sign !== undefined && start !== undefined)
      return tell(
        'The quotation mark that opens here is never closed.',
        sign === '"'
          ? 'Put a second " at the end of the text, and set in the lines that it runs on to.'
          : 'Put a second \' at the end of the text; a text that begins with an apostrophe needs "quotation marks" round the whole of it.',
        [start, start + 1],
      );
    return tell(
      'A colon or a comma is missing here.',
      'Write an entry as its name, a colon, a space and its value; between brackets, put commas between the entries.',
    );
  },
  UNEXPECTED_TOKEN: ({ source, from, said, tell }) => {
    const before = source.text.slice(0, from).trimEnd().at(-1) ?? '';
    if (said.startsWith('Unexpected block-seq-ind'))
      return tell(
        'A list cannot begin beside its name.',
        'Start each entry on a line of its own with a hyphen and a space.',
      );
    if (said.startsWith('Not a YAML token'))
      return tell(`A text cannot begin with ${before} by itself.`, quoted, [
        source.text.lastIndexOf(before, from - 1),
        from,
      ]);
    if (/["']/.test(before))
      return tell(
        'The quotation marks end before this, and more text follows.',
        `Put "quotation marks" round the whole text; inside it write them “like this”${
          lineAt(source, from).includes('{{') ? ", and within double braces 'like this'" : ''
        }.`,
      );
    if (/[}\]]/.test(before))
      return tell('A bracket at the beginning of a text is read as part of the form.', quoted);
    return tell('This stands where nothing was expected.', quoted);
  },
};

function lineAt({ text }: Source, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end);
}

function isQuoted(node: Node): boolean {
  return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
}

function isFlow(node: Node): boolean {
  return isCollection(node) && node.flow === true;
}

/** Of the nodes that begin before an offset, the last one that is of a kind. */
function lastBefore(
  document: Document.Parsed,
  offset: number,
  ofKind: (node: Node) => boolean,
): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Node(_key, node) {
      if ((node.range?.[0] ?? Infinity) < offset && ofKind(node)) found = node;
    },
  });
  return found;
}

/** `progress: {{rating}}` is, to YAML, a map inside a map: the mistake is easy to make and hard to see. */
function bracketsAsKeys(source: Source, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Pair(_key, pair) {
      if (!isCollection(pair.key)) return undefined;
      found.push(
        notUnderstood.at(
          source.placeOf(pair.key),
          'A bracket at the beginning of a text is read as part of the form.',
          'Put "quotation marks" round the whole text: "{{rating}} were awarded".',
        ),
      );
      return visit.SKIP;
    },
  });
  return found;
}

/** `- “one: two”` is, to YAML, an entry with a name: curly quotation marks hold nothing together. */
function curlyAsKeys(source: Source, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Pair(_key, { key }) {
      if (!isScalar(key) || key.type !== 'PLAIN' || !key.range) return;
      if (!/^[“„‘][^”’]*$/.test(String(key.value))) return;
      found.push(
        notUnderstood.at(
          source.placeOf(key),
          'A colon in this text makes it look like an entry of its own.',
          straight,
        ),
      );
    },
  });
  return found;
}
