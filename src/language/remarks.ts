import { plainText } from '../compose/markdown.ts';
import type { Inline } from '../compose/inline.ts';
import { capitalsIn } from './capitals.ts';
import { beginning, type Remark } from './finding.ts';
import { emptyLinksIn } from './links.ts';
import { capitals, linkText, longSentence } from './rules.ts';
import { countWords, partsOf, sentencesOf } from './sentences.ts';

/** Words that a sentence may have before it is called long. */
export const longestSentence = 35;

/**
 * What can be said of a run of words by itself.
 * @param heading whether it is a heading, which is no sentence
 * @param known initials that the records explain
 */
export function remarksOn(
  content: readonly Inline[],
  heading: boolean,
  known: ReadonlySet<string>,
): Remark[] {
  const text = plainText(content);
  // Most texts are shorter than one long sentence, and parting them takes time.
  const long = !heading && countWords(text) > longestSentence;
  const sentences = long ? sentencesOf(text).flatMap((sentence) => partsOf(text, sentence)) : [];
  return [
    ...sentences.flatMap((span): Remark[] => {
      const sentence = text.slice(span.from, span.to);
      const words = countWords(sentence);
      if (words <= longestSentence) return [];
      return [
        {
          rule: longSentence,
          ...span,
          message: `A sentence has ${String(words)} words: “${beginning(sentence)}”`,
          hint: `Make two of it, or a list: up to ${String(longestSentence)} words are read with ease.`,
        },
      ];
    }),
    ...capitalsIn(text, known).map((span) => ({
      rule: capitals,
      ...span,
      message: `“${beginning(text.slice(span.from, span.to))}” is written in capitals.`,
      hint: 'Write it in small letters; **bold** makes words stand out.',
    })),
    ...emptyLinksIn(content).map(({ why, ...span }) => ({
      rule: linkText,
      ...span,
      message:
        why === 'words'
          ? `A link is called “${text.slice(span.from, span.to)}”.`
          : `A link shows its address: ${text.slice(span.from, span.to)}`,
      hint: 'Let the words of the link say what it leads to: [the inspectorate’s letter](https://…).',
    })),
  ];
}
