import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  type Document,
  type Node,
} from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { decode, largestFile, tooLarge } from './decode.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { misreadings } from './misread.ts';
import { Source, type Parsed } from './source.ts';
import { notUnderstood, syntaxMistakes } from './syntax.ts';
import type { World } from '../world.ts';

/** A YAML value as an officer typed it: every scalar is the text that stands in the file. */
export type Plain = string | Plain[] | { [key: string]: Plain };

export interface Read {
  source: Source;
  plain: Plain;
}

const empty = rule('records/empty', 'error', 'A record without content says nothing about anybody.');
const unreadable = rule(
  'records/unreadable',
  'machine',
  'What the file says is missing from every paper that needs it.',
);

/**
 * Reads one YAML file. Every scalar stays the text it is in the file: `no`, `0020` and `2003-12-01` are
 * what was typed, and only the schema says what a value is. Never throws for anything in the file.
 */
export function readYaml(
  world: World,
  path: string,
  file: string,
): { read?: Read; diagnostics: Diagnostic[] } {
  const found = readText(world, path, file);
  return 'text' in found ? parseYaml(file, found.text) : found;
}

/** Reads the text of one YAML file, or says why it cannot be read. */
export function readText(
  world: World,
  path: string,
  file: string,
): { text: string } | { known?: never; read?: never; diagnostics: Diagnostic[] } {
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
    if (size === undefined && world.files.isDevice(path))
      throw Object.assign(new Error(), { code: 'device' });
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
  return 'diagnostic' in decoded ? { diagnostics: [decoded.diagnostic] } : decoded;
}

/** A text in which an earlier run found nothing wrong: it is parsed when a place in it is asked for. */
export function knownSource(file: string, text: string): Source {
  const parse = (): Parsed => {
    const { lines, documents } = partsOf(text);
    const [document] = documents;
    if (!document) throw new Error('A text that was read once can be read again.');
    return { document, lines };
  };
  return new Source(file, text, parse);
}

/** What was read, from what was kept of it as JSON. */
export function plainFrom(json: string): Plain {
  return JSON.parse(json, (_, value: Plain) => withoutPrototype(value)) as Plain;
}

function partsOf(text: string): { documents: Document.Parsed[]; lines: LineCounter } {
  const lines = new LineCounter();
  // Failsafe keeps every scalar as text whatever a %YAML line in the file may say.
  const composer = new Composer({
    schema: 'failsafe',
    merge: false,
    keepSourceTokens: false,
    uniqueKeys: true,
  });
  return { documents: [...composer.compose(new Parser(lines.addNewLine).parse(text))], lines };
}

/** The same for text that is already in hand. */
export function parseYaml(file: string, text: string): { read?: Read; diagnostics: Diagnostic[] } {
  const { lines, documents } = partsOf(text);
  const document = documents[0];
  if (!document || document.contents === null || isBlank(document.contents)) {
    const errors = document?.errors ?? [];
    if (errors.length === 0) {
      return {
        diagnostics: [
          empty.at(
            { file },
            'The file is empty.',
            'Copy the starter file of its kind from seeds/ into it and fill it in.',
          ),
        ],
      };
    }
  }
  if (!document) return { diagnostics: [] };
  const source = new Source(file, text, () => ({ document, lines }));
  const diagnostics = oncePerLine([
    ...syntaxMistakes(source, document),
    ...duplicateKeys(source, document),
    ...misreadings(source, document),
  ]);
  const [, second] = documents;
  if (second) {
    const start = source.position(second.range[0]);
    diagnostics.push(
      notUnderstood.at(
        { file, range: { start, end: { ...start, column: start.column + 3 } } },
        'The file holds more than one document: there is a line `---` in the middle.',
        'Keep one record in one file.',
      ),
    );
  }
  if (diagnostics.length > 0) return { diagnostics };
  return { read: { source, plain: toPlain(document.contents, document) }, diagnostics: [] };
}

/** One slip makes a reader stumble again further on in the line: the first stumble is told. */
function oncePerLine(found: readonly Diagnostic[]): Diagnostic[] {
  const lines = new Map<number, Diagnostic>();
  for (const d of found) {
    const line = d.range?.start.line ?? 0;
    const known = lines.get(line);
    if (!known || (d.range?.start.column ?? 0) < (known.range?.start.column ?? 0)) lines.set(line, d);
  }
  return [...lines.values()];
}

function toPlain(node: unknown, document: Document.Parsed): Plain {
  if (isAlias(node)) return toPlain(node.resolve(document), document);
  if (isMap(node)) {
    const made = withoutPrototype<Record<string, Plain>>({});
    for (const pair of node.items) made[textOf(pair.key)] = toPlain(pair.value, document);
    return made;
  }
  if (isSeq(node)) return node.items.map((item) => toPlain(item, document));
  return textOf(node);
}

/** A map without a prototype: a key called `constructor` or `__proto__` is a key like any other. */
function withoutPrototype<P extends Plain>(plain: P): P {
  if (typeof plain === 'string' || Array.isArray(plain)) return plain;
  return Object.assign(Object.create(null) as P, plain);
}

function textOf(node: unknown): string {
  if (!isScalar(node)) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}

function isBlank(node: Node): boolean {
  return isScalar(node) && textOf(node) === '';
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 100_000) / 10);
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EACCES' || code === 'EPERM') return 'you are not allowed to open it';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'device') return 'it is a pipe or a device';
  if (code === 'ENOENT') return 'it is not there';
  return code || 'the computer gave no reason';
}
