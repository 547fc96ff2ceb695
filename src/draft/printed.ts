import { asPrinted, type HtmlDocument } from '../render/document.ts';

/** What marks a draft that somebody prints from its HTML. In a PDF of ours the watermark is laid on by itself. */
const withoutWatermark = `
html { background: none; }
.watermark { display: none; }`;

/** A draft as it is printed for a PDF: without the watermark of its HTML, and with nothing that hides one behind it. */
export function printedDraft(document: HtmlDocument): HtmlDocument {
  return { ...asPrinted(document), pageCss: `${document.pageCss}${withoutWatermark}` };
}
