import { countInWords, listInWords } from '../compose/words.ts';
import type { Where } from './paper/places.ts';

/** "paragraphs 5 and 10.3, table 4 and figure 2"; nothing for no place. */
export function placesInWords(where: readonly Where[]): string {
  const groups: string[] = [];
  const numbered = (kind: Where['kind'], one: string, many: string): void => {
    const words = where.filter((w) => w.kind === kind).map(({ words }) => words);
    const numbers = words.flatMap((w) => (w.startsWith(`${one} `) ? [w.slice(one.length + 1)] : []));
    if (numbers.length > 0) groups.push(`${numbers.length === 1 ? one : many} ${listInWords(numbers)}`);
    groups.push(...words.filter((w) => !w.startsWith(`${one} `)));
  };
  groups.push(...where.filter(({ kind }) => kind === 'front').map(({ words }) => words));
  numbered('section', 'section', 'sections');
  numbered('paragraph', 'paragraph', 'paragraphs');
  numbered('table', 'table', 'tables');
  numbered('figure', 'figure', 'figures');
  return groups.join(', ');
}

/** That numbers moved and nothing else; nothing where none did. */
export function renumberedInWords(n: number): string | undefined {
  if (n === 0) return undefined;
  return n === 1
    ? 'One paragraph, table or figure has another number only because of what was put in or taken out before it. That is no change of meaning.'
    : `${countInWords(n).replace(/^./, (c) => c.toUpperCase())} paragraphs, tables or figures have another number only because of what was put in or taken out before them. That is no change of meaning.`;
}
