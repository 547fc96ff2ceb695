import type { Dictionary, Letters, Opening, Operand, Operation } from './operands.ts';

/**
 * The forms in which browsers write most of a page's content. A stream is read once, by code that has not run before,
 * where a pattern takes a fraction of the time of a loop over characters; whatever has another form is for loops.
 */

/** Numbers and an operator without figures in its name: `1 0 0 -1 94 61 cm`. */
const plainOperation = /((?:-?[\d.]+ ){0,6})([A-Za-z]+\*?)(?=[ \n])/y;
/** Words that look like operators. */
const otherWords = new Set(['true', 'false', 'null', 'BI']);
/** `/P <</MCID 3 >>BDC` */
const plainMark = /\/(\w+) <<\/MCID (\d+) ?>> ?BDC(?=[ \n])/y;
/** Choices of a colour, and of how to paint: `0 .5 1 rg`, `/G3 gs`. */
const colours = /(?:(?:[\d.]+ [\d.]+ [\d.]+ (?:RG|rg)|\/\w+ gs)[ \n]+){1,100}/y;
const opening =
  /BT\n\/(\w+) ([\d.]+) Tf\n(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) Tm\n<([\dA-F]{2,4000})> Tj\n(ET(?=[ \n]))?/y;
/** So many at a time, since a pattern that goes on for long takes memory. */
const letters = /(?:-?[\d.]+ -?[\d.]+ Td <[\dA-F]{4}> Tj\n){1,500}/y;

/** An operation in one of the forms that most have. */
export function plainOperationAt(text: string, start: number): Operation | undefined {
  if (text.charAt(start) === '/') {
    plainMark.lastIndex = start;
    const mark = plainMark.exec(text);
    if (!mark) return undefined;
    const properties: Dictionary = new Map().set('MCID', Number(mark[2]));
    const operands: Operand[] = [{ name: mark[1] ?? '' }, properties];
    return { operator: 'BDC', operands, start, end: plainMark.lastIndex };
  }
  plainOperation.lastIndex = start;
  const found = plainOperation.exec(text);
  const operator = found?.[2];
  if (operator === undefined || otherWords.has(operator)) return undefined;
  const operands: number[] = [];
  const numbers = found?.[1] ?? '';
  if (numbers !== '') {
    const words = numbers.split(' ');
    // Behind the last space stands nothing.
    for (let i = 0; i + 1 < words.length; i++) operands.push(Number(words[i]));
  }
  return { operator, operands, start, end: plainOperation.lastIndex };
}

/** Where choices of colour are over that begin at a place. */
export function afterColours(text: string, start: number): number {
  colours.lastIndex = start;
  return colours.test(text) ? colours.lastIndex : start;
}

/** A text object that begins with a font, a place and some text; with `end` where nothing follows in it. */
export function openingAt(text: string, start: number): Opening | undefined {
  if (!text.startsWith('BT\n', start)) return undefined;
  opening.lastIndex = start;
  const found = opening.exec(text);
  const digits = found?.[9] ?? '';
  if (!found || digits.length % 2 !== 0) return undefined;
  const isOver = found[10] !== undefined;
  const end = opening.lastIndex;
  // `\n` stands behind Tj, and `ET` where the text object is over.
  const showEnd = isOver ? end - 3 : end - 1;
  return {
    font: found[1] ?? '',
    size: Number(found[2]),
    matrix: [
      Number(found[3]),
      Number(found[4]),
      Number(found[5]),
      Number(found[6]),
      Number(found[7]),
      Number(found[8]),
    ],
    digits,
    start,
    // `<`, the digits, `> Tj`
    showStart: showEnd - digits.length - 5,
    showEnd,
    end: isOver ? end : undefined,
  };
}

/** Letters each of which is moved to and shown; a line's end follows. */
export function lettersAt(text: string, start: number): Letters | undefined {
  letters.lastIndex = start;
  if (!letters.test(text)) return undefined;
  const end = letters.lastIndex;
  return { source: text.slice(start, end), start, end: end - 1 };
}
