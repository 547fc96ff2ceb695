import { degrees, PDFDict, PDFDocument, PDFName, PDFNumber, StandardFonts } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { describePdf } from '../../src/finish/describe.ts';
import { layOver } from '../../src/finish/overlay.ts';
import { bytesOf } from '../../src/finish/objects.ts';
import { pageRefs } from '../../src/finish/pages.ts';
import { readPdf } from '../../src/finish/read.ts';
import { save } from '../../src/finish/save.ts';
import { finished, open, printing } from './support.ts';

const print = printing();

/** One sheet of this size, in points, for each stamp, with its words near the lower left corner. */
async function stamps(
  sheets: readonly { width: number; height: number; words: string }[],
): Promise<Uint8Array> {
  const css = sheets.map(
    (
      { width, height },
      n,
    ) => `@page s${n} { size: ${width}pt ${height}pt; margin: 0; @bottom-right { content: none } }
      .s${n} { page: s${n}; height: ${height - 1}pt; position: relative }`,
  );
  const body = sheets.map(
    ({ words }, n) => `<div class="s${n}">
      <p lang="en-GB-x-footer" style="position:absolute;left:20pt;bottom:10pt;margin:0;background:#fff">${words}</p>
      <p lang="en-GB-x-watermark" style="position:absolute;left:90pt;top:90pt;font-size:60pt;opacity:.2">DRAFT</p>
      <p style="position:absolute;left:5pt;top:40pt">17</p></div>`,
  );
  return print(body.join(''), `body { margin: 0 } ${css.join('\n')}`);
}

const a4 = { width: 595.28, height: 841.89 };

interface Item {
  str: string;
  transform: number[];
}

function isItem(item: unknown): item is Item {
  return typeof item === 'object' && item !== null && 'str' in item && 'transform' in item;
}

/** Where words stand as they are seen: from the left and from the foot of the page, turned, in points. */
async function placesOf(pdf: Uint8Array, words: string): Promise<{ left: number; foot: number }[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await task.promise;
  const places: { left: number; foot: number }[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const view = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const found = (items as unknown[]).filter(isItem).filter(({ str }) => str.includes(words));
    for (const { transform } of found) {
      const [x, y] = view.convertToViewportPoint(transform[4] ?? 0, transform[5] ?? 0) as [number, number];
      places.push({ left: Math.round(x), foot: Math.round(view.height - y) });
    }
  }
  await task.destroy();
  return places;
}

test('what is laid over a paper is drawn and not read', async () => {
  const paper = await print(
    '<main><h1>A paper</h1><p>First</p><p style="break-before:page">Second</p></main>',
  );
  const over = await stamps(['Page 1 of 2', 'Page 2 of 2'].map((words) => ({ ...a4, words })));
  const plain = await describePdf(await finished(paper));
  const pdf = await finished(paper, { stamps: over });
  const stamped = await describePdf(pdf);
  expect(stamped.reading).toEqual(plain.reading);
  expect(stamped.claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
  expect(stamped.unread.filter((line) => line.includes('of 2'))).toHaveLength(2);
  const { content } = await open(pdf);
  const belongs = content.pages.flatMap(({ layers }) =>
    layers.flatMap(({ drawings }) => drawings.map((drawing) => drawing.belongs)),
  );
  expect(belongs).not.toContain(undefined);
  expect(await placesOf(pdf, 'of 2')).toHaveLength(2);
  expect(await finished(paper, { stamps: over })).toEqual(pdf);
});

test('the kinds of decoration are told apart', async () => {
  const pdf = await finished(await print('<main><h1>A paper</h1></main>'), {
    stamps: await stamps([{ ...a4, words: 'Page 1' }]),
  });
  const { context } = await open(pdf);
  const streams = context.enumerateIndirectObjects().map(([, object]) => {
    try {
      return Buffer.from(bytesOf(context, object) ?? []).toString('latin1');
    } catch {
      return '';
    }
  });
  const marks = streams.flatMap((stream) => stream.match(/\/Artifact <<[^>]*>> ?BDC/g) ?? []);
  for (const kind of ['Footer', 'Watermark'])
    expect(marks).toContain(`/Artifact <</Type /Pagination /Subtype /${kind}>> BDC`);
  // What the form draws has no numbers of its own, so nothing of its tags is left.
  const forms = streams.filter((stream) => stream.includes('/Watermark'));
  expect(forms.join('\n')).not.toContain('MCID');
});

test('a stamp stands at the visible foot of turned, cut, enlarged and unbalanced pages', async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const sizes = [0, 90, 180, 270].map((turn) => {
    const page = document.addPage([700, 500]);
    page.setCropBox(50, 30, 600, 400);
    page.setRotation(degrees(turn));
    page.drawText('Body', { x: 100, y: 100, font, size: 12 });
    return turn % 180 === 0 ? { width: 600, height: 400 } : { width: 400, height: 600 };
  });
  document.addPage([300, 200]).node.set(PDFName.of('UserUnit'), PDFNumber.of(2));
  for (const left of ['.5 0 0 .5 9 9 cm q q', 'Q Q 3 0 0 3 0 0 cm', '/Span BMC BT 2 0 0 2 50 50 Tm']) {
    const content = document.context.register(document.context.stream(left));
    document.addPage([600, 400]).node.set(PDFName.of('Contents'), content);
  }
  const bytes = await document.save();
  const over = await stamps(
    [...sizes, ...Array.from({ length: 4 }, () => ({ width: 600, height: 400 }))].map((size) => ({
      ...size,
      words: 'Page',
    })),
  );
  const context = await readPdf(bytes);
  const pages = pageRefs(context, context.lookup(context.trailerInfo.Root, PDFDict));
  await layOver(context, pages, over);
  const places = await placesOf(save(context), 'Page');
  expect(places).toHaveLength(8);
  for (const { left, foot } of places) {
    expect(left).toBe(20);
    expect(foot).toBeGreaterThan(10);
    expect(foot).toBeLessThan(25);
  }
});

test('a PDF with another number of pages is not laid over', async () => {
  const context = await readPdf(await print('<h1>A paper</h1>'));
  const pages = pageRefs(context, context.lookup(context.trailerInfo.Root, PDFDict));
  const two = await stamps([a4, a4].map((size) => ({ ...size, words: 'Page' })));
  await expect(layOver(context, pages, two)).rejects.toThrow('there are 2 pages to lay over 1');
});
