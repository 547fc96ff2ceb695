import { deflateSync, inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { srgbProfile } from '../../src/finish/colour.ts';
import { describePdf } from '../../src/finish/describe.ts';
import type { Attachment } from '../../src/finish/finish.ts';
import { bytesOf } from '../../src/finish/objects.ts';
import { readPdf } from '../print/support.ts';
import { finished, open, printing } from './support.ts';

const print = printing();
const page = '<h1>A paper</h1><p>Text</p>';

async function xmpOf(pdf: Uint8Array): Promise<string> {
  const { context, catalog } = await open(pdf);
  return Buffer.from(bytesOf(context, catalog.get(PDFName.of('Metadata'))) ?? []).toString('utf8');
}

test('the file says what it is, in both places alike', async () => {
  const pdf = await finished(await print(page), { subject: 'Durham', keywords: ['stars', 'review'] });
  const xmp = await xmpOf(pdf);
  expect(xmp).toContain(
    '<rdf:li xml:lang="x-default">Annual review &lt;2002/2003&gt; &amp; “rating”</rdf:li>',
  );
  expect(xmp).toContain(
    '<dc:creator><rdf:Seq><rdf:li>Director, Social Services</rdf:li></rdf:Seq></dc:creator>',
  );
  expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>');
  expect(xmp).toContain('<xmp:CreateDate>2003-12-01T10:20:30Z</xmp:CreateDate>');
  expect(xmp).toMatch(/<pdf:Producer>Skia\/PDF m\d+<\/pdf:Producer>/);
  const { info } = await readPdf(pdf);
  expect(info).toMatchObject({
    PDFFormatVersion: '1.7',
    Title: 'Annual review <2002/2003> & “rating”',
    Author: 'Director, Social Services',
    Subject: 'Durham',
    Keywords: 'stars, review',
    Creator: 'Scrutineer',
    CreationDate: 'D:20031201102030Z',
    ModDate: 'D:20031201102030Z',
    Language: 'en-GB',
  });
});

test('what would break XML is not in it', async () => {
  const xmp = await xmpOf(await finished(await print(page), { title: 'A\u0000\u0008 <b> & "c"' }));
  expect(xmp).toContain('>A &lt;b&gt; &amp; &quot;c&quot;<');
});

test('with files it is PDF/A-3a, without PDF/A-2a, and a file that is not to claim anything does not', async () => {
  const printed = await print(page);
  const file: Attachment = {
    name: 'durham.yaml',
    mediaType: 'application/yaml',
    description: 'The record',
    relationship: 'Source',
    bytes: Buffer.from('council: durham\n'.repeat(99)),
  };
  const claims = async (change: Parameters<typeof finished>[1]) =>
    (await describePdf(await finished(printed, change))).claims;
  expect(await claims({ attachments: [file] })).toEqual(['PDF/UA-1', 'PDF/A-3a']);
  expect(await claims({})).toEqual(['PDF/UA-1', 'PDF/A-2a']);
  expect(await claims({ claim: false })).toEqual([]);
});

test('files travel whole, sorted by name', async () => {
  const file = (name: string, words: string): Attachment => ({
    name,
    mediaType: 'application/yaml',
    description: `What ${name} is`,
    relationship: 'Data',
    bytes: Buffer.from(words),
  });
  const attachments = [file('b.yaml', 'second'), file('â (1).yaml', ''), file('a.yaml', 'first\r\n')];
  const pdf = await finished(await print(page), { attachments });
  const { attachments: back } = await describePdf(pdf);
  expect(back.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['a.yaml', 'first\r\n'],
    ['b.yaml', 'second'],
    ['â (1).yaml', ''],
  ]);
  expect(back[0]).toMatchObject({
    mediaType: 'application/yaml',
    relationship: 'Data',
    description: 'What a.yaml is',
  });
  const { context, catalog } = await open(pdf);
  expect(context.lookup(catalog.get(PDFName.of('AF')), PDFArray).size()).toBe(3);
});

test('the colours have a meaning: an sRGB profile with all that it needs', async () => {
  const { context, catalog } = await open(await finished(await print(page)));
  const intent = context.lookup(catalog.get(PDFName.of('OutputIntents')), PDFArray).lookup(0, PDFDict);
  const stream = intent.lookup(PDFName.of('DestOutputProfile'));
  expect(stream instanceof PDFRawStream && inflateSync(stream.contents)).toEqual(srgbProfile());

  const profile = Buffer.from(srgbProfile());
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString('latin1', 36, 40)).toBe('acsp');
  const count = profile.readUInt32BE(128);
  const tags = Array.from({ length: count }, (_, n) => 132 + 12 * n).map((at) => ({
    name: profile.toString('latin1', at, at + 4),
    start: profile.readUInt32BE(at + 4),
    size: profile.readUInt32BE(at + 8),
  }));
  expect(tags.map(({ name }) => name)).toEqual([
    'desc',
    'cprt',
    'wtpt',
    'chad',
    'rXYZ',
    'gXYZ',
    'bXYZ',
    'rTRC',
    'gTRC',
    'bTRC',
  ]);
  for (const { start, size } of tags) {
    expect(start % 4).toBe(0);
    expect(start + size).toBeLessThanOrEqual(profile.length);
  }
  // Red, green and blue together are the white of the profile.
  const numbers = (name: string) => {
    const start = tags.find((tag) => tag.name === name)?.start ?? 0;
    return [8, 12, 16].map((at) => profile.readInt32BE(start + at) / 65536);
  };
  numbers('wtpt').forEach((white, n) => {
    const sum = ['rXYZ', 'gXYZ', 'bXYZ'].reduce((total, name) => total + (numbers(name)[n] ?? 0), 0);
    expect(sum).toBeCloseTo(white, 3);
  });
  expect(deflateSync(profile).length).toBeLessThan(500);
});

test('an identifier comes from what is in the file', async () => {
  const id = async (change: Parameters<typeof finished>[1]) => {
    const { context } = await open(await finished(await print(page), change));
    return context.lookup(context.trailerInfo.ID, PDFArray).toString();
  };
  const first = await id({});
  expect(first).toMatch(/^\[ <[0-9A-F]{32}> <[0-9A-F]{32}> \]$/);
  expect(first).not.toContain('00000000000000000000000000000000');
  expect(await id({})).toBe(first);
  expect(await id({ title: 'Another' })).not.toBe(first);
});
