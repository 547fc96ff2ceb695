/** Signs of which Markdown, or who turns quotation marks, may make something: with any of them it is for the parser. */
const signs = /[\\`_[<"'\n\r\t\0]/;

/** Bold words where there is no doubt that they are: whole words, with a space or the end of a clause around them. */
const bold = /(?<=^|[ (])\*\*((?=[\p{L}\p{N}\uE000])[^*]*[\p{L}\p{N}\uE001])\*\*(?=$|[ .,;:)])/u;

/** An apostrophe between two letters, which can be nothing else. */
const apostrophe = /(?<=\p{L})'(?=\p{L})/gu;

/**
 * Words of one paragraph that hold nothing of Markdown, or no more than words in bold, as nearly all do: as the parser would
 * give them, which takes much longer and has to be loaded first.
 * @param text without spaces around it
 * @returns words and words in bold in turn, beginning with words, which may be empty; undefined where it takes the parser
 */
export function plainWords(text: string): string[] | undefined {
  const turned = withApostrophes(text);
  if (signs.test(turned)) return undefined;
  if (!turned.includes('*')) return [turned];
  const parts = turned.split(bold);
  return parts.every((part, i) => i % 2 === 1 || !part.includes('*')) ? parts : undefined;
}

const lines = /^(?:[\p{L}\uE000“‘(£][^\n]*(?<!\s)(?:\n+(?=[\p{L}\uE000“‘(£])|\n*$))+$/u;

/**
 * Paragraphs of such words: every line begins with a letter, a value or a sign that begins no list, and ends with no space,
 * which would be dropped or break the line.
 * @returns the paragraphs, each as {@link plainWords} gives it; undefined where it takes the parser
 */
export function plainParagraphs(text: string): string[][] | undefined {
  if (!lines.test(text)) return undefined;
  const paragraphs: string[][] = [];
  for (const paragraph of text.trimEnd().split(/\n{2,}/)) {
    const words = plainWords(paragraph.replaceAll('\n', ' '));
    // Bold words keep a line's end apart.
    if (!words || (words.length > 1 && paragraph.includes('\n'))) return undefined;
    paragraphs.push(words);
  }
  return paragraphs;
}

/** The same text with the apostrophes of print within words, which the parser would set whatever else is there. */
export function withApostrophes(text: string): string {
  return text.includes("'") ? text.replaceAll(apostrophe, '’') : text;
}
