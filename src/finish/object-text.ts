import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream, type PDFObject } from '@cantoo/pdf-lib';

/** An object as it is written in a file (ISO 32000-1, 7.3), one character a byte, with no white space to spare. */
export function textOfObject(object: PDFObject): string {
  // First what there is most of.
  if (object instanceof PDFRef || object instanceof PDFNumber) return object.toString();
  if (object instanceof PDFName) return object.asString();
  if (object instanceof PDFDict) {
    let text = '<<';
    for (const [key, value] of object.entries()) text += key.asString() + spaced(value);
    return `${text}>>`;
  }
  if (object instanceof PDFArray) {
    let text = '[';
    for (let index = 0; index < object.size(); index++) {
      const item = textOfObject(object.get(index));
      text += index === 0 || startsItself(item) ? item : ` ${item}`;
    }
    return `${text}]`;
  }
  if (object instanceof PDFStream) throw new Error('a stream stands where it cannot');
  return object.toString();
}

function spaced(value: PDFObject): string {
  const text = textOfObject(value);
  return startsItself(text) ? text : ` ${text}`;
}

/** What starts with a delimiter needs no space before it. */
function startsItself(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 47 || first === 40 || first === 60 || first === 91;
}
