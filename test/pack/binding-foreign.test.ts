import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describePdf } from '../../src/finish/describe.ts';
import { finishPdf } from '../../src/finish/finish.ts';
import { bytesOf } from '../../src/finish/objects.ts';
import { bindPack } from '../../src/pack/binding/bind.ts';
import { inspectForeign } from '../../src/pack/binding/foreign.ts';
import { addressInPack } from '../../src/pack/binding/links.ts';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { dictionaries, open, printWith } from '../finish/support.ts';
import { report, worldWith } from '../print/support.ts';
import { readPdf } from '../support/pdf.ts';
import { about, bound, foreign, fromElsewhere, noMargins, own, said, stamper } from './binding-support.ts';

let printer: Printer;
let front: Uint8Array;
let tagged: Uint8Array;
beforeAll(async () => {
  printer = openPrinter(worldWith());
  const body = `<h1>Agenda</h1><p><a href="${addressInPack('appendix')}#page=3">Sheet three</a>,
    <a href="${addressInPack('tagged', 'end')}">the end</a></p>${report('Front')}`;
  front = await printWith(printer, `<main>${body}</main>`, noMargins);
  const appendix = `${report('Survey')}<h2 id="end">End</h2><p><a href="#end">To the end</a></p>`;
  tagged = await printWith(printer, appendix, noMargins);
});
afterAll(() => printer[Symbol.asyncDispose]());

const agenda = () => own('front', 'Agenda', front);

/** A file with everything that acts by itself, in every place that a file has for it. */
async function lively(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const { context, catalog } = document;
  page.drawText('Words to keep', { x: 50, y: 500, font: await document.embedFont(StandardFonts.Helvetica) });
  document.addJavaScript('start', 'app.alert("secret script")');
  await document.attach(Buffer.from('secret file'), 'secret.txt', { description: 'secret' });
  const field = document.getForm().createTextField('name');
  field.setText('Filled in');
  field.addToPage(page, { x: 50, y: 300 });
  const script = { S: 'JavaScript', JS: PDFString.of('secret action') };
  const text = (value: string): PDFString => PDFString.of(value);
  page.node.set(PDFName.of('AA'), context.obj({ O: script }));
  catalog.set(PDFName.of('OpenAction'), context.obj(script));
  const carried = context.obj({
    Type: 'Filespec',
    F: text('in.txt'),
    EF: { F: context.register(context.stream('secret too')) },
  });
  const rect = [50, 50, 90, 90];
  for (const annotation of [
    { Subtype: 'Link', Rect: rect, A: script },
    { Subtype: 'Link', Rect: rect, A: { S: 'URI', URI: text('https://example.org/kept'), Next: script } },
    { Subtype: 'Link', Rect: rect, A: { S: 'GoTo', D: text('here') } },
    { Subtype: 'Link', Rect: rect, A: { S: 'Launch', F: text('secret.exe') } },
    { Subtype: 'FileAttachment', Rect: rect, FS: carried, Contents: text('secret note') },
  ])
    page.node.addAnnot(context.register(context.obj({ Type: 'Annot', ...annotation })));
  const place = context.obj([page.ref, 'Fit']);
  await document.flush();
  const names = catalog.lookup(PDFName.of('Names'), PDFDict);
  names.set(PDFName.of('Dests'), context.obj({ Names: [text('here'), place] }));
  return document.save({ useObjectStreams: false });
}

