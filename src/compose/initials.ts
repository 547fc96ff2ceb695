/** Words that initials pass over: “Department of Health (DH)”. */
const small = new Set('a an and at by for from in into of on or s the to under with'.split(' '));

/** Whether initials can be read from words: each word gives its first letter and may give more of its own. */
export function standFor(initials: string, words: readonly string[]): boolean {
  const letters = (initials.match(/[\p{Lu}\p{N}]/gu) ?? []).join('').toLowerCase();
  const from = (letter: number, at: number): boolean => {
    const word = words[at];
    if (letter === letters.length) return words.slice(at).every((w) => small.has(w));
    if (word === undefined) return false;
    if (word.startsWith(letters.charAt(letter))) {
      let [used, seen] = [letter + 1, 1];
      for (;;) {
        if (from(used, at + 1)) return true;
        seen = used < letters.length ? word.indexOf(letters.charAt(used), seen) + 1 : 0;
        if (seen === 0) break;
        used++;
      }
    }
    return letter > 0 && small.has(word) && from(letter, at + 1);
  };
  return letters !== '' && from(0, 0);
}

/**
 * Whether a text says what initials stand for where it uses them: “Social Services Inspectorate (SSI)” or
 * “SSI (Social Services Inspectorate)”.
 * @param at where the initials stand in the text
 * @param meaning what they are known to stand for
 */
export function explainedAt(
  text: string,
  at: { from: number; to: number },
  initials: string,
  meaning?: string,
): boolean {
  const known = meaning === undefined ? undefined : wordsOf(meaning).join(' ');
  const after = text.slice(at.to);
  const bracketed = /^(?:[’']?s)? ?\(([^()]+)\)/.exec(after)?.[1];
  if (bracketed !== undefined) {
    const words = wordsOf(bracketed).filter((word, i) => i > 0 || word !== 'the');
    const whole = words.join(' ');
    if (whole === known || standFor(initials, words)) return true;
  }
  const before = /^([^]*\S)\s*\((?:or |the |[“"‘'])*$/.exec(text.slice(0, at.from))?.[1];
  if (before === undefined || !/^(?:[’']?s)?[”"’']?\s*[),;]/.test(after)) return false;
  // The words that belong to the sentence: what stood before its last full stop says nothing here.
  const words = wordsOf(/[^.;:()]*$/.exec(before)?.[0] ?? '');
  if (words.at(-1) === 's') words.pop();
  if (known !== undefined && ` ${words.join(' ')}`.endsWith(` ${known}`)) return true;
  const most = Math.min(words.length, 2 * initials.length + 2);
  for (let n = 1; n <= most; n++) if (standFor(initials, words.slice(-n))) return true;
  return false;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
