/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { run, testProject, type TestProject } from '../support/project.ts';
import { axeRules, enlargedWidth, schemes, widths } from '../support/web-conditions.ts';

/** The pack as web pages, as people meet it: in a real browser, from page to page, on a phone and on a desk. */

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const meeting = 'exampleshire-cabinet-2026-01-13';

let project: TestProject;
let opened: Awaited<ReturnType<typeof openBrowser>>;
let browser: Browser;
const folder = (name: string): string => join(project.root, 'out', meeting, name);
const pagesIn = (name: string): string[] =>
  readdirSync(folder(name)).filter((file) => file.endsWith('.html'));

beforeAll(async () => {
  project = testProject();
  for (const args of [
    ['pack', meeting, '--only', 'public'],
    ['pack', meeting, '--supplement', 'A'],
  ]) {
    const ran = await run(project.root, args);
    expect(ran.exitCode, ran.err).toBe(0);
  }
  opened = await openBrowser();
  browser = opened.browser;
});
afterAll(async () => {
  await opened.close();
  project[Symbol.dispose]();
});

async function show(name: string, file: string, width = 1280): Promise<Page> {
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  await page.setViewport({ width, height: 900 });
  await page.goto(pathToFileURL(join(folder(name), file)).href);
  return page;
}

/** Follows a link of a page's own by how its words begin, as somebody does. */
async function follow(page: Page, words: string): Promise<boolean> {
  for (const link of await page.$$('nav.turn a')) {
    if (!(await link.evaluate((one) => one.textContent)).trim().startsWith(words)) continue;
    await Promise.all([page.waitForNavigation(), link.click()]);
    return true;
  }
  return false;
}

const nameOf = (page: Page): string => fileURLToPath(page.url().replace(/#.*$/, '')).split('/').at(-1) ?? '';

describe('the pack as web pages', () => {
  it('has a page for each item of the agenda, and no other', async () => {
    const page = await show('pack', 'index.html');
    const items = await page.$$eval('main h3', (all) =>
      all.map((one) => /^\s*(\d+[A-Z]?)/.exec(one.textContent)?.[1]),
    );
    expect(items).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 1)));
    const expected = ['index.html', ...items.map((number) => `item-${number ?? ''}.html`)];
    expect(pagesIn('pack').sort()).toEqual(expected.sort());
    expect(pagesIn('supplement-a').sort()).toEqual(['index.html', 'item-6.html', 'item-9a.html']);
    await page.close();
  });

  it.each(['pack', 'supplement-a'])(
    '%s: next leads through all items, previous back, and each to the agenda',
    async (name) => {
      const page = await show(name, 'index.html');
      const titles = new Set<string>();
      const first = await page.$eval('main a[href^="item-"]', (link) => link.getAttribute('href'));
      await page.close();
      expect(first).toBeTruthy();
      const start = await show(
        name,
        pagesIn(name)
          .sort(byNumber)
          .find((file) => file !== 'index.html') ?? '',
      );
      const forward = [nameOf(start)];
      titles.add(await start.title());
      while (await follow(start, 'Next: ')) {
        forward.push(nameOf(start));
        titles.add(await start.title());
      }
      const back = [nameOf(start)];
      while (await follow(start, 'Previous: ')) back.push(nameOf(start));
      expect(forward).toHaveLength(pagesIn(name).length - 1);
      expect(new Set(forward).size).toBe(forward.length);
      expect(back.reverse()).toEqual(forward);
      // Nobody can tell two tabs apart that are called the same.
      expect(titles.size).toBe(forward.length);
      expect(await follow(start, 'Agenda: ')).toBe(true);
      expect(nameOf(start)).toBe('index.html');
      await start.close();
    },
  );

  it.each(['pack', 'supplement-a'])('%s: no link or anchor leads nowhere', async (name) => {
    const anchors = new Map<string, Set<string>>();
    const links: { from: string; href: string }[] = [];
    for (const file of pagesIn(name)) {
      const page = await show(name, file);
      anchors.set(file, new Set(await page.$$eval('[id]', (all) => all.map((one) => one.id))));
      const found = await page.$$eval('[href], [src]', (all) =>
        all.map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? ''),
      );
      links.push(...found.map((href) => ({ from: file, href })));
      await page.close();
    }
    const dead = links.filter(({ from, href }) => {
      if (/^(?:https:|mailto:|tel:|data:)/.test(href)) return false;
      const [file = '', anchor] = href.split('#');
      const to = decodeURIComponent(file === '' ? from : file);
      if (!existsSync(join(folder(name), to))) return true;
      return anchor !== undefined && anchors.get(to)?.has(decodeURIComponent(anchor)) !== true;
    });
    expect(dead).toEqual([]);
    expect(links.some(({ href }) => href.startsWith('files/'))).toBe(true);
  });

  it.each(['pack', 'supplement-a'])(
    '%s: breaks no rule of WCAG 2.2 AA that axe can test, on a phone or a desk, in the dark or not',
    async (name) => {
      for (const file of pagesIn(name))
        for (const width of widths)
          for (const scheme of schemes) {
            const page = await show(name, file, width);
            await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
            await page.evaluate(axeSource);
            const results = (await page.evaluate(
              `axe.run(document, { runOnly: ${JSON.stringify(axeRules)} })`,
            )) as AxeResults;
            const found = results.violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html}`));
            expect(found, `${file}, ${String(width)} px, ${scheme}`).toEqual([]);
            await page.close();
          }
    },
  );

  it.each(['pack', 'supplement-a'])(
    '%s: on a phone and enlarged to 400% nothing runs out of the page',
    async (name) => {
      for (const file of pagesIn(name))
        for (const width of [Math.min(...widths), enlargedWidth]) {
          const page = await show(name, file, width);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), file).toBe(width);
          await page.close();
        }
    },
  );

  it.each(['pack', 'supplement-a'])('%s: is valid HTML', async (name) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        // As for papers, see test/web.test.ts.
        'no-redundant-role': 'off',
        'prefer-native-element': ['error', { exclude: ['list', 'region'] }],
        'no-inline-style': 'off',
        'require-sri': 'off',
      },
    });
    for (const file of pagesIn(name)) {
      const found = await validator.validateString(readFileSync(join(folder(name), file), 'utf8'));
      const said = found.results.flatMap((r) =>
        r.messages.map((m) => `${m.ruleId} ${String(m.line)}: ${m.message}`),
      );
      expect(said, file).toEqual([]);
    }
  });
});

const byNumber = (a: string, b: string): number =>
  (Number.parseInt(a.slice(5)) || 0) - (Number.parseInt(b.slice(5)) || 0);
