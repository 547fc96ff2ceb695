import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml, type Plain } from '../../src/records/read.ts';
import type { Path, Source } from '../../src/records/source.ts';

function read(text: string): { source: Source; plain: Plain } {
  const { read: made, diagnostics } = parseYaml('data/test.yaml', text);
  expect(diagnostics).toEqual([]);
  if (!made) throw new Error(`Not read:\n${text}`);
  return made;
}

function valueAt(plain: Plain, path: Path): string {
  let value: Plain | undefined = plain;
  for (const step of path) {
    if (typeof value !== 'object') break;
    value = Array.isArray(value) ? value[Number(step)] : value[String(step)];
  }
  if (typeof value !== 'string') throw new Error(`There is no text at ${path.join('.')}.`);
  return value;
}

/** Line and column of the first place where `part` stands in a text, counted without the code under test. */
function placeOf(text: string, part: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function startOf(place: { range?: { start: unknown } | undefined }): unknown {
  return place.range?.start;
}

describe('a value', () => {
  const text = [
    '# A remark.',
    'plain: some words',
    'list:',
    '  - first',
    '  - name: second',
    '    "odd name": third',
    'flow: { inside: fourth, other: [fifth, sixth] }',
    'folded: >-',
    '  seventh',
    'empty:',
    'shared: &shared { deep: eighth }',
    'again: *shared',
    '',
  ].join('\n');
  const { source } = read(text);

  it.each<[Path, string]>([
    [['plain'], 'some words'],
    [['list', 0], 'first'],
    [['list', 1], 'name: second'],
    [['list', 1, 'name'], 'second'],
    [['list', 1, 'odd name'], 'third'],
    [['flow', 'inside'], 'fourth'],
    [['flow', 'other', 1], 'sixth'],
    [['folded'], '>-'],
    [['again', 'deep'], 'eighth'],
  ])('at %j stands where it was typed', (path, part) => {
    expect(startOf(source.at(path))).toEqual(placeOf(text, part));
  });

  it('that is empty stands where its name does', () => {
    expect(startOf(source.at(['empty']))).toEqual(placeOf(text, 'empty'));
  });

  it('that is not there stands where the nearest thing around it does', () => {
    expect(startOf(source.at(['flow', 'missing', 'deeper']))).toEqual(placeOf(text, '{ inside'));
    expect(startOf(source.at(['list', 9]))).toEqual(placeOf(text, '- first'));
  });

  it('that is missing is pointed at by what it belongs to, or by the file alone', () => {
    expect(startOf(source.whereMissing(['list', 1, 'missing']))).toEqual(placeOf(text, 'name: second'));
    expect(startOf(source.whereMissing(['flow', 'missing']))).toEqual(placeOf(text, 'flow'));
    expect(source.whereMissing(['missing'])).toEqual({ file: 'data/test.yaml' });
  });

  it.each<[Path, string]>([
    [['plain'], 'plain'],
    [['list', 1, 'odd name'], '"odd name"'],
    [['flow', 'inside'], 'inside'],
    [['list', 0], 'first'],
  ])('at %j has its name where it was typed', (path, part) => {
    expect(startOf(source.keyAt(path))).toEqual(placeOf(text, part));
  });
});

describe('a part of a text', () => {
  it.each([
    ['plain', 'text: one two\n  NEEDLE four\nnext: x\n'],
    ['in single quotation marks', "text: 'it''s one ''two'' NEEDLE'\n"],
    ['in double quotation marks', 'text: "one \\"two\\" \\u2019 \\x41 \\t \\n \\\n  three \\\\ NEEDLE"\n'],
    ['folded', 'text: >-\n  one\n  two\n\n  three NEEDLE\n'],
    ['folded, with a remark beside the sign', 'text: >- # a remark\n  one NEEDLE\n'],
    ['kept by lines', 'list:\n  - a: b\ntext: |\n  one\n    NEEDLE two\n'],
    ['with the line ends of Windows', 'a: b\r\ntext: >-\r\n  one\r\n  two NEEDLE\r\n'],
    ['beside a remark', 'text: NEEDLE # NEEDLE is not here\n'],
    ['with letters beyond the first plane', 'text: "👩‍🦽 é \\U0001F600 NEEDLE"\n'],
  ])('%s is found where it was typed', (_how, text) => {
    const { source, plain } = read(text);
    const value = valueAt(plain, ['text']);
    const from = value.indexOf('NEEDLE');
    const { range } = source.inText(['text'], value, from, from + 'NEEDLE'.length);
    const start = placeOf(text, 'NEEDLE');
    expect(range).toEqual({ start, end: { ...start, column: start.column + 'NEEDLE'.length } });
  });

  /** Words with all that has to be written another way in one form of text or another. */
  const word = fc
    .array(fc.constantFrom('a', 'Z', '9', "'", '"', '\\', 'é', '’', '£', '{', '}', '😀', '.', ','), {
      minLength: 1,
      maxLength: 6,
    })
    .map((letters) => `w${letters.join('')}`);
  const words = fc.array(word, { minLength: 1, maxLength: 12 });
  const breaks = fc.infiniteStream(fc.boolean());

  /** The words one after another, on lines that break where the dice say. */
  function lines(list: readonly string[], dice: Iterator<boolean>, indent: string): string {
    return list.reduce(
      (text, w) => (text === '' ? w : `${text}${dice.next().value ? `\n${indent}` : ' '}${w}`),
      '',
    );
  }

  const forms: Record<string, (list: readonly string[], dice: Iterator<boolean>) => string> = {
    single: (list, dice) =>
      `'${lines(
        list.map((w) => w.replaceAll("'", "''")),
        dice,
        '      ',
      )}'`,
    double: (list, dice) =>
      `"${lines(
        list.map((w) => w.replaceAll(/["\\]/g, '\\$&').replaceAll('é', '\\xe9').replaceAll('’', '\\u2019')),
        dice,
        '      ',
      )}"`,
    folded: (list, dice) => `>-\n      ${lines(list, dice, '      ')}`,
    literal: (list, dice) => `|\n      ${lines(list, dice, '      ')}`,
  };

  it.each(Object.keys(forms))('%s is found wherever it stands', (form) => {
    fc.assert(
      fc.property(words, words, breaks, (before, after, dice) => {
        const written = forms[form]?.([...before, 'NEEDLE', ...after], dice[Symbol.iterator]()) ?? '';
        const text = `list:\n  - other\n  - deep:\n    - ${written}\nend: x\n`;
        const { source, plain } = read(text);
        const path: Path = ['list', 1, 'deep', 0];
        const value = valueAt(plain, path);
        const from = value.indexOf('NEEDLE');
        const { range } = source.inText(path, value, from, from + 'NEEDLE'.length);
        expect(range?.start, text).toEqual(placeOf(text, 'NEEDLE'));
        expect(range?.end.column).toBe(placeOf(text, 'NEEDLE').column + 'NEEDLE'.length);
      }),
    );
  });
});
