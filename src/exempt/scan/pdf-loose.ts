import { inflateSync, constants } from 'node:zlib';
import { textsIn, type Surface } from './surface.ts';

/**
 * Every stream of a PDF as it stands in the bytes, whether or not anything leads to it: an earlier version of an object
 * stays in a file that was saved over.
 */
export function* looseStreams(pdf: Uint8Array): Generator<Surface> {
  const where = 'in a part of the file that nothing need lead to';
  const buffer = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  yield* stringsOf(buffer.toString('latin1'), where);
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    if (buffer.toString('latin1', at - 3, at) === 'end') continue;
    const start =
      at + 6 + (buffer[at + 6] === 13 ? 1 : 0) + (buffer[at + 6] === 10 || buffer[at + 7] === 10 ? 1 : 0);
    // Two bytes tell what zlib packs (RFC 1950, 2.2).
    if (
      ((buffer[start] ?? 0) & 15) !== 8 ||
      buffer.length < start + 2 ||
      buffer.readUInt16BE(start) % 31 !== 0
    )
      continue;
    const bytes = unpacked(buffer.subarray(start));
    if (!bytes) continue;
    for (const text of textsIn(bytes)) yield { where, text, readable: false };
    yield* stringsOf(bytes.toString('latin1'), where);
  }
}

function unpacked(bytes: Uint8Array): Buffer | undefined {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}

/** Strings of a PDF (ISO 32000-1, 7.3.4), one after another, however they are written. */
function* stringsOf(text: string, where: string): Generator<Surface> {
  const strings: string[] = [];
  for (const [found] of text.matchAll(/\((?:[^\\()]|\\[^])*\)|<[\da-fA-F\s]{2,}>/g))
    strings.push(found.startsWith('<') ? fromHex(found) : fromLiteral(found));
  if (strings.length === 0) return;
  for (const one of textsIn(Buffer.from(strings.join(''), 'latin1')))
    yield { where, text: one, readable: false };
}

function fromHex(written: string): string {
  return Buffer.from(written.replaceAll(/[<>\s]/g, ''), 'hex').toString('latin1');
}

function fromLiteral(written: string): string {
  return written
    .slice(1, -1)
    .replaceAll(/\\(?:([0-7]{1,3})|\r?\n|([^]))/g, (_, octal?: string, sign?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
      return sign === undefined ? '' : ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[sign] ?? sign);
    });
}
