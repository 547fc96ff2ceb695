import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words of a tagged PDF in the order of its tags, by a reader that is not Scrutineer's own. */
export async function wordsByTags(bytes: Uint8Array): Promise<string> {
  // The reader takes the bytes for itself.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marked = wordsByMark(items);
    pages.push(
      marksInOrder(await page.getStructTree())
        .flatMap((id) => marked.get(id) ?? [])
        .join(' '),
    );
  }
  await task.destroy();
  return pages.join(' ');
}

/** The words of each piece of marked content, by its identifier. */
function wordsByMark(items: readonly unknown[]): Map<string, string[]> {
  const words = new Map<string, string[]>();
  const open: string[] = [];
  for (const item of items) {
    if (!isObject(item)) continue;
    if (item['type'] === 'beginMarkedContent' || item['type'] === 'beginMarkedContentProps')
      open.push(typeof item['id'] === 'string' ? item['id'] : '');
    else if (item['type'] === 'endMarkedContent') open.pop();
    else if (typeof item['str'] === 'string') {
      const id = open.findLast((one) => one !== '');
      if (id !== undefined) words.set(id, [...(words.get(id) ?? []), item['str']]);
    }
  }
  return words;
}

function marksInOrder(node: unknown): string[] {
  if (!isObject(node)) return [];
  if (node['type'] === 'content' && typeof node['id'] === 'string') return [node['id']];
  return Array.isArray(node['children']) ? node['children'].flatMap(marksInOrder) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
