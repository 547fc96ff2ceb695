import type { Layer } from './pages.ts';
import type { Drawing } from './drawing.ts';
import type { ShownContent } from './shown.ts';
import { inlineTypes, type Kid, type Tag } from './tree.ts';

/** Something to be put into a content stream. */
export interface Insertion {
  at: number;
  text: string;
}

/**
 * A browser draws no space where a line ends, nor where style sets words apart, as it does a paragraph's
 * number. Those who see the page see two words; those who hear it, or copy from it, get one (ISO 32000-1,
 * 14.8.2.5). Draws the space, which cannot be seen: it stands where a gap is already.
 */
export function separateWords(document: Tag, shown: ShownContent): Map<Layer, Insertion[]> {
  const insertions = new Map<Layer, Insertion[]>();
  for (const line of linesIn(document)) {
    // Underlines and frames come in between.
    const drawings = shown.drawingsOf(line).filter(({ drawing }) => drawing.text !== '');
    for (let index = 0; index + 1 < drawings.length; index++) {
      const here = drawings[index];
      const next = drawings[index + 1];
      if (!here || !next) continue;
      const { drawing, layer } = here;
      const { tail } = drawing;
      if (tail?.space === undefined || !breaksWord(drawing, next.drawing)) continue;
      const before = insertions.get(layer);
      const insertion = { at: tail.at, text: tail.space };
      if (before) before.push(insertion);
      else insertions.set(layer, [insertion]);
      drawing.text += ' ';
    }
  }
  return insertions;
}

/** What drawings say, one after the other. */
export function wordsOf(drawings: readonly Drawing[]): string {
  let text = '';
  let before: Drawing | undefined;
  for (const drawing of drawings) {
    // Underlines and frames come in between.
    if (drawing.text === '') continue;
    text += (before && breaksWord(before, drawing) ? ' ' : '') + drawing.text;
    before = drawing;
  }
  return text.replace(/\s+/g, ' ');
}

/** Whether a new word starts between two drawings, though neither says so. */
function breaksWord(before: Drawing, after: Drawing): boolean {
  if (/[\s\u00ad]$/.test(before.text) || /^\s/.test(after.text)) return false;
  if (!before.line || !after.line) return false;
  const size = Math.max(before.line.size, after.line.size);
  const gap = after.line.start.x - before.line.end.x;
  const drop = Math.abs(after.line.start.y - before.line.end.y);
  const isNewLine = drop > 0.7 * size || gap < -0.5 * size;
  // A word that is set with a hyphen goes on after it.
  // In two steps, since a pattern of all letters takes long to set up.
  if (isNewLine) return !(/[-\u2010]$/.test(before.text) && /[\p{L}\p{N}].$/u.test(before.text));
  return gap > 0.15 * size;
}

/** What runs on in one line of text, block by block. */
function linesIn(block: Tag, into: Kid[][] = []): Kid[][] {
  let line: Kid[] = [];
  const endLine = () => {
    if (line.length > 0) into.push(line);
    line = [];
  };
  for (const kid of block.kids) {
    if (kid.kind !== 'tag' || inlineTypes.has(kid.type)) {
      line.push(kid);
    } else {
      endLine();
      linesIn(kid, into);
    }
  }
  endLine();
  return into;
}
