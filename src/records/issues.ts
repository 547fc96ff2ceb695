import type { z } from 'zod';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { betweenCurly, curlyHint } from './curly.ts';
import { expectationAt } from './expectation.ts';
import { blank, say } from './fields.ts';
import type { Plain } from './read.ts';
import type { Path, Source } from './source.ts';
import { thousandsAt, thousandsInBraces } from './duplicate-keys.ts';

const unknownKey = rule(
  'records/unknown-key',
  'error',
  'What stands under a name that nobody reads never reaches the paper.',
);
const missing = rule('records/missing', 'error', 'The paper would have a hole where this belongs.');
const invalid = rule('records/invalid', 'error', 'What was meant must not be guessed.');

/** Whatever zod says of a record, as diagnostics at the place in the file. */
export function schemaDiagnostics(
  source: Source,
  plain: Plain,
  issues: readonly z.core.$ZodIssue[],
  schema?: z.core.$ZodType,
): Diagnostic[] {
  return issues
    .filter((issue) => !isMisspelt(plain, issue, issues))
    .flatMap((issue) => one({ source, plain, schema }, issue, []));
}

/** What is read, and by which schema: only a schema can say whether an entry may be left out. */
interface Reading {
  source: Source;
  plain: Plain;
  schema: z.core.$ZodType | undefined;
}

/** Whether an entry seems to be missing only because its name is misspelt, which is told by itself. */
function isMisspelt(plain: Plain, issue: z.core.$ZodIssue, issues: readonly z.core.$ZodIssue[]): boolean {
  const path = issue.path.map(String);
  const name = path.at(-1);
  if (name === undefined || valueAt(plain, path) !== undefined) return false;
  return issues.some(
    (other) =>
      other.code === 'unrecognized_keys' &&
      other.path.map(String).join('/') === path.slice(0, -1).join('/') &&
      other.keys.some((key) => nearest(key, [name]) === name),
  );
}

function one(reading: Reading, issue: z.core.$ZodIssue, above: Path): Diagnostic[] {
  const { source, plain } = reading;
  const path: Path = [
    ...above,
    ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
  ];
  const [wrong = '', instead] = issue.message.split('\n');
  if (issue.code === 'unrecognized_keys') {
    // Each key is a mistake of its own, with two lines of the message.
    const lines = issue.message.split('\n');
    return issue.keys.flatMap((key, i) => {
      const number = numberCutUp(source, plain, [...path, key]);
      if (number) return number;
      return unknownKey.at(
        source.keyAt([...path, key]),
        `${named(path)}${lines[2 * i] ?? ''}`,
        lines[2 * i + 1],
      );
    });
  }
  if (issue.code === 'invalid_union') {
    const own = issue.message === 'Invalid input' ? undefined : issue;
    if (own) return [invalidOrMissing(reading, path, wrong, instead)];
    return bestBranch(issue.errors, valueAt(plain, path)).flatMap((inner) => one(reading, inner, path));
  }
  if (issue.code === 'invalid_key') {
    const number = numberCutUp(source, plain, path);
    if (number) return number;
    // A key's own words, where the list of entries has none for it.
    const [said = wrong, hint = instead] =
      instead === undefined ? (issue.issues[0]?.message.split('\n') ?? []) : [];
    return [invalid.at(source.keyAt(path), `${named(path)}${said}`, hint)];
  }
  return [invalidOrMissing(reading, path, wrong, instead)];
}

function invalidOrMissing(
  { source, plain, schema }: Reading,
  path: Path,
  wrong: string,
  instead: string | undefined,
): Diagnostic {
  const value = valueAt(plain, path);
  const place = value === undefined ? source.whereMissing(path) : source.at(path);
  return (value === undefined || value === '' ? missing : invalid).at(
    place,
    `${named(path)}${wrong}`,
    insteadOf(value, instead) ?? (needed(schema, path, wrong, instead) ? neededHint : instead),
  );
}

/** What to write instead of a value that is wrong for no other reason than its quotation marks. */
function insteadOf(value: Plain | undefined, instead: string | undefined): string | undefined {
  const inside = typeof value === 'string' ? betweenCurly(value) : undefined;
  return inside === undefined || instead === undefined ? undefined : curlyHint(inside);
}

const neededHint = 'Write something here: this entry is needed.';

/** Whether what is blank is an entry that cannot be taken out. One of a list can. */
function needed(
  schema: z.core.$ZodType | undefined,
  path: Path,
  wrong: string,
  instead: string | undefined,
): boolean {
  if (schema === undefined || typeof path.at(-1) === 'number') return false;
  return say(wrong, instead ?? '') === blank && !expectationAt(schema, path).optional;
}

/**
 * `{ value: 1,078 }` is, to YAML, a value of 1 and an entry called `078`: one mistake, told at the number. Of a longer
 * number it is told once.
 */
function numberCutUp(source: Source, plain: Plain, path: Path): Diagnostic[] | undefined {
  if (valueAt(plain, path) !== '') return undefined;
  const start = source.keyAt(path).range?.start;
  if (!start) return undefined;
  const from = offsetOf(source.text, start);
  const found = thousandsAt(source.text, from);
  if (!found) return undefined;
  const number = source.text.slice(found.from, found.to);
  if (number.indexOf(',') + 1 < from - found.from) return [];
  return [invalid.at(source.between(found.from, found.to), ...thousandsInBraces(number))];
}

function offsetOf(text: string, { line, column }: Position): number {
  return text.split('\n', line - 1).reduce((n, before) => n + before.length + 1, column - 1);
}

/** Of the ways a value could have been meant, the one it came nearest to: the one that failed deepest inside. */
function bestBranch(
  branches: readonly (readonly z.core.$ZodIssue[])[],
  value: Plain | undefined,
): readonly z.core.$ZodIssue[] {
  const names = typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
  const score = (issues: readonly z.core.$ZodIssue[]): number => {
    if (issues.some((i) => i.code === 'invalid_value' && i.path.length === 0)) return -2;
    if (issues.some((i) => i.code === 'invalid_type' && i.path.length === 0)) return -1;
    // A text with a colon in it is read as an entry; a form that knows none of the names was not meant.
    if (issues.some((i) => i.code === 'unrecognized_keys' && i.keys.length === names.length)) return -2;
    // Of two forms, the one that knows more of the entries is meant.
    const strange = issues.reduce((n, i) => n + (i.code === 'unrecognized_keys' ? i.keys.length : 0), 0);
    return Math.max(0, ...issues.map((i) => i.path.length)) - strange / 100;
  };
  return [...branches].sort((a, b) => score(b) - score(a))[0] ?? [];
}

/** "judgements › children: ", so that a message makes sense without the file at hand. */
export function named(path: Path): string {
  if (path.length === 0) return '';
  return `${path.map((step) => (typeof step === 'number' ? `entry ${String(step + 1)}` : step)).join(' › ')}: `;
}

function valueAt(plain: Plain, path: Path): Plain | undefined {
  let value: Plain | undefined = plain;
  for (const step of path) {
    if (typeof value !== 'object') return undefined;
    value = Array.isArray(value) ? value[Number(step)] : value[String(step)];
  }
  return value;
}
