/**
 * What a straightforward script does: puppeteer, the embedded browser as its documentation starts it,
 * and one page that every HTML file goes through in turn.
 *
 *   node naive.mjs load|networkidle0 <pdf> <html>…
 *
 * The PDF is overwritten by each file. Prints the milliseconds that each file took, as JSON.
 */
import { readFile } from 'node:fs/promises';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';

const [, , waitUntil, pdf, ...files] = process.argv;

const browser = await puppeteer.launch({
  args: puppeteer.defaultArgs({ args: chromium.args, headless: 'shell' }),
  executablePath: await chromium.executablePath(),
  headless: 'shell',
});
const page = await browser.newPage();
const took = [];
for (const file of files) {
  const begun = performance.now();
  await page.setContent(await readFile(file, 'utf8'), { waitUntil });
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
  took.push(performance.now() - begun);
}
await browser.close();
console.log(JSON.stringify(took));
