import type { HtmlDocument } from '../render/document.ts';
import type { PrintedPage } from './lines.ts';

/**
 * What is laid behind the pages of a draft: the word DRAFT across each, and a number beside each line, for comments (“page 3,
 * line 17”). Every line has its number, as in word processors, so that nobody has to count; numbers start again on each
 * page. None of it is read aloud.
 */
export function draftStamp(paper: HtmlDocument, pages: readonly PrintedPage[]): HtmlDocument {
  return {
    title: paper.title,
    language: paper.language,
    // The same head as the paper's, so that the page that is loaded in the browser needs only another body.
    head: paper.head,
    pageCss: cssFor(pages[0] ?? a4),
    body: pages.map((page) => sheet(page, paper.language)).join('\n'),
    headings: [],
  };
}

const a4 = { width: 595.28, height: 841.89 };

/** Points. Small letters that still can be read, in a grey of 5.7:1. */
const size = 8;

function sheet({ baselines }: PrintedPage, language: string): string {
  const numbers = baselines.map(
    (top, i) => `<p class="line" style="top:${(top - size).toFixed(2)}pt"><i></i>${String(i + 1)}</p>`,
  );
  return `<div class="sheet"><p class="across" lang="${language}-x-watermark">DRAFT</p>${numbers.join('')}</div>`;
}

const boxes = ['top', 'bottom'].flatMap((edge) =>
  ['left-corner', 'left', 'center', 'right', 'right-corner'].map((place) => `@${edge}-${place}`),
);
const sides = ['left', 'right'].flatMap((edge) =>
  ['top', 'middle', 'bottom'].map((place) => `@${edge}-${place}`),
);
const noFurniture = [...boxes, ...sides].map((box) => `${box} { content: none !important; }`).join(' ');

/** A line's number stands on a strut as high as its letters, so that its baseline is where the line's is in any font. */
function cssFor({ width, height }: Pick<PrintedPage, 'width' | 'height'>): string {
  return `@page { size: ${String(width)}pt ${String(height)}pt; margin: 0; ${noFurniture} }
@page :first { margin: 0; ${noFurniture} }
html { background: none; }
body, .sheet p { margin: 0; padding: 0; }
.sheet { position: relative; height: ${String(height - 1)}pt; overflow: hidden; break-after: page; }
.sheet:last-child { break-after: auto; }
.sheet .across { position: absolute; left: 50%; top: 50%; transform: translate(-50%, -50%) rotate(-52deg); font-size: 165pt; line-height: 1; font-weight: 700; letter-spacing: 0.06em; color: #e9e9e9; white-space: nowrap; print-color-adjust: exact; }
.sheet .line { position: absolute; left: 0; width: 18.5mm; text-align: right; font-size: ${String(size)}pt; line-height: 0; font-weight: 400; font-variant-numeric: lining-nums tabular-nums; color: #595959; white-space: nowrap; }
.sheet .line i { display: inline-block; width: 0; height: ${String(size)}pt; }`;
}
