/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { run, testProject, type TestProject } from './support/project.ts';
import {
  axeRules,
  enlargedWidth,
  forcedColoursWidth,
  houseStyles,
  schemes,
  widestSpacing,
  widths,
} from './support/web-conditions.ts';

/** The HTML as people meet it: in a real browser, on a phone and a desk, in the dark, enlarged, without styles. */

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the HTML of every paper', () => {
  let project: TestProject;
  let opened: Awaited<ReturnType<typeof openBrowser>>;
  let browser: Browser;
  const papers = ['derby-2002', 'durham-2003-12-01'].flatMap((report) =>
    houseStyles.map((style) => [report, style] as const),
  );
  const fileOf = (report: string, style: string): string => {
    const own = { 'derby-2002': 'derby-cabinet', 'durham-2003-12-01': 'durham-scrutiny' }[report] === style;
    const name = own ? report : `${report}-${style}`;
    return join(project.root, 'out', name, `${name}.html`);
  };

  beforeAll(async () => {
    project = testProject();
    for (const style of houseStyles) {
      const built = await run(project.root, ['build', '--style', style, '--emit', 'html']);
      expect(built.exitCode, built.err).toBe(0);
    }
    opened = await openBrowser();
    browser = opened.browser;
  });
  afterAll(async () => {
    await opened.close();
    project[Symbol.dispose]();
  });

  async function show(report: string, style: string, width: number): Promise<Page> {
    const page = await browser.newPage();
    await page.setBypassCSP(true);
    await page.setViewport({ width, height: 900 });
    await page.goto(pathToFileURL(fileOf(report, style)).href);
    return page;
  }

  const violations = async (page: Page): Promise<string[]> => {
    await page.evaluate(axeSource);
    const results = (await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(axeRules)} })`,
    )) as AxeResults;
    expect(results.passes.length).toBeGreaterThan(15);
    return results.violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html}`));
  };

  it.each(papers)(
    '%s, %s: breaks no rule of WCAG 2.2 AA that axe can test, at any width or in the dark',
    async (report, style) => {
      for (const width of widths) {
        for (const scheme of schemes) {
          const page = await show(report, style, width);
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          expect(await violations(page), `${String(width)} px, ${scheme}`).toEqual([]);
          await page.close();
        }
      }
    },
  );

  it.each(papers)(
    '%s, %s: shows the judged step where a user’s own colours replace ours',
    async (report, style) => {
      const page = await show(report, style, forcedColoursWidth);
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'forced-colors', value: 'active' }],
      });
      const borders = await page.$$eval('td.scale li', (steps) =>
        steps.map((step) => [
          step.className,
          getComputedStyle(step.firstElementChild ?? step).borderTopWidth,
        ]),
      );
      const judged = borders
        .filter(([name]) => name === 'judged')
        .map(([, width]) => Number.parseFloat(width ?? ''));
      const others = borders
        .filter(([name]) => name === '')
        .map(([, width]) => Number.parseFloat(width ?? ''));
      expect(judged.length).toBeGreaterThan(2);
      expect(Math.min(...judged)).toBeGreaterThan(Math.max(...others));
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
  );

  it.each(papers)(
    '%s, %s: at 400% (320 px wide) and with wide text spacing nothing runs out of the page',
    async (report, style) => {
      const page = await show(report, style, enlargedWidth);
      await page.addStyleTag({ content: widestSpacing });
      const wide = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        cut: [...document.querySelectorAll('h1, h2, h3, p, li, .word')]
          .filter(
            (e) =>
              e.scrollWidth > e.clientWidth + 1 &&
              getComputedStyle(e).display !== 'inline' &&
              !e.closest('.table'),
          )
          .map((e) => e.textContent),
      }));
      expect(wide).toEqual({ page: enlargedWidth, cut: [] });
      await page.close();
    },
  );

  it.each(papers)(
    '%s, %s: has a skip link that works, landmarks, and reads in order without styles',
    async (report, style) => {
      const page = await show(report, style, 1280);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the report');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('report');
      for (const landmark of ['header', 'nav', 'main', 'footer'])
        expect(await page.$$(landmark)).toHaveLength(1);
      await page.evaluate(() => document.querySelectorAll('style').forEach((s) => s.remove()));
      const text = await page.evaluate(() => document.body.innerText);
      const order = [
        'Skip to the report',
        'Report of',
        'Contents',
        'out\u00a0of\u00a03\u00a0stars',
        'judged',
        'Background papers',
      ];
      const places = order.map((part, i) =>
        i === order.length - 1 ? text.lastIndexOf(part) : text.indexOf(part),
      );
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
      const levels = await page.$$eval('h1,h2,h3,h4,h5,h6', (all) =>
        all.map((h) => Number(h.tagName.slice(1))),
      );
      levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
      await page.close();
    },
  );

  it.each(papers)('%s, %s: is valid HTML', async (report, style) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        // `role="list"` keeps a list a list for readers in Safari, which drops it with its bullets.
        'no-redundant-role': 'off',
        // A table that scrolls inside itself is a region with a name; a <section> would be one more heading's worth of structure.
        'prefer-native-element': ['error', { exclude: ['list', 'region'] }],
        'no-inline-style': 'off',
        // Fonts stand in the file; nothing is fetched.
        'require-sri': 'off',
      },
    });
    const found = await validator.validateString(readFileSync(fileOf(report, style), 'utf8'));
    expect(
      found.results.flatMap((r) => r.messages.map((m) => `${m.ruleId} ${String(m.line)}: ${m.message}`)),
    ).toEqual([]);
  });
});
