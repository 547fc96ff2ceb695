/** A change to a text: what stands between two offsets gives way to something else. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** Carries edits out. Those at the same place follow one another as given; everything else stays as it is. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let [made, at] = ['', 0];
  for (const { from, to, text: instead } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    made += text.slice(at, from) + instead;
    at = to;
  }
  return made + text.slice(at);
}

/** Where the line ends that an offset stands in: after its line break, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** How far an offset stands from the beginning of its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Where the line begins that an offset stands in. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}