test('a file is looked over before it is bound', async () => {
  const untagged = await inspectForeign(await fromElsewhere(), { name: 'a.pdf' });
  expect(untagged.value).toMatchObject({
    tagged: false,
    title: 'Inspection report',
    language: undefined,
    forms: false,
    scripts: false,
    attachments: false,
  });
  expect(untagged.value?.pages).toEqual([
    { width: 612, height: 792 },
    { width: 842, height: 595 },
    { width: 842, height: 595 },
    { width: 842, height: 595 },
    { width: 1191, height: 842 },
  ]);
  expect(said(untagged.diagnostics)).toEqual([
    'pack/foreign-untagged: a.pdf has no tags, so a screen reader is not told what is on its pages.',
  ]);
  const read = await inspectForeign(tagged, { name: 'b.pdf' });
  expect(read).toMatchObject({
    value: { tagged: true, title: 'A paper', language: 'en-GB' },
    diagnostics: [],
  });
  expect((await inspectForeign(await lively(), { name: 'c.pdf' })).value).toMatchObject({
    forms: true,
    scripts: true,
    attachments: true,
  });
});

test('files that are locked or broken are said where the agenda names them', async () => {
  const document = await PDFDocument.load(await fromElsewhere());
  document.encrypt({ userPassword: '', ownerPassword: 'secret' });
  const locked = await document.save();
  const place = {
    file: 'data/meetings/one.yaml',
    range: { start: { line: 4, column: 7 }, end: { line: 4, column: 20 } },
  };
  const whole = Buffer.from(await fromElsewhere());
  const parts = [
    agenda(),
    foreign('locked', 'A', locked, { place }),
    foreign('short', 'B', whole.subarray(0, 700), { place }),
    foreign('words', 'C', Buffer.from('Not a PDF at all')),
    foreign('nothing', 'D', new Uint8Array()),
  ];
  const { value, diagnostics } = await bindPack(parts, about);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ rule, report: part }) => [rule, part])).toEqual([
    ['pack/foreign-encrypted', 'locked'],
    ['pack/foreign-broken', 'short'],
    ['pack/foreign-broken', 'words'],
    ['pack/foreign-broken', 'nothing'],
  ]);
  expect(diagnostics[0]).toMatchObject({
    ...place,
    message: 'locked.pdf is protected with a password or against changes.',
  });
  for (const { message } of diagnostics) expect(message).not.toContain('\n');
  expect((await inspectForeign(locked, { name: 'a.pdf' })).diagnostics).toHaveLength(1);
  expect((await inspectForeign(whole.subarray(0, 700), { name: 'a.pdf' })).value).toBeUndefined();
});

