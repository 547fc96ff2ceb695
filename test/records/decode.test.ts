import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/records/decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the bytes of a file', () => {
  it('are the text that was saved, with or without the mark of UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, marked) => {
        fc.pre(!text.startsWith('\uFEFF'));
        const bytes = utf8(marked ? `\uFEFF${text}` : text);
        expect(decode('a.yaml', bytes)).toEqual({ text });
      }),
    );
  });

  it.each([
    ['little-endian', [0xff, 0xfe, 0x61, 0x00]],
    ['big-endian', [0xfe, 0xff, 0x00, 0x61]],
  ])('are named where they are UTF-16, %s', (_name, bytes) => {
    const decoded = decode('a.yaml', Uint8Array.from(bytes));
    expect(decoded).toMatchObject({ diagnostic: { rule: 'records/encoding', file: 'a.yaml' } });
    expect(JSON.stringify(decoded)).toContain('Unicode');
  });

  it('are shown where a letter of another encoding stands, wherever that is', () => {
    const line = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '’', '£', '😀'), maxLength: 20 });
    // Bytes that begin no letter of UTF-8, or one that the plain letter after them cannot belong to.
    const wrong = fc.constantFrom(0x80, 0x92, 0xa3, 0xc3, 0xe9, 0xf0, 0xff);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), line, wrong, line, (above, before, byte, after) => {
        const head = [...above, before].join('\n');
        const bytes = Uint8Array.from([...utf8(`a${head}`), byte, ...utf8(`x${after}`)]);
        const decoded = decode('a.yaml', bytes);
        const lines = `a${head}`.split('\n');
        const start = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
        expect(decoded).toMatchObject({ diagnostic: { range: { start } } });
      }),
    );
  });

  it('are told by the letter that was most likely meant', () => {
    const decoded = decode('a.yaml', Uint8Array.from([...utf8('price: '), 0xa3, ...utf8('5')]));
    expect('diagnostic' in decoded && decoded.diagnostic.message).toContain('“£”');
  });

  it('are refused where the last letter is cut off', () => {
    const decoded = decode('a.yaml', utf8('name: Café').subarray(0, -1));
    expect(decoded).toMatchObject({ diagnostic: { range: { start: { line: 1, column: 10 } } } });
  });
});
