import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFHeader,
  PDFHexString,
  PDFRef,
  PDFStream,
  PDFStreamWriter,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** Few and large packs of objects are smaller and faster than many small ones. */
const objectsInPack = 1000;

const noIdentifier = '0'.repeat(32);

/**
 * Writes the file as PDF 1.7 with what it still uses. Its identifier (ISO 19005-3, 6.1.3) is taken from
 * all the rest of it, so that it is the same for the same paper and no other.
 */
export async function save(context: PDFContext): Promise<Uint8Array> {
  dropUnused(context);
  context.header = PDFHeader.forVersion(1, 7);
  const identifier = PDFHexString.of(noIdentifier);
  context.trailerInfo.ID = context.obj([identifier, identifier]);
  const file = Buffer.from(
    await PDFStreamWriter.forContext(
      context,
      Number.POSITIVE_INFINITY,
      true,
      objectsInPack,
    ).serializeToBuffer(),
  );
  const real = createHash('sha256').update(file).digest('hex').slice(0, 32).toUpperCase();
  // The trailer stands at the end, and text like this nowhere behind it.
  for (let at = file.lastIndexOf(`<${noIdentifier}>`), n = 0; n < 2 && at >= 0; n++) {
    file.write(real, at + 1, 'latin1');
    at = file.lastIndexOf(`<${noIdentifier}>`, at);
  }
  return file;
}

/** Without this the tags of Chromium would stay in the file beside those that took their place. */
function dropUnused(context: PDFContext): void {
  const used = new Set<PDFRef>();
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info];
  while (open.length > 0) {
    const object = open.pop();
    if (object instanceof PDFRef) {
      if (used.has(object)) continue;
      used.add(object);
      open.push(context.lookup(object));
    } else if (object instanceof PDFArray) {
      open.push(...object.asArray());
    } else if (object instanceof PDFDict) {
      open.push(...object.values());
    } else if (object instanceof PDFStream) {
      open.push(...object.dict.values());
    }
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!used.has(ref)) context.delete(ref);
}
