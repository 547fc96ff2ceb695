import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findText } from '../../src/print/text.ts';

const font = '4 0 obj\n<</Type /Font\n/Subtype /Type0\n/BaseFont /A+Arimo>>\nendobj\n';

function pdf(content: string, fonts = font, dictionary = ''): Buffer {
  const packed = deflateSync(Buffer.from(content, 'latin1'));
  const head = `${fonts}8 0 obj\n<<${dictionary}/Filter /FlateDecode\n/Length ${packed.length}>> stream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream\nendobj\n')]);
}

test('glyphs are counted in every way of showing text', () => {
  expect(findText(pdf('/F4 12 Tf <00330034> Tj [<0035> -5 <0036>] TJ'))).toEqual({ glyphs: 4, missing: 0 });
  expect(findText(pdf('/F4 12 Tf <0033> Tj', font, '/Type /XObject\n/Subtype /Form\n'))).toEqual({
    glyphs: 1,
    missing: 0,
  });
});

test('lines and pictures are no text', () => {
  expect(findText(pdf('q 1 0 0 1 0 0 cm 0 0 m 10 10 l S Q'))).toEqual({ glyphs: 0, missing: 0 });
  expect(findText(pdf('/F4 12 Tf <0033> Tj', font, '/Subtype /Image\n'))).toEqual({ glyphs: 0, missing: 0 });
});

test('text in a font that the file does not carry is no text', () => {
  expect(findText(pdf('/F4 12 Tf <0033> Tj', ''))).toEqual({ glyphs: 0, missing: 0 });
});

test('glyph zero stands for a missing character, at glyph borders only', () => {
  expect(findText(pdf('/F4 12 Tf <003300000034> Tj'))).toEqual({ glyphs: 3, missing: 1 });
  expect(findText(pdf('/F4 12 Tf <10000001> Tj'))).toEqual({ glyphs: 2, missing: 0 });
});
