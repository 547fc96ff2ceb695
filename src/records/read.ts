import {
  Composer,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { decode, largestFile, tooLarge } from './decode.ts';
import { Source } from './source.ts';
import type { World } from '../world.ts';

/** A YAML value as an officer typed it: every scalar is the text that stands in the file. */
export type Plain = string | Plain[] | { [key: string]: Plain };

export interface Read {
  source: Source;
  plain: Plain;
}

const yamlRule = rule(
  'records/yaml',
  'error',
  'The file cannot be understood, so nothing in it can reach the paper.',
);
const duplicateKey = rule(
  'records/duplicate-key',
  'error',
  'Only one of the two values could be used, and nobody would see which.',
);
const empty = rule('records/empty', 'error', 'A record without content says nothing about anybody.');
const unreadable = rule(
  'records/unreadable',
  'machine',
  'What the file says is missing from every paper that needs it.',
);
const aliases = rule(
  'records/aliases',
  'error',
  'A few lines that repeat one another many times over can grow beyond what any computer holds.',
);
const tags = rule(
  'records/tag',
  'error',
  'Records are plain forms; a tag would change what a value is behind its back.',
);

/** Aliases (`*name`) beyond this many are refused; a form has no use for more. */
const mostAliases = 50;

/**
 * Reads one YAML file. Every scalar stays the text it is in the file: `no`, `0020` and `2003-12-01` are
 * what was typed, and only the schema says what a value is. Never throws for anything in the file.
 */
export function readYaml(
  world: World,
  path: string,
  file: string,
): { read?: Read; diagnostics: Diagnostic[] } {
  const size = world.files.size(path);
  if (size !== undefined && size > largestFile) {
    return {
      diagnostics: [
        tooLarge.at(
          { file },
          `The file has ${megabytes(size)} MB; a record may have ${megabytes(largestFile)} MB at most.`,
          'Check that this is the file you meant; a PDF or a spreadsheet may have been saved under its name.',
        ),
      ],
    };
  }
  let bytes: Uint8Array;
  try {
    bytes = world.files.read(path);
  } catch (error) {
    return {
      diagnostics: [
        unreadable.at(
          { file },
          `The file cannot be read: ${reason(error)}.`,
          'Check that it exists and that you may open it.',
        ),
      ],
    };
  }
  const decoded = decode(file, bytes);
  if ('diagnostic' in decoded) return { diagnostics: [decoded.diagnostic] };
  return parseYaml(file, decoded.text);
}

/** The same for text that is already in hand. */
export function parseYaml(file: string, text: string): { read?: Read; diagnostics: Diagnostic[] } {
  const lines = new LineCounter();
  const documents = [
    // Failsafe keeps every scalar as text whatever a %YAML line in the file may say.
    ...new Composer({ schema: 'failsafe', merge: false, keepSourceTokens: false, uniqueKeys: true }).compose(
      new Parser(lines.addNewLine).parse(text),
    ),
  ];
  const document = documents[0];
  if (!document || document.contents === null || isBlank(document.contents)) {
    const errors = document?.errors ?? [];
    if (errors.length === 0) {
      return {
        diagnostics: [
          empty.at(
            { file },
            'The file is empty.',
            'Fill it in from the starter file: `scrutineer new --help`.',
          ),
        ],
      };
    }
  }
  if (!document) return { diagnostics: [] };
  const source = new Source(file, text, document, lines);
  const diagnostics = [
    ...yamlErrors(source, document),
    ...tagErrors(source, document),
    ...aliasErrors(source, document),
    ...keyErrors(source, document),
  ];
  if (documents.length > 1) {
    const second = documents[1];
    diagnostics.push(
      yamlRule.at(
        { file, range: span(source, second?.range[0] ?? 0, second?.range[0] ?? 0) },
        'The file holds more than one document: there is a line `---` in the middle.',
        'Keep one record in one file.',
      ),
    );
  }
  if (diagnostics.length > 0) return { diagnostics };
  return { read: { source, plain: toPlain(document.contents, document) }, diagnostics: [] };
}

function yamlErrors(source: Source, document: Document.Parsed): Diagnostic[] {
  return [...document.errors].map((error) => {
    const place = { file: source.file, range: span(source, error.pos[0], error.pos[1]) };
    const said = error.message.split(/ at line \d+/)[0]?.trim() ?? error.message;
    switch (error.code) {
      case 'DUPLICATE_KEY':
        return duplicateKey.at(
          place,
          `\`${wordAt(source.text, error.pos[0])}\` stands here for the second time.`,
          'Keep one of them and delete the other.',
        );
      case 'TAB_AS_INDENT':
        return yamlRule.at(
          place,
          'A tab stands where the line is set in.',
          'Use spaces, two for each step; most editors can turn tabs into spaces.',
        );
      case 'MISSING_CHAR':
        return yamlRule.at(
          place,
          `Something is left open: ${said}.`,
          'Look for a quotation mark or bracket that is opened here or above and never closed.',
        );
      case 'BAD_INDENT':
        return yamlRule.at(
          place,
          'The line is set in further or less far than its neighbours.',
          'Start entries that belong together in the same column.',
        );
      default:
        return yamlRule.at(
          place,
          `This is not valid YAML: ${said.replace(/\.$/, '')}.`,
          'Text with a colon, a # or a leading quotation mark or bracket needs "quotation marks" round the whole of it.',
        );
    }
  });
}

function tagErrors(source: Source, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Node(_key, node) {
      if (
        (isScalar(node) || isCollection(node)) &&
        node.tag !== undefined &&
        !node.tag.startsWith('tag:yaml.org,2002:')
      ) {
        found.push(
          tags.at(
            { file: source.file, range: nodeSpan(source, node) },
            `\`${node.tag}\` is a YAML tag.`,
            'Take it out; write the value alone.',
          ),
        );
      }
    },
  });
  return found;
}

