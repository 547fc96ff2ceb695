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

function has(face: Face, letter: number): boolean {
  return face.ranges.length === 0 || face.ranges.some(([from, to]) => letter >= from && letter <= to);
}

/** The faces that a text needs, and the letters of it that no face has. */
export function facesFor(faces: readonly Face[], text: string): { css: string; lacking: string[] } {
  const letters = [...new Set(text)].filter((letter) => !/\s/.test(letter));
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0);
  const needed = faces.filter((face) => codes.some((code) => has(face, code)));
  const lacking =
    faces.length === 0 ? [] : letters.filter((_, i) => !faces.some((face) => has(face, codes[i] ?? 0)));
  return { css: needed.map((face) => face.css).join('\n'), lacking };
}
