/** One text in a file for the public, and where in it that stands. */
export interface Surface {
  /** In words, after the file's name: "in its alternative text", "on page 3". */
  where: string;
  text: string;
  /**
   * Whether it is text that somebody may come to read: single words and figures are looked for in it, too. In what only
   * programs read they could come together by chance.
   */
  readable: boolean;
}

/** A file, or a part of one, that could not be searched. */
export class Unsearchable extends Error {}

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', pound: '£', euro: '€', shy: '' },
  ...{
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    zwnj: '',
    zwj: '',
  },
};

/** Text of HTML or XML with its entities resolved. */
export function withoutEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));?/gi, (whole, ...found: string[]) => {
    const [decimal, hexadecimal, name] = found;
    const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    return named[(name ?? '').toLowerCase()] ?? whole;
  });
}

/** Text of an address, with its signs in per cent resolved. */
export function withoutPercents(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/gi, (coded) =>
    Buffer.from(coded.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

/** Bytes as text, in each way in which they may be meant. */
export function textsIn(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = [buffer.toString('latin1')];
  const utf8 = buffer.toString('utf8');
  if (utf8 !== texts[0]) texts.push(utf8);
  if (bytes.includes(0)) {
    const odd = (from: number): Buffer =>
      Buffer.from(buffer.subarray(from, from + ((buffer.length - from) & ~1)));
    for (const from of [0, 1]) texts.push(odd(from).swap16().toString('utf16le'));
  }
  return texts;
}

/** What stands in base64 in a text: the bytes of each run of some length. */
export function* packedIn(text: string): Generator<Uint8Array> {
  for (const [found] of text.matchAll(/(?:[A-Za-z0-9+/_-]{4}[\r\n]*){6,}[A-Za-z0-9+/_-]{0,3}={0,2}/g))
    yield Buffer.from(found.replaceAll(/[\r\n]/g, ''), 'base64');
}
