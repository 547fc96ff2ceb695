/**
 * How much room words take. Nothing is laid out yet when a chart is drawn, so that widths come from a table:
 * those of Arimo, which are Arial's and Helvetica's, regular or bold, whichever is wider.
 */

/** Of all text in charts, in pixels: 10.5 pt in print. */
export const size = 14;
/** From one baseline to the next. */
export const lineHeight = 17;
/** The first baseline: letters stand wholly below the upper edge, or a picture would reach into the page before. */
export const firstBaseline = 13;
/** Of the height of a line, the part above the baseline that capitals and digits take. */
export const capHeight = 10;

/** Letters by their width in thousandths of the size. */
const widths: Readonly<Record<number, string>> = {
  280: " \u00a0,./\\Iijl|'‘’",
  335: '!():;[]`ft-·¨´',
  390: '*r{}°',
  500: 'z“”"',
  556: '0123456789#$J_aceksvxy€£§«»–',
  611: '+<=>^~−×?FLTZbdghnopquß¿',
  667: 'EPSVXY',
  722: '&ABCDHKNRUŋ',
  778: 'GOQwØ',
  833: 'M',
  889: '%mæ',
  944: 'Wœ',
};
const widthOfLetter = new Map(
  Object.entries(widths).flatMap(([width, letters]) =>
    Array.from(letters).map((letter) => [letter, Number(width)]),
  ),
);
/** Of a letter that the table does not have: as wide as it is high. */
const widest = 1000;

/** The room that words take at most, in pixels. */
export function widthOf(text: string): number {
  // A letter is as wide without its accent.
  const letters = Array.from(text.normalize('NFD').replaceAll(/\p{M}/gu, ''));
  return letters.reduce((sum, letter) => sum + (widthOfLetter.get(letter) ?? widest), 0) * (size / 1000);
}

/**
 * Words in lines no wider than `width`. A word that is wider is broken; what goes beyond the last line ends
 * in an ellipsis.
 */
export function wrap(text: string, width: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => pieces(one, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= mostLines) return lines;
  const kept = lines.slice(0, mostLines);
  return [...kept.slice(0, -1), shortened(kept.at(-1) ?? '', width)];
}

function pieces(word: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

function shortened(line: string, width: number): string {
  let kept = Array.from(line);
  while (kept.length > 0 && widthOf(`${kept.join('')}…`) > width) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}
