/** A stretch of a text, without white space around it. */
export interface Span {
  from: number;
  to: number;
}

let segmenter: Intl.Segmenter | undefined;

/** After these a sentence goes on, whatever the next word begins with. */
const goesOn =
  /(?:^|[\s(“‘"'])(?:e\.g|i\.e|cf|viz|Cllrs?|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sir|St|Sec|[Pp]aras?|pp?|[Aa]rt|[Rr]egs?|ss?|Sch|vs?|[Aa]pprox|[Ii]ncl|[Dd]ept)\.\s*$/;
/** After these it goes on where a number follows. */
const goesOnToNumber = /(?:^|[\s(])(?:[Nn]os?|[Vv]ols?|[Cc]h|[Ff]igs?)\.\s*$/;
/** Somebody's initial: “J. Smith”; but “Appendix B. The …” ends a sentence. */
const initial =
  /(?:^|[\s(.])(?<!\b(?:Annex|Appendix|Band|Class|Grade|Option|Paper|Part|Schedule|Table)\s)\p{Lu}\.\s*$/u;

/** The sentences of a text. Abbreviations and numbers with points in them end none. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let open = false;
  // Made when it is needed: it loads the tables of all languages.
  segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'sentence' });
  for (const { segment, index } of segmenter.segment(text)) {
    const last = spans.at(-1);
    const to = index + segment.length;
    if (open && last) last.to = to;
    else spans.push({ from: index, to });
    const so_far = text.slice(spans.at(-1)?.from ?? 0, to);
    const next = text.slice(to);
    open =
      goesOn.test(so_far) ||
      (goesOnToNumber.test(so_far) && /^\d/.test(next)) ||
      (initial.test(so_far) && /^\p{Lu}/u.test(next));
  }
  return spans.map((span) => trimmed(text, span)).filter(({ from, to }) => to > from);
}

/** The parts of a sentence that semicolons set apart, each of which can be read by itself. */
export function partsOf(text: string, { from, to }: Span): Span[] {
  const parts: Span[] = [];
  let at = from;
  for (const part of text.slice(from, to).split(';')) {
    parts.push(trimmed(text, { from: at, to: at + part.length }));
    at += part.length + 1;
  }
  return parts;
}

/** How many words a text has: what stands between blanks and is more than a dash. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

function trimmed(text: string, { from, to }: Span): Span {
  const inside = text.slice(from, to);
  return { from: to - inside.trimStart().length, to: from + inside.trimEnd().length };
}
