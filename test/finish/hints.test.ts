import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveHints } from '../../src/finish/give-hints.ts';
import { openBrowser } from '../support/browser.ts';
import { head } from '../print/support.ts';
import { finished, reading } from './support.ts';

let opened: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  opened = await openBrowser();
});
afterAll(() => opened.close());

async function read(body: string): Promise<string> {
  const page = await opened.browser.newPage();
  await page.setContent(
    `<!DOCTYPE html><html lang="en-GB"><head>${head}</head><body><h1>A</h1>${body}</body></html>`,
  );
  await page.evaluate(`${giveHints}()`);
  const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
  await page.close();
  return (await reading(await finished(pdf))).replace('H1: A\n', '');
}

test('words of another language say so, wherever they stand', async () => {
  expect(
    await read(
      '<p><span lang="cy">Cymraeg</span>, <i lang="fr">bien</i>, <span lang="en-GB">English</span></p><p lang="cy">Un <b lang="en-GB">two</b></p>',
    ),
  ).toBe(`P: {Span (language cy): Cymraeg}, {Span (language fr): bien}, English
P (language cy): Un {Span (language en-GB): two}`);
});

test('an abbreviation says what it is short for', async () => {
  expect(
    await read('<p>The <abbr title="Social Services Inspectorate – Arolygiaeth Ŵ">SSI</abbr> says</p>'),
  ).toBe('P: The {Span (short for “Social Services Inspectorate – Arolygiaeth Ŵ”): SSI} says');
});

test('terms with their definitions are a list', async () => {
  expect(
    await read(
      '<dl><dt>Star</dt><dd>A rating</dd><div><dt>Some</dt><dt>Most</dt><dd><p>One</p><p>Two</p></dd></div></dl>',
    ),
  ).toBe(`L
  LI
    Lbl: Star
    LBody: A rating
  LI
    Lbl: Some
    Lbl: Most
    LBody
      P: One
      P: Two`);
});

test('notes and contents are what they are', async () => {
  expect(
    await read(
      '<nav role="doc-toc"><ol><li><a href="#b">B</a><ol><li><a href="#c">C</a></li></ol></li></ol></nav><h2 id="b">B</h2><h3 id="c">C</h3><div role="doc-footnote"><p>A note</p></div>',
    ),
  ).toBe(`TOC
  TOCI
    Lbl: 1.
    {Reference: {Link (to #b as “B”): B}}
    TOC
      TOCI
        Lbl: 1.
        {Reference: {Link (to #c as “C”): C}}
H2: B
H3: C
Note
  P: A note`);
});
