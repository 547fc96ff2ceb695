import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { FileWriter, noIdentifier } from './file-writer.ts';

/**
 * Writes the file as PDF 1.7 with what it still uses. Its identifier (ISO 19005-3, 6.1.3) is taken from
 * all the rest of it, so that it is the same for the same paper and no other.
 */
export function save(context: PDFContext): Uint8Array {
  const writer = new FileWriter(context);
  for (const [ref, object] of inUse(context)) writer.add(ref, object);
  const file = writer.end();
  const real = createHash('sha256').update(file).digest('hex').slice(0, 32).toUpperCase();
  // The trailer stands at the end, and text like this nowhere behind it.
  for (let at = file.lastIndexOf(`<${noIdentifier}>`), n = 0; n < 2 && at >= 0; n++) {
    file.write(real, at + 1, 'latin1');
    at = file.lastIndexOf(`<${noIdentifier}>`, at);
  }
  return file;
}

/** Without this the tags of Chromium would stay in the file beside those that took their place. */
function inUse(context: PDFContext): [PDFRef, PDFObject][] {
  const used = new Map<PDFRef, PDFObject>();
  const open: PDFObject[] = [];
  const reach = (object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) {
      if (used.has(object)) return;
      const found = context.lookup(object);
      if (!found) return;
      used.set(object, found);
      open.push(found);
    } else if (object instanceof PDFDict || object instanceof PDFArray || object instanceof PDFStream) {
      open.push(object);
    }
  };
  reach(context.trailerInfo.Root);
  reach(context.trailerInfo.Info);
  for (let object = open.pop(); object; object = open.pop()) {
    if (object instanceof PDFArray) for (let i = 0; i < object.size(); i++) reach(object.get(i));
    else if (object instanceof PDFDict) object.values().forEach(reach);
    else if (object instanceof PDFStream) object.dict.values().forEach(reach);
  }
  return [...used].sort(([a], [b]) => a.objectNumber - b.objectNumber);
}
