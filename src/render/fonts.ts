/** Fonts of a layout: which faces a paper needs, and which of its letters no face has. */

/** One `@font-face` rule with its file already put in. */
export interface Face {
  css: string;
  family: string;
  /** First and last code point of each range; empty stands for every letter. */
  ranges: readonly (readonly [number, number])[];
}

const rulePattern = /@font-face\s*\{[^}]*\}/g;

/** Takes the `@font-face` rules out of a style sheet. */
export function takeFaces(css: string): { faces: Face[]; rest: string } {
  const faces = [...css.matchAll(rulePattern)].map(([rule]): Face => ({
    css: rule,
    family: /font-family:\s*["']?([^;"']+?)["']?\s*;/.exec(rule)?.[1] ?? '',
    ranges: rangesOf(/unicode-range:\s*([^;}]+)/.exec(rule)?.[1]),
  }));
  return { faces, rest: css.replaceAll(rulePattern, '') };
}

function rangesOf(written: string | undefined): [number, number][] {
  if (written === undefined) return [];
  return written.split(',').map((part) => {
    const [from = '0', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)];
  });
}

/** Finds a letter that a face has: the engine goes through ranges much faster than a program would. */
function lettersOf({ ranges }: Face): RegExp {
  if (ranges.length === 0) return /[^]/u;
  const codes = ranges
    .map(([from, to]) => [from, Math.min(to, 0x10ffff)] as const)
    // What is no range holds no letter.
    .filter(([from, to]) => from <= to)
    .map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`);
  return new RegExp(`[${codes.join('')}]`, 'u');
}

/** The faces that a text needs, and the letters of it that no face has. */
export function facesFor(faces: readonly Face[], text: string): { css: string; lacking: string[] } {
  const letters = [...new Set(text)].filter((letter) => !/\s/.test(letter));
  const known = faces.map(lettersOf);
  const needed = faces.filter((_, i) => letters.some((letter) => known[i]?.test(letter)));
  const lacking =
    faces.length === 0 ? [] : letters.filter((letter) => !known.some((face) => face.test(letter)));
  return { css: needed.map((face) => face.css).join('\n'), lacking };
}