test('a pack with a file from elsewhere claims nothing and says why', async () => {
  const pack = await bound([
    agenda(),
    foreign('appendix', 'Appendix A', await fromElsewhere()),
    foreign('tagged', 'Appendix B', tagged),
  ]);
  expect(pack.claims).toBe(false);
  expect((await describePdf(pack.pdf)).claims).toEqual([]);
  expect(said(pack.diagnostics)).toEqual([
    'pack/foreign-untagged: appendix.pdf has no tags, so a screen reader is not told what is on its pages.',
    'pack/foreign-claims-nothing: The pack claims no standard, because it holds appendix.pdf.',
    'pack/foreign-claims-nothing: The pack claims no standard, because it holds tagged.pdf.',
  ]);
  expect(pack.diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
});

test('a tagged file keeps its tags, and every page and link leads back to them', async () => {
  // Our own, finished, has header ids like those that the pack gives.
  const { value } = await finishPdf(tagged, {
    title: 'Survey',
    author: 'A',
    language: 'en-GB',
    date: about.date,
    attachments: [],
    claim: true,
  });
  const parts = [
    agenda(),
    foreign('appendix', 'Appendix A', await fromElsewhere()),
    foreign('tagged', 'Appendix B', value ?? new Uint8Array()),
    foreign('again', 'Appendix C', tagged),
  ];
  const pack = await bound(parts, { stamps: stamper(printer) });
  const { reading } = await describePdf(pack.pdf);
  const alone = await describePdf(value ?? new Uint8Array());
  const start = reading.indexOf('  Part', 2);
  const same = (lines: readonly string[]): string[] =>
    lines.map((line) => line.replaceAll(/\(to .*? as /g, '(to … as '));
  expect(same(reading.slice(start + 1, start + 1 + alone.reading.length))).toEqual(
    same(alone.reading.map((line) => `    ${line}`)),
  );
  expect(reading.filter((line) => line === '  Part')).toHaveLength(3);

  const opened = await open(pack.pdf);
  const headers = dictionaries(opened, 'S', 'TH')
    .filter((header) => header.has(PDFName.of('ID')))
    .map((header) => header.lookupMaybe(PDFName.of('ID'), PDFString)?.decodeText());
  expect(new Set(headers).size).toBe(headers.length);
  const root = opened.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const nums = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray).asArray();
  const keys = nums.filter((_, index) => index % 2 === 0).map((key) => Number(key.toString()));
  expect(keys).toEqual([...keys].sort((a, b) => a - b));
  expect(new Set(keys).size).toBe(keys.length);
  expect(Number(root.get(PDFName.of('ParentTreeNextKey'))?.toString())).toBeGreaterThan(keys.at(-1) ?? 0);
  const untagged = pack.pages.get('appendix');
  for (const { node, number } of opened.content.pages) {
    const key = node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber();
    const isUntagged = number >= (untagged?.first ?? 0) && number <= (untagged?.last ?? 0);
    expect(key === undefined).toBe(isUntagged);
    if (key !== undefined) expect(keys).toContain(key);
  }
});

test('links from our own papers lead to a page or place of a file from elsewhere', async () => {
  const pack = await bound([
    agenda(),
    foreign('appendix', 'Appendix A', await fromElsewhere()),
    foreign('tagged', 'Appendix B', tagged),
  ]);
  const opened = await open(pack.pdf);
  const pages = opened.content.pages;
  const [third, end] = dictionaries(opened, 'Subtype', 'Link');
  const first = pack.pages.get('appendix')?.first ?? 0;
  expect(third?.lookup(PDFName.of('Dest'), PDFArray).get(0)).toBe(pages[first + 1]?.ref);
  expect(end?.get(PDFName.of('Dest'))).toBe(PDFName.of('tagged.end'));
  const { outline } = await readPdf(pack.pdf);
  expect(outline.slice(-7)).toEqual([
    'Appendix A',
    'Appendix B',
    '  Survey',
    ...[1, 2, 3].map((n) => `    Section ${n} of Survey`),
    '    End',
  ]);
});

test('what acts by itself or is hidden in a file stays behind, and what is seen stays', async () => {
  const { pdf } = await bound([
    agenda(),
    foreign('appendix', 'Appendix A', await fromElsewhere()),
    foreign('tagged', 'Survey', tagged),
    foreign('lively', 'Appendix C', await lively()),
  ]);
  const opened = await open(pdf);
  const all = opened.context.enumerateIndirectObjects().map(([, object]) => {
    let stream = '';
    try {
      stream = Buffer.from(bytesOf(opened.context, object) ?? []).toString('latin1');
    } catch {
      // A picture or a font.
    }
    return `${object.toString()}${stream}`;
  });
  const text = all.join('\n');
  expect(text).not.toMatch(/JavaScript|\/JS\b|\/Launch|EmbeddedFile|secret/);
  expect(text).toContain('https://example.org/kept');
  expect(text).toContain('/lively.here');
  const { pages, links } = await readPdf(pdf);
  expect(pages.at(-1)).toContain('Words to keep');
  expect(links).toContain('#lively.here');
  expect(dictionaries(opened, 'Subtype', 'Widget')).toHaveLength(1);
});

test('the same files give the same bytes', async () => {
  const parts = [
    agenda(),
    foreign('appendix', 'Appendix A', await fromElsewhere()),
    foreign('tagged', 'Appendix B', tagged),
  ];
  const [once, again] = [
    await bound(parts, { stamps: stamper(printer, 'DRAFT') }),
    await bound(parts, { stamps: stamper(printer, 'DRAFT') }),
  ];
  expect(Buffer.compare(once.pdf, again.pdf)).toBe(0);
});
