import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { run, testProject, type TestProject } from '../support/project.ts';
import {
  axeRules,
  enlargedWidth,
  houseStyles,
  schemes,
  widestSpacing,
  widths,
} from '../support/web-conditions.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const meeting = 'exampleshire-cabinet-2026-01-13';

describe.each(houseStyles)('the HTML of an agenda, %s', (style) => {
  let project: TestProject;
  let opened: Awaited<ReturnType<typeof openBrowser>>;
  const file = (): string => join(project.root, 'out', meeting, `${meeting}-agenda.html`);

  beforeAll(async () => {
    project = testProject();
    const made = await run(project.root, ['agenda', meeting, '--style', style, '--emit', 'html']);
    expect(made.exitCode, made.err).toBe(0);
    opened = await openBrowser();
  });
  afterAll(async () => {
    await opened.close();
    project[Symbol.dispose]();
  });

  async function show(width: number): Promise<Page> {
    const page = await opened.browser.newPage();
    await page.setBypassCSP(true);
    await page.setViewport({ width, height: 900 });
    await page.goto(pathToFileURL(file()).href);
    return page;
  }

  it('breaks no rule of WCAG 2.2 AA that axe can test, at any width or in the dark', async () => {
    for (const width of widths) {
      for (const scheme of schemes) {
        const page = await show(width);
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.evaluate(axeSource);
        const { violations } = (await page.evaluate(
          `axe.run(document, { runOnly: ${JSON.stringify(axeRules)} })`,
        )) as AxeResults;
        expect(violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html}`))).toEqual([]);
        await page.close();
      }
    }
  });

  it('runs out of no page, enlarged to 400% and widely spaced', async () => {
    const page = await show(enlargedWidth);
    await page.addStyleTag({ content: widestSpacing });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(enlargedWidth);
    await page.close();
  });

  it('is valid, and leads to itself by its skip link', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        'no-redundant-role': 'off',
        'prefer-native-element': ['error', { exclude: ['list', 'region'] }],
        'no-inline-style': 'off',
        'require-sri': 'off',
      },
    });
    const html = readFileSync(file(), 'utf8');
    const { results } = await validator.validateString(html);
    expect(
      results.flatMap((r) => r.messages.map((m) => `${m.ruleId} ${String(m.line)}: ${m.message}`)),
    ).toEqual([]);
    expect(html).toContain('<a class="skip" href="#report">Skip to the agenda</a>');
    expect(html).toContain('aria-label="QR code: this agenda and its papers on the web"');
  });
});
