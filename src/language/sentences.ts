import { isPlain, letterPattern } from './letters.ts';

/** A stretch of a text, without white space around it. */
export interface Span {
  from: number;
  to: number;
}

/** After these a sentence goes on, whatever the next word begins with. */
const goesOn =
  /(?:^|[\s(“‘"'])(?:e\.g|i\.e|cf|viz|Cllrs?|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sir|St|Sec|[Pp]aras?|pp?|[Aa]rt|[Rr]egs?|ss?|Sch|vs?|[Aa]pprox|[Ii]ncl|[Dd]ept)\.\s*$/;
/** After these it goes on where a number follows. */
const goesOnToNumber = /(?:^|[\s(])(?:[Nn]os?|[Vv]ols?|[Cc]h|[Ff]igs?)\.\s*$/;
/** Somebody’s initial: “J. Smith”; but “Appendix B. The …” ends a sentence. */
const initial = letterPattern(
  String.raw`(?:^|[\s(.])(?<!\b(?:Annex|Appendix|Band|Class|Grade|Option|Paper|Part|Schedule|Table)\s)[\p{Lu}]\.\s*$`,
);
const capital = letterPattern(String.raw`^[\p{Lu}]`);

/** The sentences of a text. Abbreviations and numbers with points in them end none. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const to of endsIn(text)) {
    const soFar = text.slice(from, to);
    if (to < text.length && goesOnAfter(soFar, text.slice(to))) continue;
    spans.push(trimmed(text, { from, to }));
    from = to;
  }
  return spans.filter((span) => span.to > span.from);
}

/** Whether a sentence goes on after what could be its end. */
function goesOnAfter(soFar: string, next: string): boolean {
  if (!soFar.trimEnd().endsWith('.')) return false;
  return (
    goesOn.test(soFar) ||
    (/^\d/.test(next) && goesOnToNumber.test(soFar)) ||
    (capital(next).test(next) && initial(soFar).test(soFar))
  );
}

/** Where sentences can end, and where the text does: by the rules of Unicode (UAX #29), which know no abbreviations. */
function endsIn(text: string): number[] {
  return (isPlain(text) ? endsInPlain(text) : undefined) ?? endsInAny(text);
}

let segmenter: Intl.Segmenter | undefined;

function endsInAny(text: string): number[] {
  // Made when it is needed: it loads the tables of all languages.
  segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'sentence' });
  return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);
}

/** The end of a line, or a full stop with all that belongs to it: what closes, then blanks, then the end of the line. */
const stop = /\n|[.!?]["'()[\]{}‘’“”]*[\t \u00a0]*\n?/g;

/**
 * {@link endsIn} for plain text, of which the rules are short. They are called by their names in UAX #29.
 * @returns undefined where they are different in different years: before a semicolon
 */
function endsInPlain(text: string): number[] | undefined {
  const ends: number[] = [];
  for (const { 0: found, index } of text.matchAll(stop)) {
    const end = index + found.length;
    const next = text.charAt(end);
    if (next === '' || found.endsWith('\n')) {
      // SB4: the end of a line.
    } else if (next === ';') {
      return undefined;
    } else if (/[,\-:–—.!?]/.test(next)) {
      continue; // SB8a
    } else if (found.startsWith('.')) {
      if (found === '.' && /\d/.test(next)) continue; // SB6: 4.5
      if (found === '.' && /[A-Z]/.test(next) && /[A-Za-z]/.test(text.charAt(index - 1))) continue; // SB7: U.S.
      if (/^[^A-Za-z\n.!?]*[a-z]/.test(text.slice(end))) continue; // SB8: etc. and
    }
    ends.push(end);
  }
  if (text !== '' && ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
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

const word = letterPattern(String.raw`[\p{L}\p{N}]\S*`, 'g');

/** How many words a text has: what stands between blanks and is more than a dash. */
export function countWords(text: string): number {
  return text.match(word(text))?.length ?? 0;
}

function trimmed(text: string, { from, to }: Span): Span {
  const inside = text.slice(from, to);
  return { from: to - inside.trimStart().length, to: from + inside.trimEnd().length };
}
