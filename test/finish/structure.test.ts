import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { dictionaries, finished, open, printing, reading, refIn } from './support.ts';

const print = printing();
const read = async (body: string) => reading(await finished(await print(`<h1>A</h1>${body}`)));
const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('list items have a label and a body, and lists nest in the body', async () => {
  expect(
    await read(
      '<ul><li>One <b>b</b></li><li>Two<ol><li>Deep</li></ol></li></ul><ol role="list" style="list-style:none"><li>Bare</li></ol>',
    ),
  ).toBe(`H1: A
L (Disc)
  LI
    Lbl: •
    LBody: One b
  LI
    Lbl: •
    LBody
      P: Two
      L (Decimal)
        LI
          Lbl: 1.
          LBody: Deep
L
  LI
    LBody: Bare`);
});

test('a figure around a picture is a group, and the picture has the alternative', async () => {
  const chart =
    '<svg role="img" aria-label="38% in 2003" width="50" height="20"><rect width="50" height="9"/></svg>';
  expect(
    await read(
      `<figure>${chart}<figcaption>Figure 1</figcaption></figure><p>In <img alt="a dot" src="${dot}"> line</p><p><img alt="" src="${dot}">x</p>`,
    ),
  ).toBe(`H1: A
Div
  Figure (alternative “38% in 2003”)
  Caption: Figure 1
P
  In
  Figure (alternative “a dot”)
  line
P: x`);
});

test('a picture says where on the page it stands', async () => {
  const drawn =
    '<svg role="img" aria-label="x" width="40" height="20" style="display:block"><rect width="40" height="20"/></svg>';
  const file = await open(
    await finished(
      await print(
        `<h1 style="margin:0;font-size:20px;line-height:40px">A</h1>${drawn}`,
        'body { margin: 0 }',
      ),
    ),
  );
  const [figure] = dictionaries(file, 'S', 'Figure');
  const box = figure?.lookup(PDFName.of('A'), PDFDict).lookup(PDFName.of('BBox'), PDFArray);
  const [left, bottom, right, top] = (box?.asArray() ?? []).map((side) => Number(side.toString()));
  // 25 mm from the left, 25 mm and a heading of 40 px from the top of A4; 40 by 20 px are 30 by 15 pt.
  expect([left, right, top, bottom].map((side) => Math.round(side ?? 0))).toEqual([71, 101, 741, 726]);
});

test('sections, asides, quotations and loose text have tags of their own', async () => {
  expect(
    await read(
      '<section><h2>S</h2><p>s</p></section><aside><p>a</p></aside><blockquote><p>q</p></blockquote><div>loose <q>words</q><p>p</p></div><dl><dt>T</dt><dd>D</dd></dl>',
    ),
  ).toBe(`H1: A
Sect
  H2: S
  P: s
Aside
  P: a
BlockQuote
  P: q
P: loose words
P: p
L
  LI
    Lbl: T
    LBody: D`);
});

test('types that PDF 1.7 does not know are mapped, and nothing is without a type', async () => {
  const file = await open(
    await finished(await print('<h1>A</h1><p><strong>b</strong> <em>i</em></p><aside><p>c</p></aside>')),
  );
  const root = file.context.lookup(file.catalog.get(PDFName.of('StructTreeRoot')), PDFDict);
  expect(root.lookup(PDFName.of('RoleMap'), PDFDict).toString().replace(/\s+/g, ' ')).toBe(
    '<< /Aside /Sect /Em /Span /Strong /Span >>',
  );
  expect(dictionaries(file, 'S', 'NonStruct')).toEqual([]);
});

test('a link says where it leads, over a line end too, and stands in the reading order', async () => {
  const long = 'a link that is so long that it has to go over the end of the line, and then some words more';
  const pdf = await finished(
    await print(
      `<h1 id="top">A</h1><p>See <a href="#top">${long}</a>, <a href="mailto:a@b.example"><img alt="Write" src="${dot}"></a> and <a href="https://example.org/" role="doc-noteref">1</a></p>`,
    ),
  );
  expect(await reading(pdf)).toContain(`{Link (to #top as “${long}”): ${long}}`);
  expect(await reading(pdf)).toContain('{Link (to https://example.org/ as “1”): 1}');
  const file = await open(pdf);
  const links = dictionaries(file, 'Subtype', 'Link');
  expect(links.length).toBeGreaterThanOrEqual(4);
  for (const link of links) {
    expect(link.get(PDFName.of('F'))).toEqual(PDFNumber.of(4));
    expect(link.has(PDFName.of('Contents'))).toBe(true);
    expect(link.has(PDFName.of('StructParent'))).toBe(true);
  }
  expect(dictionaries(file, 'Type', 'Page').map((page) => page.get(PDFName.of('Tabs')))).toEqual([
    PDFName.of('S'),
  ]);
});

test('every piece of content leads back to its tag', async () => {
  const file = await open(
    await finished(
      await print('<h1>A</h1><p>One</p><p style="opacity:.5">Two</p><p style="break-before:page">Three</p>'),
    ),
  );
  const { context, catalog, content } = file;
  const root = context.lookup(catalog.get(PDFName.of('StructTreeRoot')), PDFDict);
  const places = root.lookup(PDFName.of('ParentTree'), PDFDict).toString();
  for (const { node, layers } of content.pages) {
    for (const { marks, form } of layers) {
      const ids = marks.map(({ id }) => id);
      if (ids.length === 0) continue;
      const stream = form ? context.lookup(form) : undefined;
      const holder = stream && 'dict' in stream && stream.dict instanceof PDFDict ? stream.dict : node;
      expect(places).toContain(`${holder.lookup(PDFName.of('StructParents'), PDFNumber).asNumber()} `);
    }
  }
  expect(dictionaries(file, 'S', 'P').every((tag) => refIn(tag, 'P') !== undefined)).toBe(true);
});
