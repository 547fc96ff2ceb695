import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { save } from '../../src/finish/save.ts';
import { aFinishing, open, printing, refusals } from './support.ts';
import { finishPdf } from '../../src/finish/finish.ts';

const print = printing();
const refused = async (body: string) => refusals(await print(body));

test('a picture without an alternative', async () => {
  const chart = '<svg role="img" width="50" height="20"><rect width="50" height="9"/></svg>';
  expect(await refused(`<h1>A</h1><h2>Charts</h2><p>x</p>${chart}`)).toEqual([
    'finish/figure-without-alternative: A picture on page 1, under “Charts”, has no alternative text.',
  ]);
  const labels = '<svg width="50" height="20"><rect width="50" height="9"/><text y="9">38%</text></svg>';
  expect(await refused(`<h1>A</h1><figure>${labels}<figcaption>Figure 1</figcaption></figure>`)).toEqual([
    'finish/figure-without-alternative: A picture on page 1, under “A”, has no alternative text.',
  ]);
});

test('a heading level left out', async () => {
  expect(await refused('<h1>A</h1><h2>B</h2><h4>C</h4><h3>D</h3><h2>E</h2>')).toEqual([
    'finish/skipped-heading: The heading “C” on page 1 is of level 4 and follows “B”, which is of level 2.',
  ]);
  expect(await refused('<h2>B</h2>')).toEqual([
    'finish/skipped-heading: The first heading, “B”, is of level 2; a paper starts with level 1.',
  ]);
});

test('a character that no font has', async () => {
  expect(await refused('<h1>A</h1><p>Rated ☃ by all</p>')).toEqual([
    expect.stringMatching(
      /^finish\/missing-character: One character on page 1 \(.+\) could not be drawn in any font\.$/,
    ),
  ]);
});

test('a link that is not read', async () => {
  expect(
    await refused('<h1>A</h1><p>x <span aria-hidden="true"><a href="https://example.org/">→</a></span></p>'),
  ).toEqual(
    expect.arrayContaining([
      'finish/untagged: A link on page 1 to https://example.org/ is not part of what a screen reader says.',
    ]),
  );
});

test('a font that is not in the file', async () => {
  const opened = await open(await print('<h1>A</h1><p>Text</p>'));
  for (const [, object] of opened.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict) object.delete(PDFName.of('FontFile2'));
  }
  expect(await refusals(save(opened.context))).toEqual([
    'finish/unembedded-font: The font Arimo-Bold is not embedded in the PDF.',
    'finish/unembedded-font: The font Arimo-Regular is not embedded in the PDF.',
  ]);
});

test('a file without tags', async () => {
  const opened = await open(await print('<h1>A</h1>'));
  opened.catalog.delete(PDFName.of('StructTreeRoot'));
  expect(await refusals(save(opened.context))).toEqual([
    'finish/untagged: The PDF has no tags at all, so a screen reader has no order to read it in.',
  ]);
});

test('a file that is none, or half of one', async () => {
  const pdf = await print('<h1>A</h1><p>Text</p>');
  for (const bytes of [Buffer.from('no PDF'), new Uint8Array(), pdf.subarray(0, pdf.length / 2)]) {
    const { value, diagnostics } = await finishPdf(bytes, aFinishing);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['finish/damaged']);
    expect(diagnostics[0]?.message).not.toMatch(/\n| at /);
  }
});

test('all of it at once, and none of it where nothing is claimed', async () => {
  const pdf = await print(
    '<h1>A</h1><h3>B</h3><svg role="img" width="9" height="9"><rect width="9" height="9"/></svg>',
  );
  expect((await refusals(pdf)).length).toBe(2);
  const { value, diagnostics } = await finishPdf(pdf, { ...aFinishing, claim: false });
  expect(value).toBeDefined();
  expect(diagnostics).toEqual([]);
});
