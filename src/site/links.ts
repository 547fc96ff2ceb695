import { figure } from '../compose/words.ts';
import type { SiteFile } from './files.ts';
import type { Link } from './page-shape.ts';

/** Links to files, each with what it leads to: the form, the pages and the size. */
export async function linksTo(files: readonly SiteFile[], text: string, of: string): Promise<Link[]> {
  return Promise.all(
    files.map(async (file) => ({ href: addressOf(file.to), text, of, form: await formOf(file) })),
  );
}

/** A place on the site as an address in a page: names of PDFs may hold nothing that an address cannot, yet are encoded. */
export function addressOf(to: string): string {
  return to.split('/').map(encodeURIComponent).join('/');
}

async function formOf({ kind, bytes, others }: SiteFile): Promise<string> {
  if (kind === 'html') {
    const pages = others.filter(({ to }) => to.endsWith('.html')).length + 1;
    return pages === 1 ? 'web page' : `${figure(pages)} web pages`;
  }
  const pages = await pagesOf(bytes);
  const counted = pages === undefined ? [] : [`${figure(pages)} ${pages === 1 ? 'page' : 'pages'}`];
  return ['PDF', ...counted, sizeInWords(bytes.length)].join(', ');
}

/** "118 KB", "2.4 MB": as web sites give sizes, in thousands of bytes. */
export function sizeInWords(bytes: number): string {
  if (bytes < 999_500) return `${figure(Math.max(1, Math.round(bytes / 1000)))} KB`;
  const megabytes = bytes / 1_000_000;
  return `${megabytes < 9.95 ? megabytes.toFixed(1) : figure(Math.round(megabytes))} MB`;
}

/** How many pages a PDF has; undefined where it cannot be read without its password, or at all. */
export async function pagesOf(pdf: Uint8Array): Promise<number | undefined> {
  // The program has the library's objects and not its documents: esbuild.config.mjs leaves these out.
  const { PDFDict, PDFName, PDFNumber, PDFParser } = await import('@cantoo/pdf-lib');
  try {
    const context = await PDFParser.forBytesWithOptions(pdf, Number.POSITIVE_INFINITY).parseDocument();
    const root = context.lookup(context.trailerInfo.Root, PDFDict);
    const count = root.lookup(PDFName.of('Pages'), PDFDict).lookup(PDFName.of('Count'), PDFNumber).asNumber();
    return context.trailerInfo.Encrypt === undefined ? count : undefined;
  } catch {
    return undefined;
  }
}
