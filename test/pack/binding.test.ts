import { PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describePdf } from '../../src/finish/describe.ts';
import { finishPdf } from '../../src/finish/finish.ts';
import { addressInPack } from '../../src/pack/binding/links.ts';
import { bindPack } from '../../src/pack/binding/bind.ts';
import { destinationPages } from '../../src/print/destinations.ts';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { dictionaries, open, printWith } from '../finish/support.ts';
import { report, worldWith } from '../print/support.ts';
import { readPdf } from '../support/pdf.ts';
import { about, bound, noMargins, own, said, stamper } from './binding-support.ts';

let printer: Printer;
let front: Uint8Array;
let two: Uint8Array;
let three: Uint8Array;
beforeAll(async () => {
  printer = openPrinter(worldWith());
  const print = (body: string): Promise<Uint8Array> => printWith(printer, body, noMargins);
  front =
    await print(`<main><h1>Agenda</h1><p>See <a href="${addressInPack('item 2', 'reasons & more')}">the reasons</a>,
    <a href="${addressInPack('item-3')}">item 3</a> and <a href="#notes">the notes</a>.</p>
    <h2 id="notes" style="break-before:page">Notes</h2></main>`);
  two = await print(`${report('Annual review')}<h2 id="reasons & more">Reasons</h2>
    <a href="#reasons%20&%20more" hidden></a><p lang="cy">Cymru, <a href="https://example.org/">a site</a></p>
    <aside role="doc-footnote" id="notes">A note, <a href="#notes">itself</a></aside>`);
  three = await print(report('Third'));
});
afterAll(() => printer[Symbol.asyncDispose]());

const { title, author, language, date, attachments } = about;
const finishing = { title, author, language, date, attachments };

const parts = () => [
  own('front', 'Agenda', front, { headings: ['Agenda', 'Notes to the agenda'] }),
  own('item 2', '2. Annual review', two),
  own('item-3', '3. The third', three),
];

test('nothing of what is read is lost, and each part is a part of the whole', async () => {
  const pack = await bound(parts());
  const alone = await Promise.all(
    parts().map(async ({ pdf }) => {
      const { value } = await finishPdf(pdf, { ...finishing, claim: false });
      return (await describePdf(value ?? new Uint8Array())).reading.slice(1);
    }),
  );
  const { reading, claims } = await describePdf(pack.pdf);
  const expected = alone.flatMap((lines) => ['  Part', ...lines.map((line) => `  ${line}`)]);
  // Where its links lead is said elsewhere.
  const same = (lines: string[]): string[] =>
    lines.map((line) => line.replaceAll(/\(to .*? as /g, '(to … as '));
  expect(same(reading)).toEqual(same(['Document', ...expected]));
  expect(claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
  expect(pack.claims).toBe(true);
  expect(pack.diagnostics).toEqual([]);
});

test('every part says which of the pages are its own, and labels count on from the first', async () => {
  const pack = await bound(parts(), { firstPage: 301 });
  expect([...pack.pages]).toEqual([
    ['front', { first: 301, last: 302 }],
    ['item 2', { first: 303, last: 305 }],
    ['item-3', { first: 306, last: 308 }],
  ]);
  const task = getDocument({ data: Uint8Array.from(pack.pdf), verbosity: 0 });
  const labels = await (await task.promise).getPageLabels();
  await task.destroy();
  expect(labels).toEqual(Array.from({ length: 8 }, (_, index) => String(301 + index)));
});

test('links lead to their places within a part and from part to part', async () => {
  const { pdf } = await bound(parts());
  const pages = await destinationPages(pdf);
  expect(Object.fromEntries(pages)).toEqual({
    'front.notes': 2,
    'item 2.reasons & more': 5,
    'item 2.notes': 5,
  });
  const { context, catalog } = await open(pdf);
  const links = dictionaries(await open(pdf), 'Subtype', 'Link');
  expect(links).toHaveLength(5);
  expect(links.map((link) => link.lookupMaybe(keyOf('Contents'), PDFString)?.decodeText())).toContain(
    'the reasons',
  );
  expect(catalog.lookup(keyOf('Dests'), PDFDict).keys()).toHaveLength(3);
  expect(
    context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .join(''),
  ).not.toContain('pack.invalid');
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await task.promise;
  const found: (number | string)[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const annotations = (await (await document.getPage(n)).getAnnotations()) as {
      dest?: unknown;
      url?: string;
    }[];
    for (const { dest, url } of annotations) {
      const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest;
      const ref: unknown = Array.isArray(explicit) ? explicit[0] : undefined;
      found.push(
        url ?? 1 + (await document.getPageIndex(ref as Parameters<typeof document.getPageIndex>[0])),
      );
    }
  }
  await task.destroy();
  expect(found).toEqual([5, 6, 2, 'https://example.org/', 5]);
});

test('a bookmark for each part, with its own beneath it', async () => {
  const { pdf } = await bound(parts());
  expect((await readPdf(pdf)).outline).toEqual([
    'Agenda',
    '  Notes to the agenda',
    '2. Annual review',
    ...[
      'Section 1 of Annual review',
      'Section 2 of Annual review',
      'Section 3 of Annual review',
      'Reasons',
    ].map((words) => `  ${words}`),
    '3. The third',
    '  Third',
    ...[1, 2, 3].map((n) => `    Section ${n} of Third`),
  ]);
  // Each leads to a tag of the new tree, and none of the old ones is left in the file.
  const opened = await open(pdf);
  expect(dictionaries(opened, 'Type', 'StructElem')).toEqual([]);
  expect(dictionaries(opened, 'Type', 'Outlines')).toHaveLength(1);
});

test('identifiers of table headers differ from part to part, and cells name their own', async () => {
  const opened = await open((await bound(parts())).pdf);
  const headers = dictionaries(opened, 'S', 'TH').filter((header) => header.has(keyOf('ID')));
  const ids = headers.map((header) => header.lookupMaybe(keyOf('ID'), PDFString)?.decodeText());
  expect(ids).toHaveLength(12);
  expect(new Set(ids).size).toBe(12);
  const cells = dictionaries(opened, 'S', 'TD').map(
    (cell) => /\/Headers \[([^\]]*)\]/.exec(cell.toString())?.[1] ?? '',
  );
  const named = cells.flatMap((list) => [...list.matchAll(/\(([^)]*)\)/g)].map(([, id]) => id));
  expect(named.length).toBeGreaterThan(0);
  expect(ids).toEqual(expect.arrayContaining(named));
});

