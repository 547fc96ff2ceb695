import { PDFArray, PDFDict, PDFName, PDFRef, type PDFObject } from '@cantoo/pdf-lib';
import { pageRefs } from '../finish/pages.ts';
import { readPdf } from '../finish/read.ts';

/**
 * The pages that a printed paper's links lead to: page numbers from 1 by the name of the destination,
 * which is the id that the HTML gave it (ISO 32000-1, 12.3.2.3, named destinations).
 */
export async function destinationPages(pdf: Uint8Array): Promise<Map<string, number>> {
  const context = await readPdf(pdf);
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  const numbers = new Map(pageRefs(context, catalog).map((page, i) => [page, i + 1]));
  const found = new Map<string, number>();
  const dests = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, value] of dests?.entries() ?? []) {
    const number = numbers.get(pageOf(context.lookup(value)) ?? PDFRef.of(0));
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
