import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, type PDFObject } from '@cantoo/pdf-lib';

/**
 * The pages that a printed paper's links lead to: page numbers from 1 by the name of the destination,
 * which is the id that the HTML gave it (ISO 32000-1, 12.3.2.3, named destinations).
 */
export async function destinationPages(pdf: Uint8Array): Promise<Map<string, number>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const numbers = new Map(document.getPages().map((page, i) => [page.ref, i + 1]));
  const found = new Map<string, number>();
  const dests = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, value] of dests?.entries() ?? []) {
    const number = numbers.get(pageOf(document.context.lookup(value)) ?? PDFRef.of(0));
    if (number !== undefined) found.set(decodeURIComponent(name.decodeText()), number);
  }
  return found;
}

function pageOf(destination: PDFObject | undefined): PDFRef | undefined {
  const array =
    destination instanceof PDFDict ? destination.lookupMaybe(PDFName.of('D'), PDFArray) : destination;
  const page = array instanceof PDFArray ? array.get(0) : undefined;
  return page instanceof PDFRef ? page : undefined;
}