test('the same parts give the same bytes', async () => {
  const [once, again] = [
    await bound(parts(), { stamps: stamper(printer) }),
    await bound(parts(), { stamps: stamper(printer) }),
  ];
  expect(Buffer.compare(once.pdf, again.pdf)).toBe(0);
});

test('a file travels with the pack', async () => {
  const bytes = Buffer.from('title: Agenda');
  const attachment = {
    name: 'agenda.yaml',
    mediaType: 'application/yaml',
    description: 'The agenda',
    relationship: 'Source',
    bytes,
  } as const;
  const described = await describePdf((await bound(parts(), { attachments: [attachment] })).pdf);
  expect(described.claims).toEqual(['PDF/UA-1', 'PDF/A-3a']);
  expect(described.attachments.map(({ name }) => name)).toEqual(['agenda.yaml']);
});

test('a link to what is not in the pack, and what a paper lacks, keep the pack back', async () => {
  const place = { file: 'data/meetings/one.yaml' };
  const lost = await bindPack(
    [own('front', 'Agenda', front, { place }), own('item-3', '3. The third', three)],
    about,
  );
  expect(lost.value).toBeUndefined();
  expect(said(lost.diagnostics)).toEqual([
    'pack/broken-link: A link on page 1, in “Agenda”, leads to https://pack.invalid/item%202#reasons%20%26%20more, which is not in the pack.',
  ]);
  expect(lost.diagnostics[0]).toMatchObject({ ...place, report: 'front' });
  const picture = await printWith(
    printer,
    '<h1>Picture</h1><svg role="img" width="9" height="9"><rect width="9" height="9"/></svg>',
    noMargins,
  );
  const lacking = await bindPack([own('one', '1. One', three), own('two', '2. Picture', picture)], about);
  expect(said(lacking.diagnostics)).toEqual([
    'finish/figure-without-alternative: A picture on page 4, under “Picture”, has no alternative text.',
  ]);
  const damaged = await bindPack([own('one', '1. One', three.subarray(0, 500))], about);
  expect(said(damaged.diagnostics)[0]).toMatch(/^pack\/unbound: /);
});

function keyOf(key: string): PDFName {
  return PDFName.of(key);
}
