import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readPdf } from './pdf.ts';

/** A page of a PDF with what leads away from it. */
export interface PdfPage {
  label: string;
  /** Its words, a line a line. */
  text: string;
  /** What leads to another page of the same file: the words that are clicked on, and the number of that page from 1. */
  links: { words: string; to: number }[];
}

/** A bookmark and the page that it leads to, from 1. */
export interface Bookmark {
  level: number;
  title: string;
  page: number;
}

interface OutlineNode {
  title: string;
  dest: unknown;
  items: OutlineNode[];
}

type Reader = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Reads where everything in a PDF stands and leads to, with an independent reader. */
export async function readPdfPages(bytes: Uint8Array): Promise<{ pages: PdfPage[]; bookmarks: Bookmark[] }> {
  const { pages: texts } = await readPdf(bytes);
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const labels = (await document.getPageLabels()) ?? [];
  const pages: PdfPage[] = [];
  for (const [index, text] of texts.entries())
    pages.push({ label: labels[index] ?? '', text, links: await linksOn(document, index + 1) });
  const flat = async (nodes: readonly OutlineNode[], level: number): Promise<Bookmark[]> => {
    const found: Bookmark[] = [];
    for (const { title, dest, items } of nodes)
      found.push({ level, title, page: await pageOf(document, dest) }, ...(await flat(items, level + 1)));
    return found;
  };
  const outline: OutlineNode[] = await document.getOutline();
  const bookmarks = await flat(outline, 0);
  await task.destroy();
  return { pages, bookmarks };
}

/** @throws Error where it leads nowhere */
async function pageOf(document: Reader, dest: unknown): Promise<number> {
  const explicit: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest;
  const ref: unknown = Array.isArray(explicit) ? explicit[0] : undefined;
  if (typeof ref !== 'object' || ref === null) throw new Error(`${JSON.stringify(dest)} leads nowhere`);
  return 1 + (await document.getPageIndex(ref as Parameters<Reader['getPageIndex']>[0]));
}

async function linksOn(document: Reader, number: number): Promise<PdfPage['links']> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x = 0, y = 0] = item.transform as number[];
    return [{ words: item.str, x: x + item.width / 2, y: y + item.height / 3 }];
  });
  const found: PdfPage['links'] = [];
  for (const { subtype, dest, rect } of (await page.getAnnotations()) as {
    subtype?: string;
    dest?: unknown;
    rect?: number[];
  }[]) {
    if (subtype !== 'Link' || dest === null || dest === undefined) continue;
    const [left = 0, bottom = 0, right = 0, top = 0] = rect ?? [];
    const words = pieces
      .filter(({ x, y }) => x >= left && x <= right && y >= bottom && y <= top)
      .map((piece) => piece.words)
      .join(' ');
    found.push({ words: words.replaceAll(/\s+/g, ' ').trim(), to: await pageOf(document, dest) });
  }
  return found;
}