/** `progress: {{rating}}` is, to YAML, a map inside a map: the mistake is easy to make and hard to see. */
function keyErrors(source: Source, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Pair(_key, pair) {
      if (pair.key === null || isScalar(pair.key)) return undefined;
      const node = isCollection(pair.key) || isAlias(pair.key) ? pair.key : undefined;
      found.push(
        yamlRule.at(
          node ? { file: source.file, range: nodeSpan(source, node) } : { file: source.file },
          'A bracket at the beginning of a text is read as part of the form.',
          'Put "quotation marks" round the whole text: "{{rating}} were awarded".',
        ),
      );
      return visit.SKIP;
    },
  });
  return found;
}

function aliasErrors(source: Source, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  let count = 0;
  visit(document, {
    Alias(_key, node) {
      count++;
      const target = node.resolve(document);
      let nested = false;
      if (target)
        visit(target, {
          Alias: () => {
            nested = true;
            return visit.BREAK;
          },
        });
      if (nested || count > mostAliases) {
        found.push(
          aliases.at(
            { file: source.file, range: nodeSpan(source, node) },
            nested
              ? `\`*${node.source}\` repeats a part of the file that itself repeats other parts.`
              : `The file repeats parts of itself more than ${String(mostAliases)} times.`,
            'Write the value out where it is needed.',
          ),
        );
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return found;
}

function toPlain(node: unknown, document: Document.Parsed): Plain {
  if (isAlias(node)) return toPlain(node.resolve(document), document);
  if (isMap(node)) {
    // A map without a prototype: a key called `constructor` or `__proto__` is a key like any other.
    const made: Record<string, Plain> = Object.create(null) as Record<string, Plain>;
    for (const pair of node.items) made[textOf(pair.key)] = toPlain(pair.value, document);
    return made;
  }
  if (isSeq(node)) return node.items.map((item) => toPlain(item, document));
  return textOf(node);
}

function textOf(node: unknown): string {
  if (!isScalar(node)) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}

function isBlank(node: Node): boolean {
  return isScalar(node) && textOf(node) === '';
}

function nodeSpan(
  source: Source,
  node: Node,
): { start: ReturnType<Source['position']>; end: ReturnType<Source['position']> } {
  return span(source, node.range?.[0] ?? 0, node.range?.[1] ?? 0);
}

function span(
  source: Source,
  from: number,
  to: number,
): { start: ReturnType<Source['position']>; end: ReturnType<Source['position']> } {
  return { start: source.position(from), end: source.position(Math.max(from, to)) };
}

function wordAt(text: string, offset: number): string {
  return /^[^:\s]+/.exec(text.slice(offset))?.[0] ?? 'This key';
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 100_000) / 10);
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EACCES' || code === 'EPERM') return 'you are not allowed to open it';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ENOENT') return 'it is not there';
  return code || 'the computer gave no reason';
}
