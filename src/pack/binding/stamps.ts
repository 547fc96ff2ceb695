import { escapeHtml, type HtmlDocument } from '../../render/document.ts';
import { facesFor, type Face } from '../../render/fonts.ts';

/** What is laid over a page; each text stands in one line. */
export interface StampedPage {
  /** In points, as the page is shown. */
  width: number;
  height: number;
  /** “Page 12” */
  footRight?: string;
  footLeft?: string;
  headLeft?: string;
  headRight?: string;
  /** “DRAFT”, large and pale across the page. */
  watermark?: string;
  /** For a page that may be filled to its edge: closer to the edge, and on white. */
  ground?: boolean;
}

/** How stamps look. */
export interface StampStyle {
  /** Those of the house style; each goes in where a stamp needs it. */
  faces: readonly Face[];
  /** As CSS has it: `Arimo, sans-serif`. */
  family: string;
  /** BCP 47, e.g. `en-GB`. */
  language: string;
}

/** A4, in points: on larger pages stamps are larger, so that they can be read when it is printed smaller. */
const a4Width = 595;

/**
 * A document of one sheet a page, to be printed and laid over the pages (see `layOver`). Its elements
 * say by their language what kind of decoration they are.
 */
export function stampDocument(pages: readonly StampedPage[], style: StampStyle): HtmlDocument {
  const sizes = new Map<string, string>();
  const sheets = pages.map((page) => {
    const size = `${inShort(page.width)}pt ${inShort(page.height)}pt`;
    const name = sizes.get(size) ?? `s${sizes.size + 1}`;
    sizes.set(size, name);
    return sheet(page, name, style.language);
  });
  const body = sheets.join('\n');
  const { css } = facesFor(style.faces, pages.flatMap(textsOf).join(''));
  const rules = [...sizes].map(([size, name]) => {
    // A point less, since a sheet that is rounded up would take a second page.
    const height = `calc(${size.split(' ')[1] ?? ''} - 1pt)`;
    return `@page ${name} { size: ${size}; margin: 0 }\n.${name} { page: ${name}; height: ${height} }`;
  });
  const head = `<meta charset="utf-8"><style>${css}\n${look(style.family)}</style>`;
  return { title: 'Stamps', language: style.language, head, pageCss: rules.join('\n'), body, headings: [] };
}

function textsOf({ footRight, footLeft, headLeft, headRight, watermark }: StampedPage): string[] {
  return [footRight, footLeft, headLeft, headRight, watermark].filter((text) => text !== undefined);
}

function look(family: string): string {
  return `html, body { margin: 0; font-family: ${family}; color: #000 }
.sheet { position: relative; break-before: page; overflow: hidden }
.sheet:first-child { break-before: auto }
.sheet > * { position: absolute; font-size: 12.75px; line-height: 1.3; white-space: nowrap; font-variant-numeric: lining-nums tabular-nums }
.head { top: 12.6mm; font-weight: 700 }
.foot { bottom: calc(14.6mm - 1pt) }
.left { left: 25mm }
.right { right: 25mm }
.ground > .head { top: 5mm }
.ground > .foot { bottom: calc(5mm - 1pt) }
.ground > .left { left: 8mm }
.ground > .right { right: 8mm }
.ground > .head, .ground > .foot { background: #fff; padding: 0.8mm 1.5mm }
.sheet > .watermark { left: 50%; top: 50%; line-height: 1; font-weight: 700; color: rgb(0 0 0 / 9%) }`;
}

function sheet(page: StampedPage, name: string, language: string): string {
  const zoom = Math.max(1, Math.min(page.width, page.height) / a4Width);
  const text = (kind: 'header' | 'footer' | 'watermark', classes: string, words?: string, css = '') =>
    words === undefined || words.trim() === ''
      ? ''
      : `<div class="${classes}" lang="${escapeHtml(language)}-x-${kind}"${css === '' ? '' : ` style="${css}"`}>${escapeHtml(words)}</div>`;
  const enlarged = zoom === 1 ? '' : `zoom: ${inShort(zoom)}`;
  return (
    `<div class="sheet ${name}${page.ground === true ? ' ground' : ''}">` +
    text('watermark', 'watermark', page.watermark, acrossPage(page)) +
    text('header', 'head left', page.headLeft, enlarged) +
    text('header', 'head right', page.headRight, enlarged) +
    text('footer', 'foot left', page.footLeft, enlarged) +
    text('footer', 'foot right', page.footRight, enlarged) +
    '</div>'
  );
}

/** From corner to corner, as large as the words leave room for. */
function acrossPage({ width, height, watermark = '' }: StampedPage): string {
  const diagonal = Math.hypot(width, height);
  // A bold capital is about three quarters as wide as the letters are high.
  const size = Math.min(
    0.28 * Math.min(width, height),
    (0.8 * diagonal) / (0.76 * Math.max(1, watermark.length)),
  );
  const angle = (-Math.atan2(height, width) * 180) / Math.PI;
  return `font-size: ${inShort(size)}pt; transform: translate(-50%, -50%) rotate(${inShort(angle)}deg)`;
}

function inShort(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}
