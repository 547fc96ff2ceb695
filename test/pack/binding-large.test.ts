import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { describePdf } from '../../src/finish/describe.ts';
import { openPrinter } from '../../src/print/printer.ts';
import { printWith } from '../finish/support.ts';
import { worldWith } from '../print/support.ts';
import { bound, foreign, fromElsewhere, noMargins, own, stamper } from './binding-support.ts';

interface Outline {
  title: string;
  dest: unknown;
}

test('on more than 300 pages the number stamped, the label, the bookmark and the page are one', async () => {
  await using printer = openPrinter(worldWith());
  const pages = (n: number, of: number): string =>
    Array.from(
      { length: of },
      (_, page) => `<p style="break-before:page">Item ${n}, sheet ${page + 1}</p>`,
    ).join('');
  const parts = [];
  for (let n = 1; n <= 30; n++) {
    const body = `<main><h1>Report ${n}</h1>${pages(n, 9 + (n % 3))}</main>`;
    parts.push(own(`item-${n}`, `${n}. Report ${n}`, await printWith(printer, body, noMargins)));
  }
  parts.splice(12, 0, foreign('appendix', 'Appendix A', await fromElsewhere()));
  const pack = await bound(parts, { stamps: stamper(printer), firstPage: 12 });

  const task = getDocument({ data: Uint8Array.from(pack.pdf), verbosity: 0 });
  const document = await task.promise;
  expect(document.numPages).toBeGreaterThan(300);
  const labels = await document.getPageLabels();
  const stamped: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    stamped.push(...(text.match(/Page \d+/g) ?? []));
  }
  const numbers = Array.from({ length: document.numPages }, (_, index) => String(index + 12));
  expect(labels).toEqual(numbers);
  expect(stamped).toEqual(numbers.map((number) => `Page ${number}`));

  const outline = (await document.getOutline()) as Outline[];
  expect(outline.map(({ title }) => title)).toEqual(parts.map(({ bookmark }) => bookmark));
  let next = 12;
  for (const [index, { dest }] of outline.entries()) {
    const span = pack.pages.get(parts[index]?.id ?? '');
    const [page] = Array.isArray(dest) ? (dest as Parameters<typeof document.getPageIndex>) : [];
    if (page === undefined || span === undefined) throw new Error('a bookmark leads nowhere');
    expect((await document.getPageIndex(page)) + 12).toBe(span.first);
    expect(span.first).toBe(next);
    next = span.last + 1;
  }
  await task.destroy();

  const { reading, unread } = await describePdf(pack.pdf);
  expect(reading.join('\n')).not.toMatch(/Page \d/);
  expect(reading.filter((line) => line.includes('sheet'))).toHaveLength(document.numPages - 30 - 5);
  expect(unread.filter((line) => /Page \d+$/.test(line))).toHaveLength(document.numPages);
});
