import {
  PDFArray,
  PDFDict,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFName,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { refOf } from './object-reader.ts';
import type { Trailer } from './read.ts';

/**
 * Puts all objects of one context into another, each under its number and so much more.
 * @returns where the file of the first starts, in the numbers of the other
 */
export function renumber(from: PDFContext, to: PDFContext, offset: number): Trailer {
  // Of one number a sound file has one generation only.
  const refs = (ref: PDFRef): PDFRef => refOf(ref.objectNumber + offset);
  const copy = (object: PDFObject): PDFObject => {
    if (object instanceof PDFRef) return refs(object);
    if (object instanceof PDFDict) return copyOf(object);
    if (object instanceof PDFStream) return PDFRawStream.of(copyOf(object.dict), object.getContents());
    if (!(object instanceof PDFArray)) return object;
    const array = PDFArray.withContext(to);
    for (let i = 0; i < object.size(); i++) array.push(copy(object.get(i)));
    return array;
  };
  const copyOf = (dictionary: PDFDict): PDFDict => {
    const entries = new Map<PDFName, PDFObject>();
    for (const [key, value] of dictionary.entries()) entries.set(key, copy(value));
    return PDFDict.fromMapWithContext(entries, to);
  };
  for (const [ref, object] of from.enumerateIndirectObjects()) to.assign(refs(ref), copy(object));
  const { Root, Info } = from.trailerInfo;
  return { ...(Root ? { Root: copy(Root) } : {}), ...(Info ? { Info: copy(Info) } : {}) };
}
