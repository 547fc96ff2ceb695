/** One file of an archive. */
export interface TarFile {
  /** Path inside the archive with `/` between folders; never absolute and never upwards. */
  name: string;
  bytes: Uint8Array;
}

const block = 512;

/**
 * The plain files of a tar archive that is small enough to hold in memory. Links and devices are left
 * out: the embedded package has none, and an archive that suddenly had some should not reach the disk.
 * @throws Error where the bytes are no tar archive, end early, or name a file outside the archive
 */
export function readTar(archive: Uint8Array): TarFile[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const files: TarFile[] = [];
  for (let at = 0; at + block <= bytes.length && bytes[at] !== 0;) {
    const header = bytes.subarray(at, at + block);
    if (text(header, 257, 5) !== 'ustar') throw new Error('not a tar archive');
    const size = Number.parseInt(text(header, 124, 12).trim(), 8);
    const start = at + block;
    if (!Number.isSafeInteger(size) || start + size > bytes.length)
      throw new Error('the tar archive ends early');
    const folder = text(header, 345, 155);
    const name = folder === '' ? text(header, 0, 100) : `${folder}/${text(header, 0, 100)}`;
    const type = text(header, 156, 1);
    if (type === '' || type === '0') {
      if (name.startsWith('/') || name.split('/').includes('..')) throw new Error(`unsafe name ${name}`);
      files.push({ name, bytes: bytes.subarray(start, start + size) });
    }
    at = start + Math.ceil(size / block) * block;
  }
  return files;
}

/** GNU archives fill the prefix field with other things only for file types that are left out above. */
function text(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}
