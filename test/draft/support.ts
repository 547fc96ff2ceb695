import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Has a council of the example ask for clearances. */
export function askFor(root: string, council: string, clearances: readonly string[]): void {
  const file = join(root, 'data/councils', `${council}.yaml`);
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8')}\ndeadlines: { clearances: [${clearances.join(', ')}] }\n`,
  );
}

/** Has people clear a report of the example. */
export function clear(
  root: string,
  report: string,
  by: readonly string[],
  comment = 'Nothing to add.',
): void {
  const file = join(root, 'data/reports', `${report}.yaml`);
  const entries = by.map(
    (one) => `  - { by: ${one}, role: Head of ${one}, date: 2002-05-01, comment: ${comment} }\n`,
  );
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nclearance:\n${entries.join('')}`);
}

/** What stands beside and in the text of a page, as an independent reader finds it. */
export interface Found {
  /** The numbers in the left margin, from the top, each with the height of its baseline. */
  numbers: { text: string; y: number }[];
  /** The heights of the lines of text between the margins, from the top. */
  lines: number[];
  /** Whether DRAFT stands across the page. */
  across: boolean;
}

interface Item {
  str: string;
  transform: number[];
}

function isItem(item: unknown): item is Item {
  return typeof item === 'object' && item !== null && 'str' in item && 'transform' in item;
}

const slope = ({ transform }: Item): number => Math.abs(transform[1] ?? 0);

const points = (millimetres: number): number => (millimetres / 25.4) * 72;

/** Reads the pages of a draft. */
export async function pagesOf(pdf: Uint8Array): Promise<Found[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await task.promise;
  const found: Found[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const words = items
      .filter((item): item is typeof item & Item => isItem(item))
      .filter(({ str }) => str.trim() !== '');
    const upright = words.filter((item) => slope(item) < 0.01);
    const place = ({ transform }: Item): { x: number; y: number; size: number } => ({
      x: transform[4] ?? 0,
      y: transform[5] ?? 0,
      size: Math.abs(transform[3] ?? 0),
    });
    const inText = upright.filter((item) => {
      const { x, y, size } = place(item);
      return x > points(24) && y < height - points(22) && y > points(25) && size > 1;
    });
    const lines: number[] = [];
    for (const y of inText.map((item) => place(item).y).sort((a, b) => b - a)) {
      const last = lines.at(-1);
      if (last === undefined || last - y > 6) lines.push(y);
    }
    found.push({
      numbers: upright
        .filter((item) => place(item).x < points(20))
        .map((item) => ({ text: item.str.trim(), y: place(item).y }))
        .sort((a, b) => b.y - a.y),
      lines,
      across: words.some((item) => item.str.trim() === 'DRAFT' && slope(item) > 1),
    });
  }
  await task.destroy();
  return found;
}
