/**
 * The colour space sRGB as an ICC profile, made here from the published numbers (IEC 61966-2-1; ICC.1:2004-10,
 * version 4.2, which is the one that PDF 1.7 knows), so that colours in an archive copy have a meaning
 * (ISO 19005-3, 6.2.3).
 */
export function srgbProfile(): Uint8Array {
  const text = (words: string) => textTag(words);
  const curve = curveTag();
  const tags: [string, Buffer][] = [
    ['desc', text('sRGB')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', numbersTag('XYZ ', [0.9642, 1, 0.8249])],
    // The primaries and the white of sRGB, moved from daylight D65 to the D50 of ICC profiles.
    [
      'chad',
      numbersTag(
        'sf32',
        [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168],
      ),
    ],
    ['rXYZ', numbersTag('XYZ ', [0.43607, 0.22249, 0.01392])],
    ['gXYZ', numbersTag('XYZ ', [0.38515, 0.71687, 0.09708])],
    ['bXYZ', numbersTag('XYZ ', [0.14307, 0.06061, 0.7141])],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  return assemble(tags);
}

function assemble(tags: readonly [string, Buffer][]): Buffer {
  const tableEnd = 128 + 4 + 12 * tags.length;
  const places = new Map<Buffer, number>();
  let size = tableEnd;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, size);
    size += data.length;
  }
  const profile = Buffer.alloc(size);
  writeHeader(profile);
  profile.writeUInt32BE(tags.length, 128);
  tags.forEach(([name, data], index) => {
    const entry = 132 + 12 * index;
    const place = places.get(data) ?? 0;
    profile.write(name, entry, 'latin1');
    profile.writeUInt32BE(place, entry + 4);
    profile.writeUInt32BE(data.length, entry + 8);
    data.copy(profile, place);
  });
  return profile;
}

function writeHeader(profile: Buffer): void {
  profile.writeUInt32BE(profile.length, 0);
  profile.writeUInt32BE(0x04200000, 8);
  profile.write('mntrRGB XYZ ', 12, 'latin1');
  // A date has to be there; this is the day of the profile's version.
  [2004, 10, 1].forEach((part, index) => profile.writeUInt16BE(part, 24 + 2 * index));
  profile.write('acsp', 36, 'latin1');
  [0.9642, 1, 0.8249].forEach((value, index) => profile.writeInt32BE(fixed(value), 68 + 4 * index));
}

/** `s15Fixed16Number`. */
function fixed(value: number): number {
  return Math.round(value * 65536);
}

function numbersTag(type: string, values: readonly number[]): Buffer {
  const tag = Buffer.alloc(8 + 4 * values.length);
  tag.write(type, 0, 'latin1');
  values.forEach((value, index) => tag.writeInt32BE(fixed(value), 8 + 4 * index));
  return tag;
}

/** The curve of sRGB as a formula: straight near black, a power of 2.4 above. */
function curveTag(): Buffer {
  const tag = Buffer.alloc(12 + 4 * 5);
  tag.write('para', 0, 'latin1');
  tag.writeUInt16BE(3, 8);
  [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].forEach((value, index) => {
    tag.writeInt32BE(fixed(value), 12 + 4 * index);
  });
  return tag;
}

/** One text in one language, UTF-16. Lengths are kept to multiples of four, as all tags must be. */
function textTag(words: string): Buffer {
  const tag = Buffer.alloc(Math.ceil((28 + 2 * words.length) / 4) * 4);
  tag.write('mluc', 0, 'latin1');
  tag.writeUInt32BE(1, 8);
  tag.writeUInt32BE(12, 12);
  tag.write('enUS', 16, 'latin1');
  tag.writeUInt32BE(2 * words.length, 20);
  tag.writeUInt32BE(28, 24);
  Buffer.from(words, 'utf16le').swap16().copy(tag, 28);
  return tag;
}
