import { plainText } from '../compose/markdown.ts';
import type { Inline } from '../compose/inline.ts';
import type { Span } from './sentences.ts';
import { fold } from './finding.ts';

const empty = new Set([
  'click',
  'click here',
  'click this link',
  'here',
  'link',
  'more',
  'read more',
  'see here',
  'see more',
  'this',
  'this link',
  'this page',
]);

/** Where words have links that do not say what they lead to, and why. */
export function emptyLinksIn(content: readonly Inline[]): (Span & { why: 'words' | 'address' })[] {
  const found: (Span & { why: 'words' | 'address' })[] = [];
  let at = 0;
  const walk = (list: readonly Inline[]): void => {
    for (const inline of list) {
      const from = at;
      if ('content' in inline) walk(inline.content);
      else at += plainText([inline]).length;
      if (inline.kind !== 'link') continue;
      const text = plainText(inline.content).trim();
      if (empty.has(fold(text))) found.push({ from, to: at, why: 'words' });
      else if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) found.push({ from, to: at, why: 'address' });
    }
  };
  walk(content);
  return found;
}
