import { isScalar, visit, type Document } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import type { Source } from './source.ts';
import { notUnderstood } from './syntax.ts';

const duplicateKey = rule(
  'records/duplicate-key',
  'error',
  'Only one of the two values could be used, and nobody would see which.',
);

/** Names that stand twice in one form, and numbers whose thousands comma is read as the end of an entry. */
export function duplicateKeys(source: Source, document: Document.Parsed): Diagnostic[] {
  return document.errors
    .filter((e) => e.code === 'DUPLICATE_KEY')
    .map((error) => {
      const [from] = error.pos;
      const word = /^[^:\s]+/.exec(source.text.slice(from))?.[0] ?? '';
      const number = thousandsAt(source.text, from);
      if (number)
        return notUnderstood.at(
          source.between(number.from, number.to),
          ...thousandsInBraces(source.text.slice(number.from, number.to)),
        );
      const first = firstOfTheName(document, from, word);
      const line = first === undefined ? '' : `; the first is in line ${String(source.position(first).line)}`;
      return duplicateKey.at(
        source.between(from, from + word.length),
        `\`${word}\` stands here for the second time${line}.`,
        'Keep one of them and delete the other.',
      );
    });
}

/** Where a number with commas stands in the text, if what begins at `from` is what follows one of its commas. */
export function thousandsAt(text: string, from: number): { from: number; to: number } | undefined {
  const before = /(?<![\d,.])-?\d{1,3}(?:,\d{3})*,$/.exec(text.slice(Math.max(0, from - 30), from))?.[0];
  const after = /^\d{3}(?:,\d{3})*(?:\.\d+)?(?![\d:])/.exec(text.slice(from, from + 30))?.[0];
  if (before === undefined || after === undefined) return undefined;
  return { from: from - before.length, to: from + after.length };
}

/** What is wrong with such a number between braces, and what to write instead. */
export function thousandsInBraces(number: string): [wrong: string, instead: string] {
  return [
    `Between brackets a comma ends an entry, so \`${number}\` is not read as one number.`,
    `Write \`${number.replaceAll(',', '')}\` without the comma, or put quotation marks round it: "${number}".`,
  ];
}

/** Where the entry with the same name as the one at `from` begins in the same form. */
function firstOfTheName(document: Document.Parsed, from: number, word: string): number | undefined {
  let found: number | undefined;
  visit(document, {
    Map(_key, map) {
      const starts = map.items.flatMap(({ key }) =>
        isScalar(key) && key.range && String(key.value) === word.replaceAll(/^["']|["']$/g, '')
          ? [key.range[0]]
          : [],
      );
      if (!starts.includes(from)) return undefined;
      found = starts.find((start) => start < from);
      return visit.BREAK;
    },
  });
  return found;
}
