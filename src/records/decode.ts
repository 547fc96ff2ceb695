import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';

/** A record is a form that a person filled in; one of a megabyte is something else. */
export const largestFile = 1_000_000;

export const tooLarge = rule(
  'records/too-large',
  'error',
  'A file of this size is not a form that somebody filled in, and reading it would hold up every other paper.',
);

const encoding = rule(
  'records/encoding',
  'error',
  'Letters such as £, é and ’ would come out wrong in the paper.',
);

/**
 * A file's bytes as text. Accepts UTF-8 with or without its mark; anything else is a diagnostic at the
 * first byte that does not fit, rather than a paper with wrong letters.
 */
export function decode(file: string, bytes: Uint8Array): { text: string } | { diagnostic: Diagnostic } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return {
      diagnostic: encoding.at(
        { file, range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } },
        'The file is saved as UTF-16 (Notepad calls it “Unicode”).',
        'Save it again and choose the encoding UTF-8.',
      ),
    };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const at = firstBadByte(bytes);
    const meant = new TextDecoder('windows-1252').decode(bytes.subarray(at, at + 1));
    return {
      diagnostic: encoding.at(
        { file, range: { start: placeOf(bytes, at), end: placeOf(bytes, at) } },
        `The file is not saved as UTF-8: it holds a letter, most likely “${meant}”, in the older encoding of Windows.`,
        'Open the file in your editor, choose “Save with encoding” and then UTF-8.',
      ),
    };
  }
}

function firstBadByte(bytes: Uint8Array): number {
  // In stream mode an incomplete letter at the end of the part read so far is not yet an error.
  let [low, high] = [0, bytes.length];
  const fits = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle + 1)) low = middle + 1;
    else high = middle;
  }
  // The letter that does not fit may have begun a byte or more before the byte that showed it.
  let at = Math.min(low, bytes.length - 1);
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  if (at > 0 && ((bytes[at] ?? 0) & 0x80) === 0 && ((bytes[at - 1] ?? 0) & 0x80) !== 0) at--;
  return at;
}

function placeOf(bytes: Uint8Array, at: number): Position {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at));
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
