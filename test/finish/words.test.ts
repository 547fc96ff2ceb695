import { expect, test } from 'vitest';
import { readPdf } from '../print/support.ts';
import { finished, open, printing, reading } from './support.ts';

const print = printing();
const read = async (body: string) => reading(await finished(await print(`<h1>A</h1>${body}`)));

test('what only the layout sets apart is read as two words', async () => {
  const number = '<span style="display:inline-block;width:12mm">1 </span>';
  expect(await read(`<p>${number}To inform</p>`)).toContain('P: 1 To inform');
  const block = '<span style="display:block">some</span> <span style="display:block">judged</span>';
  expect(await read(`<ul role="list" style="list-style:none"><li>${block}</li></ul>`)).toContain(
    'LBody: some judged',
  );
});

test('what stands close stays one word', async () => {
  expect(
    await read('<p>H<sub>2</sub>O, m<sup>2</sup>, <b>bold</b>ly, A<span>V</span>AT and (<i>so</i>)</p>'),
  ).toContain('P: H2O, m2, boldly, AVAT and (so)');
});

test('a line end is a space, but not within a word', async () => {
  const narrow = (words: string) => `<p style="width:24mm">${words}</p>`;
  expect(await read(narrow('assessment framework'))).toContain('P: assessment framework');
  expect(await read(narrow('2002/2003 – department of'))).toContain('P: 2002/2003 – department of');
  expect(await read(narrow('well-cared-for looked-after'))).toContain('P: well-cared-for looked-after');
});

test('the spaces are in the file, and nothing that is seen moves', async () => {
  const printed = await print('<h1>A</h1><p style="width:24mm">assessment framework</p>');
  const [before, after] = [await readPdf(printed), await readPdf(await finished(printed))];
  expect(before.texts.join('').replace(/\s+/g, ' ')).toBe(after.texts.join('').replace(/\s+/g, ' '));
  const { content } = await open(await finished(printed));
  const drawn = content.pages.flatMap(({ layers }) => layers.flatMap(({ drawings }) => drawings));
  expect(drawn.map(({ text }) => text)).toContain('assessment ');
});
