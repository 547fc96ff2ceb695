/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inWords } from '../src/compose/describe-chart.ts';
import { describePdf } from '../src/finish/describe.ts';
import { openPrinter } from '../src/print/printer.ts';
import { dictionaries, open } from './finish/support.ts';
import { worldWith } from './print/support.ts';
import { openBrowser } from './support/browser.ts';
import { edges } from './support/edge-charts.ts';
import { filesOf } from './support/paper-files.ts';
import { readPdf } from './support/pdf.ts';
import { charts, paperWith } from './support/pictures.ts';
import { axeRules, enlargedWidth, views, widestSpacing } from './support/web-conditions.ts';

/** Pictures as people meet them: on a phone and a desk, in the dark, enlarged, in print and aloud. */

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const all = [...charts, ...Object.values(edges)];

describe('a paper with pictures', () => {
  let folder: string;
  let opened: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-pictures-'));
    for (const [name, shown] of [['some', charts] as const, ['all', all] as const])
      writeFileSync(join(folder, `${name}.html`), (await filesOf(paperWith(shown))).html);
    opened = await openBrowser();
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  async function show(name: 'some' | 'all', width: number): Promise<Page> {
    const page = await opened.browser.newPage();
    await page.setBypassCSP(true);
    await page.setViewport({ width, height: 900 });
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return page;
  }

  it.each(views)(
    'breaks no rule of WCAG 2.2 AA that axe can test ($width px, $colours)',
    async ({ width, colours }) => {
      const page = await show('some', width);
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [
          colours === 'forced'
            ? { name: 'forced-colors', value: 'active' }
            : { name: 'prefers-color-scheme', value: colours },
        ],
      });
      await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
      await page.evaluate(axeSource);
      const results = (await page.evaluate(
        `axe.run(document, { runOnly: ${JSON.stringify(axeRules)} })`,
      )) as AxeResults;
      expect(results.passes.length).toBeGreaterThan(15);
      expect(results.violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html}`))).toEqual([]);
      // What is filled and what is not differ from the page by at least 3 to 1 (1.4.11).
      const faint = await page.evaluate(() => {
        const light = (colour: string): number => {
          const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
            const of = Number(part) / 255;
            return of <= 0.04045 ? of / 12.92 : ((of + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = light(getComputedStyle(document.documentElement).backgroundColor);
        const contrast = (colour: string): number => {
          const own = light(colour);
          return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
        };
        return [
          ...document.querySelectorAll('.pictures :is(path, line, circle, rect:not(.behind rect), text)'),
        ]
          .map((shape) => {
            const { stroke, fill } = getComputedStyle(shape);
            return Math.max(...[stroke, fill].filter((one) => one.startsWith('rgb')).map(contrast));
          })
          .filter((most) => most < 3).length;
      });
      expect(faint).toBe(0);
      await page.close();
    },
  );

  it('keeps all words of all pictures inside them, by the real letters', async () => {
    const page = await show('all', 1280);
    const outside = await page.$$eval('.pictures svg', (pictures) =>
      pictures.flatMap((picture) => {
        const { width, height } = picture.viewBox.baseVal;
        return [...picture.querySelectorAll('text')]
          .filter((text) => {
            const box = text.getBBox();
            return (
              box.x < -1.1 || box.x + box.width > width + 1.1 || box.y < -3 || box.y + box.height > height + 3
            );
          })
          .map((text) => text.textContent);
      }),
    );
    expect(outside).toEqual([]);
    await page.close();
  });

  it('is legible on a phone, and runs out of no page at 400%', async () => {
    const phone = await show('all', 360);
    const smallest = await phone.$$eval('.pictures svg', (pictures) =>
      Math.min(...pictures.map((p) => (p.getBoundingClientRect().width / p.viewBox.baseVal.width) * 14)),
    );
    expect(smallest).toBeGreaterThanOrEqual(14);
    await phone.emulateMediaType('print');
    // In print 14 pixels are 10.5 pt, so that nothing may be scaled.
    const scales = await phone.$$eval('.pictures svg', (pictures) =>
      pictures.map((p) => p.getBoundingClientRect().width / p.viewBox.baseVal.width),
    );
    expect(new Set(scales)).toEqual(new Set([1]));
    await phone.close();
    const enlarged = await show('all', enlargedWidth);
    await enlarged.addStyleTag({ content: widestSpacing });
    expect(await enlarged.evaluate(() => document.documentElement.scrollWidth)).toBe(enlargedWidth);
    await enlarged.close();
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        'no-redundant-role': 'off',
        'prefer-native-element': ['error', { exclude: ['list', 'region', 'img'] }],
        'no-inline-style': 'off',
        'require-sri': 'off',
      },
    });
    const found = await validator.validateString(readFileSync(join(folder, 'all.html'), 'utf8'));
    expect(found.results.flatMap((r) => r.messages.map((m) => `${m.ruleId}: ${m.message}`))).toEqual([]);
  });

  it('in print has each picture as a figure with its words, in place on its page', async () => {
    await using printer = openPrinter(worldWith());
    const { pdf, said } = await filesOf(paperWith(all), printer);
    expect(said).toEqual([]);
    if (!pdf) throw new Error('there is no PDF');
    const { reading } = await describePdf(pdf);
    const alternatives = reading.flatMap(
      (line) => /^\s*Figure \(alternative “(.*)”\)(?:: .*)?$/.exec(line)?.[1] ?? [],
    );
    expect(alternatives).toEqual(all.flatMap(inWords).map((words) => words.replaceAll(/\s+/g, ' ')));
    expect(reading.filter((line) => /^\s*Caption: Figure \d+: \S/.test(line))).toHaveLength(all.length);
    // The same in a table is for the screen; in print everything is in the picture and its words.
    expect(reading.join('\n')).not.toContain('as a table');
    const figures = dictionaries(await open(pdf), 'S', 'Figure');
    expect(figures).toHaveLength(alternatives.length);
    for (const figure of figures) {
      const box = figure
        .lookup(PDFName.of('A'), PDFDict)
        .lookup(PDFName.of('BBox'), PDFArray)
        .asArray()
        .map(Number);
      const [left = 0, bottom = 0, right = 0, top = 0] = box;
      // Between the margins of A4, and no wider than the widest picture: 552 pixels are 414 points.
      expect(left).toBeGreaterThanOrEqual(70);
      expect(right - left).toBeLessThanOrEqual(417);
      expect([bottom > 60, top < 790, top > bottom]).toEqual([true, true, true]);
    }
    expect((await readPdf(pdf)).pages.join('\n')).toContain('598.2');
  });
});
