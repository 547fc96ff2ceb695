import { sentencesOf, type Span } from '../language/sentences.ts';
import { figuresIn } from './read.ts';
import type { Figure } from './figure.ts';
import { cover } from './mask.ts';
import { anyNumberWord } from './number-words.ts';

/** A sentence as an officer typed it, with the figures typed in it. Places are offsets into the Markdown. */
export interface TypedSentence extends Span {
  /** Covered where it quotes the record. */
  text: string;
  /** What it quotes, as written: `indicator "initial-assessments"`. */
  quotes: string[];
  /** Their places are offsets into the sentence. */
  figures: Figure[];
}

/** The sentences of a piece of Markdown that have figures typed in them. */
export function typedSentences(markdown: string): TypedSentence[] {
  if (!/\d/.test(markdown) && !anyNumberWord.test(markdown)) return [];
  const text = withoutQuotes(markdown);
  return sentencesOf(text).flatMap(({ from, to }) => {
    const sentence = text.slice(from, to);
    const figures = figuresIn(sentence);
    if (figures.length === 0) return [];
    const quotes = [...markdown.slice(from, to).matchAll(/\{\{([^{}]*)\}\}/g)].map((m) => m[1] ?? '');
    return [{ from, to, text: sentence, quotes, figures }];
  });
}

/** Letter for letter as long: calls of helpers and addresses of links are covered, a line’s end within a paragraph is a blank. */
function withoutQuotes(markdown: string): string {
  const hide = (all: string): string => cover.repeat(all.length);
  return markdown
    .replaceAll(/\{\{[^{}]*\}\}/g, hide)
    .replaceAll(/(?<=\])\([^()\s]*\)/g, hide)
    .replaceAll(/[*_`]/g, cover)
    .replaceAll(/(?<!\n)\n(?!\n|\s*(?:[-*+]|\d+[.)])\s)/g, ' ');
}
