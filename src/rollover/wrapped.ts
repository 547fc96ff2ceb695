/** Longer than this, a line of a record is hard to read in an editor. */
export const widest = 118;

/** Words as lines that each begin in the same way. */
export function wrapped(text: string, head: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && head.length + line.length + 1 + word.length > widest) {
      lines.push(head + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, head + line];
}
