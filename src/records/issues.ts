import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Plain } from './read.ts';
import type { Path, Source } from './source.ts';

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
): Diagnostic[] {
  return issues
    .filter((issue) => !isMisspelt(plain, issue, issues))
    .flatMap((issue) => one(source, plain, issue, []));
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

function one(source: Source, plain: Plain, issue: z.core.$ZodIssue, above: Path): Diagnostic[] {
  const path: Path = [
    ...above,
    ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
  ];
  const [wrong = '', instead] = issue.message.split('\n');
  if (issue.code === 'unrecognized_keys') {
    // Each key is a mistake of its own, with two lines of the message.
    const lines = issue.message.split('\n');
    return issue.keys.map((key, i) =>
      unknownKey.at(source.keyAt([...path, key]), `${named(path)}${lines[2 * i] ?? ''}`, lines[2 * i + 1]),
    );
  }
  if (issue.code === 'invalid_union') {
    const own = issue.message === 'Invalid input' ? undefined : issue;
    if (own) return [invalidOrMissing(source, plain, path, wrong, instead)];
    return bestBranch(issue.errors, valueAt(plain, path)).flatMap((inner) => one(source, plain, inner, path));
  }
  if (issue.code === 'invalid_key') {
    // A key's own words, where the list of entries has none for it.
    const [said = wrong, hint = instead] =
      instead === undefined ? (issue.issues[0]?.message.split('\n') ?? []) : [];
    return [invalid.at(source.keyAt(path), `${named(path)}${said}`, hint)];
  }
  return [invalidOrMissing(source, plain, path, wrong, instead)];
}

function invalidOrMissing(
  source: Source,
  plain: Plain,
  path: Path,
  wrong: string,
  instead: string | undefined,
): Diagnostic {
  const value = valueAt(plain, path);
  const place = value === undefined ? source.whereMissing(path) : source.at(path);
  return (value === undefined || value === '' ? missing : invalid).at(
    place,
    `${named(path)}${wrong}`,
    instead,
  );
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
