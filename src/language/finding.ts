import type { Diagnostic, Rule } from '../diagnostics/diagnostic.ts';
import { letterPattern } from './letters.ts';

/** Something in a text that members could read more easily. */
export interface Remark {
  rule: Rule;
  /** Where it stands in the text. */
  from: number;
  to: number;
  message: string;
  hint: string;
}

/** A remark with its place, and the words that it is about. */
export interface Finding {
  diagnostic: Diagnostic;
  words: string;
}

const words = letterPattern(String.raw`[\p{L}\p{N}]+`, 'g');

/** The words of a text alone, in small letters: the same however they are set. */
export function fold(text: string): string {
  return (text.match(words(text)) ?? []).join(' ').toLowerCase();
}

/** Whether a folded text has another in it, word by word. */
export function holds(whole: string, part: string): boolean {
  return part !== '' && ` ${whole} `.includes(` ${part} `);
}

/** The beginning of a text, for a message. */
export function beginning(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length <= 8 ? words.join(' ') : `${words.slice(0, 8).join(' ')} …`;
}
