/** Why a paper is not what its records, its style and this computer would make of it now. */
export type Reason =
  | { kind: 'never' }
  /** Somebody wants it made whether or not it is current. */
  | { kind: 'asked' }
  /** There are files, but nothing that can be read says what they were made from. */
  | { kind: 'unknown' }
  | { kind: 'input'; file: string; what: 'changed' | 'gone' | 'new' }
  | { kind: 'program'; before: string; now: string }
  | { kind: 'browser'; before: string | undefined; now: string }
  | { kind: 'output'; file: string; what: 'changed' | 'gone' }
  | { kind: 'not-with'; ending: 'html' | 'pdf' }
  /** Nothing that the paper was made from, but something that a check of it, or its item number, rests on. */
  | { kind: 'around' };

/** A value that changed in a record, in words. */
export interface Change {
  /** The record's file. */
  file: string;
  words: string;
}

/**
 * All reasons in words, a line each.
 * @param changes what changed in the records, where that could be found out: told instead of their files
 */
export function allInWords(reasons: readonly Reason[], changes?: readonly Change[]): string[] {
  const lines = reasons.flatMap((reason) => {
    // A reason to look more closely, and not one to make the paper: what it changed in it is told above.
    if (reason.kind === 'around') return [];
    if (reason.kind !== 'input' || !changes || !reason.file.startsWith('data/')) return [inWords(reason)];
    if (changes.some(({ file }) => file === reason.file)) return [];
    return [`${inWords(reason)}, in nothing that reaches the paper`];
  });
  return [...(changes ?? []).map(({ words }) => words), ...lines];
}

/** A reason in words, as the end of a line. */
function inWords(reason: Reason): string {
  switch (reason.kind) {
    case 'never':
      return 'it was never built';
    case 'asked':
      return 'everything was asked for with --all';
    case 'unknown':
      return 'its manifest is missing or damaged, so nobody knows what it was made from';
    case 'input':
      return `${nameOfInput(reason.file)} ${{ changed: 'was changed', gone: 'is gone', new: 'is new' }[reason.what]}`;
    case 'program':
      return 'Scrutineer is another version';
    case 'browser':
      return reason.before === undefined
        ? `the browser is ${reason.now}`
        : `the browser is another version: ${reason.before} → ${reason.now}`;
    case 'output':
      return reason.what === 'gone' ? `${reason.file} was deleted` : `${reason.file} was changed by hand`;
    case 'not-with':
      return `its ${reason.ending === 'pdf' ? 'PDF' : 'HTML'} was not made with the rest`;
    case 'around':
      return 'an agenda or another house style was changed';
  }
}

function nameOfInput(file: string): string {
  if (/^templates\/[^/]+\/outline\.yaml$/.test(file)) return `the wording in ${file}`;
  if (file.startsWith('templates/')) return `the house style’s ${file}`;
  return file;
}
