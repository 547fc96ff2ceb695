import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { deflateSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { openBrowser } from './browser.ts';
import { annualReport, auditorsLetter, minutes, type ExternalText } from './external-texts.ts';
import { projectFolder } from './project.ts';

/**
 * Makes the example's PDFs “of somebody else’s” in data/files: one as a good word processor makes it (tagged, with
 * bookmarks, links and a page on its side), one as a scanner makes it (pictures of pages and nothing else), and
 * minutes. What they say is invented, and they say so.
 *
 * `UPDATE_CASES=1 npx vitest run test/external-files.test.ts` writes them.
 */
export async function makeExternalFiles(): Promise<Map<string, Uint8Array>> {
  const opened = await openBrowser();
  const { browser } = opened;
  try {
    return new Map([
      [annualReport.name, await printed(browser, annualReport)],
      [minutes.name, await printed(browser, minutes)],
      [auditorsLetter.name, await scanned(browser, auditorsLetter)],
    ]);
  } finally {
    await opened.close();
  }
}

/** The fonts come with the project, so that a file is the same wherever it is made. */
const fonts = ([400, 700] as const)
  .map((weight) => {
    const file = join(projectFolder, `templates/shared/fonts/arimo-latin-${String(weight)}-normal.woff2`);
    const data = readFileSync(file).toString('base64');
    return `@font-face { font-family: Arimo; font-weight: ${String(weight)}; src: url(data:font/woff2;base64,${data}); }`;
  })
  .join('\n');

async function open(browser: Browser, { title, style, body }: ExternalText): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title>` +
      `<style>${fonts}\nhtml { font: 11pt/1.45 Arimo; }\n${style}</style></head><body>${body}</body></html>`,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

/** As a word processor would save it: with tags, bookmarks and links. */
async function printed(browser: Browser, text: ExternalText): Promise<Uint8Array> {
  const page = await open(browser, text);
  const made = await page.pdf({
    preferCSSPageSize: true,
    tagged: true,
    outline: true,
    printBackground: true,
  });
  const headings = await page.$$eval('h1, h2, h3', (found) =>
    found.map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim()),
  );
  await page.close();
  const pdf = await PDFDocument.load(made, { updateMetadata: false });
  mendBookmarks(pdf, headings);
  return settled(pdf, text);
}

/** The browser leaves out the space where a heading goes over the line: its bookmark says “held on9 December”. */
function mendBookmarks({ context }: PDFDocument, headings: readonly string[]): void {
  const closed = (words: string): string => words.replaceAll(/\s+/g, '');
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('Parent'))) continue;
    const title = object.get(PDFName.of('Title'));
    if (!(title instanceof PDFString || title instanceof PDFHexString)) continue;
    const meant = headings.find((heading) => closed(heading) === closed(title.decodeText()));
    if (meant !== undefined) object.set(PDFName.of('Title'), PDFHexString.fromText(meant));
  }
}

const scan = { width: 1240, height: 1754, dotsPerPoint: 150 / 72 };

/** As a scanner would: each page a picture in black and white, a little askew, without a word of text. */
async function scanned(browser: Browser, text: ExternalText): Promise<Uint8Array> {
  const page = await open(browser, text);
  await page.setViewport({ width: 794, height: 1123, deviceScaleFactor: scan.width / 794 });
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const sheets = await page.$$('section');
  for (const sheet of sheets) {
    const png = Buffer.from(await sheet.screenshot({ type: 'png' })).toString('base64');
    const bits = Buffer.from(await page.evaluate(blackAndWhite, png, scan.width, scan.height), 'base64');
    const size: [number, number] = [scan.width / scan.dotsPerPoint, scan.height / scan.dotsPerPoint];
    const image = pdf.context.register(
      pdf.context.stream(deflateSync(bits, { level: 9 }), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: scan.width,
        Height: scan.height,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 1,
        Filter: 'FlateDecode',
      }),
    );
    const added = pdf.addPage(size);
    const name = added.node.newXObject('Scan', image);
    const drawing = `q ${String(size[0])} 0 0 ${String(size[1])} 0 0 cm ${name.asString()} Do Q`;
    added.node.addContentStream(pdf.context.register(pdf.context.stream(drawing)));
  }
  await page.close();
  return settled(pdf, text);
}

/** In the browser: the picture’s dots, eight in a byte, white where the paper is. */
async function blackAndWhite(png: string, width: number, height: number): Promise<string> {
  const picture = new Image();
  picture.src = `data:image/png;base64,${png}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const drawing = canvas.getContext('2d');
  if (!drawing) throw new Error('The browser cannot draw.');
  drawing.fillStyle = 'white';
  drawing.fillRect(0, 0, width, height);
  drawing.rotate(0.004);
  drawing.drawImage(picture, 0, 0, width, height);
  const { data } = drawing.getImageData(0, 0, width, height);
  const bytes = new Uint8Array(Math.ceil(width / 8) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[4 * (y * width + x)] ?? 0) > 150) {
        const at = y * Math.ceil(width / 8) + (x >> 3);
        bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7));
      }
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Nothing in it says when it was made, so that it is the same each time. */
async function settled(pdf: PDFDocument, { title, author, date }: ExternalText): Promise<Uint8Array> {
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(author);
  pdf.setCreator(author);
  pdf.setProducer('Invented example');
  pdf.setCreationDate(new Date(`${date}T09:00:00Z`));
  pdf.setModificationDate(new Date(`${date}T09:00:00Z`));
  const id = PDFHexString.of(Buffer.from(date).toString('hex').padEnd(32, '0'));
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
  return pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}
