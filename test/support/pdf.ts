import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as read back. */
export interface ReadPdf {
  /** The text of each page, a line a line. */
  pages: string[];
  title: string;
  language: string | null;
  tagged: boolean;
  displaysTitle: boolean;
  /** Bookmarks, set in by level. */
  outline: string[];
  /** Link targets: addresses, or `#` and the destination's name. */
  links: string[];
}

interface OutlineNode {
  title: string;
  items: OutlineNode[];
}

/** Reads a PDF with an independent reader. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // The reader takes the bytes for itself.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const links: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const content = await page.getTextContent();
    pages.push(lines(content.items));
    for (const annotation of (await page.getAnnotations()) as {
      subtype?: string;
      url?: string;
      dest?: unknown;
    }[]) {
      if (annotation.subtype === 'Link') links.push(annotation.url ?? `#${String(annotation.dest)}`);
    }
  }
  const info = Object.fromEntries<unknown>(Object.entries((await document.getMetadata()).info));
  const mark = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  const preferences = Object.entries((await document.getViewerPreferences()) ?? {});
  const outline = ((await document.getOutline()) as OutlineNode[] | null) ?? [];
  const flat = (nodes: readonly OutlineNode[], level: number): string[] =>
    nodes.flatMap((node) => [`${'  '.repeat(level)}${node.title}`, ...flat(node.items, level + 1)]);
  const read: ReadPdf = {
    pages,
    title: String(info['Title']),
    language: typeof info['Language'] === 'string' ? info['Language'] : null,
    tagged: mark?.Marked ?? false,
    displaysTitle: preferences.some(([name, value]) => name === 'DisplayDocTitle' && value === true),
    outline: flat(outline, 0),
    links,
  };
  await task.destroy();
  return read;
}

/** Pieces of text on one baseline are one line; lines go from the top of the page down. */
function lines(items: readonly unknown[]): string {
  const placed = items.flatMap((item) => {
    if (typeof item !== 'object' || item === null || !('str' in item) || !('transform' in item)) return [];
    const { str, transform, width } = item as { str: string; transform: number[]; width: number };
    return str.trim() === '' ? [] : [{ text: str, x: transform[4] ?? 0, y: transform[5] ?? 0, width }];
  });
  const rows: { y: number; parts: typeof placed }[] = [];
  for (const part of placed) {
    const row = rows.find((r) => Math.abs(r.y - part.y) < 1.5);
    if (row) row.parts.push(part);
    else rows.push({ y: part.y, parts: [part] });
  }
  return rows
    .sort((a, b) => b.y - a.y)
    .map(({ parts }) =>
      parts
        .sort((a, b) => a.x - b.x)
        .reduce((line, part, i) => {
          const before = parts[i - 1];
          const gap = before ? part.x - (before.x + before.width) : 0;
          return line + (i > 0 && gap > 1 ? ' ' : '') + part.text.replaceAll('\u00a0', ' ');
        }, '')
        .trimEnd(),
    )
    .join('\n');
}
