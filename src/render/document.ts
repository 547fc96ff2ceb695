/**
 * A paper as HTML, in the parts that the printer needs apart: `head` is the same for every paper of a
 * style, so that a page kept loaded needs only a new body.
 */
export interface HtmlDocument {
  title: string;
  /** BCP 47, e.g. `en-GB`. */
  language: string;
  /** Inside `<head>`, the same for every paper of this style: `<meta>`s and `<style>`s with fonts. */
  head: string;
  /** CSS particular to this paper: the accent colour and the text of the page's margin boxes. */
  pageCss: string;
  /** Inside `<body>`. */
  body: string;
  /** The headings in the order of the page, as words: what bookmarks say. */
  headings: string[];
  /** The record that travels with the paper, as JSON; in the file only, not in what is printed. */
  data?: string;
}

/** A paper without what is in the file only. What that is, is not made for it: see `pipeline.ts`. */
export function asPrinted({ title, language, head, pageCss, body, headings }: HtmlDocument): HtmlDocument {
  return { title, language, head, pageCss, body, headings };
}

/** The whole file: stands alone, no scripts, nothing fetched. */
export function toHtml(document: HtmlDocument): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(document.language)}">
<head>
${document.head}
<title>${escapeHtml(document.title)}</title>
<style id="this-paper">${document.pageCss}</style>
${document.data === undefined ? '' : `<script type="application/json" id="record">${document.data}</script>\n`}</head>
<body>
${document.body}
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
