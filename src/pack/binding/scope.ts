import { PDFArray, PDFHexString, PDFString, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { tagsIn, type Tag } from '../../finish/tree.ts';

/** Makes the identifiers of a part's tags differ from those of all other parts. */
export function scopeIds(context: PDFContext, document: Tag, part: number): void {
  for (const tag of tagsIn([document])) {
    if (tag.id !== undefined) tag.id = scoped(tag.id, part);
    for (const values of tag.attributes.values()) {
      const headers = values.get('Headers');
      if (headers instanceof PDFArray) values.set('Headers', scopedHeaders(context, headers, part));
    }
  }
}

export function scoped(id: string, part: number): string {
  return `part ${part} ${id}`;
}

/** The headers that a table's cell names (ISO 32000-1, table 349). */
export function scopedHeaders(context: PDFContext, headers: PDFArray, part: number): PDFArray {
  const renamed = PDFArray.withContext(context);
  for (const id of headers.asArray()) renamed.push(scopedText(id, part));
  return renamed;
}

export function scopedText(id: PDFObject, part: number): PDFObject {
  const isText = id instanceof PDFString || id instanceof PDFHexString;
  return isText ? PDFString.of(scoped(id.decodeText(), part).replace(/[()\\]/g, '\\$&')) : id;
}
