import { deflateSync } from 'node:zlib';
import { PDFRawStream, type PDFContext, type PDFDict } from '@cantoo/pdf-lib';
import { named } from './objects.ts';
import type { Layer, Page } from './pages.ts';

/** A tenth larger than the usual level makes page content, in half the time. */
const quickly = { level: 4 };

/** Puts other content in the place of a layer's own. */
export function replaceContent(
  context: PDFContext,
  page: Page,
  { form }: Pick<Layer, 'form'>,
  bytes: Uint8Array,
): void {
  const old = form && context.lookup(form);
  const stream = contentStream(old instanceof PDFRawStream ? old.dict : context.obj({}), bytes);
  if (form) context.assign(form, stream);
  else page.node.set(named('Contents'), context.register(stream));
}

/** A stream of instructions, packed. */
export function contentStream(dictionary: PDFDict, bytes: Uint8Array): PDFRawStream {
  dictionary.set(named('Filter'), named('FlateDecode'));
  return PDFRawStream.of(dictionary, deflateSync(bytes, quickly));
}
