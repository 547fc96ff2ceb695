import { Lexer } from 'yaml';

/** A remark in a YAML text: from its # to the end of its line. */
export interface Remark {
  offset: number;
  text: string;
}

/** All remarks of a text, in order. What looks like one inside a text is none. */
export function remarksOf(text: string): Remark[] {
  const found: Remark[] = [];
  let [offset, isScalar] = [0, false];
  for (const token of new Lexer().lex(text)) {
    // The lexer puts signs of its own between what stands in the text.
    if (token === '\u0002' || token === '\u0018' || token === '\u001f') {
      isScalar = token === '\u001f';
      continue;
    }
    if (!isScalar && token.startsWith('#')) found.push({ offset, text: token.trimEnd() });
    offset += token.length;
    isScalar = false;
  }
  return found;
}
