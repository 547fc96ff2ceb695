import { PDFDict, PDFName, PDFParser, PDFRef, type PDFContext } from '@cantoo/pdf-lib';
import { afterAll, beforeAll } from 'vitest';
import { describePdf } from '../../src/finish/describe.ts';
import { finishPdf, type Finishing } from '../../src/finish/finish.ts';
import { pageRefs, readPages, type Content } from '../../src/finish/pages.ts';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { job, worldWith } from '../print/support.ts';

/** A printer for all tests of a file: gives back what the browser wrote. */
export function printing(): (body: string, css?: string) => Promise<Uint8Array> {
  let printer: Printer | undefined;
  beforeAll(() => {
    printer = openPrinter(worldWith());
  });
  afterAll(() => printer?.[Symbol.asyncDispose]());
  return (body, css = '') => printWith(printer, body, css);
}

export async function printWith(printer: Printer | undefined, body: string, css = ''): Promise<Uint8Array> {
  const result = await printer?.print(job('paper', body, { pageCss: css }));
  if (!result?.value) throw new Error(result?.diagnostics.map(({ message }) => message).join('\n'));
  return result.value;
}

export const aFinishing: Finishing = {
  title: 'Annual review <2002/2003> & “rating”',
  author: 'Director, Social Services',
  language: 'en-GB',
  date: new Date('2003-12-01T10:20:30Z'),
  attachments: [],
  claim: true,
};

/** The finished file; fails the test with what was said where there is none. */
export async function finished(pdf: Uint8Array, change: Partial<Finishing> = {}): Promise<Uint8Array> {
  const { value, diagnostics } = await finishPdf(pdf, { ...aFinishing, ...change });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

/** What was said, as `rule: message`. */
export async function refusals(pdf: Uint8Array, change: Partial<Finishing> = {}): Promise<string[]> {
  const { value, diagnostics } = await finishPdf(pdf, { ...aFinishing, ...change });
  if (value) throw new Error('The paper was finished.');
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

/** The tags of a file as they are read, without the document around them. */
export async function reading(pdf: Uint8Array): Promise<string> {
  const { reading: lines } = await describePdf(pdf);
  return lines
    .slice(1)
    .map((line) => line.slice(2))
    .join('\n');
}

export interface Opened {
  context: PDFContext;
  catalog: PDFDict;
  content: Content;
}

export async function open(pdf: Uint8Array): Promise<Opened> {
  const context = await PDFParser.forBytesWithOptions(pdf, Number.POSITIVE_INFINITY, true).parseDocument();
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  return { context, catalog, content: readPages(context, pageRefs(context, catalog)) };
}

/** Every dictionary of the file that has this name under this key. */
export function dictionaries({ context }: Opened, key: string, name: string): PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((dictionary) => dictionary.get(PDFName.of(key)) === PDFName.of(name));
}

export function refIn(dictionary: PDFDict | undefined, key: string): PDFRef | undefined {
  const found = dictionary?.get(PDFName.of(key));
  return found instanceof PDFRef ? found : undefined;
}
