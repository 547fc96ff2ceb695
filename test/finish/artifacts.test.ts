import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { describePdf } from '../../src/finish/describe.ts';
import { readPdf } from '../print/support.ts';
import { finished, open, printing, refusals } from './support.ts';

const print = printing();

const square = '<svg aria-hidden="true" width="20" height="20"><rect width="20" height="20"/></svg>';
const page = `<main><h1 style="background:#eee;border-bottom:2px solid">A paper</h1>
  <p>Text with a <a href="https://example.org/">link that is underlined</a> <span aria-hidden="true">– †</span>.</p>${square}
  <table style="border:1px solid"><tr><th scope="col">Name</th></tr><tr><td>Value</td></tr></table>
  <ul><li>One</li></ul><hr><div style="opacity:.5;background:linear-gradient(red,blue)"><p>Half there</p></div>
  <p style="break-before:page">Second page</p></main>`;
const margins = `@page { @top-left { content: "Running title"; font: 9pt Arimo } @bottom-left { content: "A council"; font: 9pt Arimo } }`;

test('whatever is drawn is read or decoration', async () => {
  const before = await open(await print(page, margins));
  const after = await open(await finished(await print(page, margins)));
  const belongings = ({ content }: typeof after) =>
    content.pages.flatMap(({ layers }) =>
      layers.flatMap(({ drawings }) => drawings.map(({ belongs }) => belongs)),
    );
  expect(belongings(before)).toContain(undefined);
  expect(belongings(after)).not.toContain(undefined);
  expect(belongings(after)).toContain('artifact');
});

test('headers and footers are told from lines and backgrounds', async () => {
  const pdf = await finished(await print(page, margins));
  const { content } = await open(pdf);
  const streams = content.pages.map(({ layers }) => Buffer.from(layers[0]?.bytes ?? []).toString('latin1'));
  for (const stream of streams) {
    expect(stream).toMatch(/\/Artifact <<\/Type \/Pagination \/Subtype \/Header>> BDC\s+BT[^]*?ET\s+EMC/);
    expect(stream).toMatch(/\/Artifact <<\/Type \/Pagination \/Subtype \/Footer>> BDC\s+BT[^]*?ET\s+EMC/);
  }
  expect(streams[0]).toContain('/Artifact <</Type /Layout>> BDC');
  expect((await describePdf(pdf)).unread).toEqual([
    'page 1, header: Running title',
    'page 1, footer: Page 1 A council',
    'page 1, layout: – †',
    'page 2, header: Running title',
    'page 2, footer: Page 2 A council',
  ]);
});

test('marked content opens and closes in step, with each number once', async () => {
  const { content } = await open(await finished(await print(page, margins)));
  for (const { layers } of content.pages) {
    const ids = layers.flatMap(({ marks }) => marks.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { bytes } of layers) {
      const stream = Buffer.from(bytes).toString('latin1');
      expect(stream.match(/\bB[DM]C\b/g)?.length).toBe(stream.match(/\bEMC\b/g)?.length);
    }
  }
});

test('the text of every page stays as it was', async () => {
  const printed = await print(page, margins);
  const [before, after] = [await readPdf(printed), await readPdf(await finished(printed))];
  const words = (texts: readonly string[]) => texts.map((text) => text.replace(/\s+/g, ''));
  expect(words(after.texts)).toEqual(words(before.texts));
  expect(after.texts.join('')).toContain('Second page');
  expect(after.outline).toEqual(before.outline);
});

test('another reader finds the same words under the same tags', async () => {
  const pdf = await finished(await print(page, margins));
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const marked = new Map<string, string>();
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ includeMarkedContent: true });
    const open: string[] = [];
    for (const item of items) {
      if ('str' in item) marked.set(open.at(-1) ?? '', (marked.get(open.at(-1) ?? '') ?? '') + item.str);
      else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id || 'unread');
    }
  }
  await loading.destroy();
  const read = [...marked].filter(([id]) => id !== 'unread' && id !== '').map(([, words]) => words);
  expect(marked.get('')?.trim() ?? '').toBe('');
  expect(marked.get('unread')).toContain('Running title');
  const spoken = (await describePdf(pdf)).reading.join(' ');
  for (const words of read) expect(spoken).toContain(words.trim());
});

test('words that would not be read are refused with their place', async () => {
  expect(
    await refusals(await print('<main><h1>A</h1><p>Seen <b aria-hidden="true">and not heard</b></p></main>')),
  ).toEqual(['finish/untagged: Page 1 shows “and not heard”, which a screen reader does not say.']);
  const made = '<style>p::before { content: "Draft " }</style><main><h1>A</h1><p>paper</p></main>';
  expect(await refusals(await print(made))).toEqual([
    'finish/untagged: Page 1 shows “Draft”, which a screen reader does not say.',
  ]);
});
