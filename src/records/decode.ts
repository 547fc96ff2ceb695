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
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    const length = lengthOfLetter(first);
    try {
      if (first >= 0x80) decoder.decode(bytes.subarray(at, at + length));
    } catch {
      return at;
    }
    at += length;
  }
  return at;
}

/** How many bytes a letter of UTF-8 has that begins with this one. */
function lengthOfLetter(first: number): number {
  if (first < 0xc0) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

function placeOf(bytes: Uint8Array, at: number): Position {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at));
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
