/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { readPdf } from '../support/pdf.ts';
import { edit, lookedAt, startPreview, written, type Preview } from '../support/preview.ts';
import { testProject, type TestProject } from '../support/project.ts';
import { axeRules, schemes, widths } from '../support/web-conditions.ts';

/** A preview as people have it open beside their editor. */

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const report = 'durham-2003-12-01';
const review = 'data/reviews/durham-2002-03.yaml';

describe('an open page of the preview', () => {
  let project: TestProject;
  let preview: Preview;
  let opened: Awaited<ReturnType<typeof openBrowser>>;
  let browser: Browser;

  beforeAll(async () => {
    project = testProject();
    // The modern style shows the figure in a sentence and in a table.
    edit(project.root, `data/reports/${report}.yaml`, 'body:', 'style: modern\nbody:');
    edit(
      project.root,
      review,
      '    - { period: 2003/2004 H1, value: 38 }',
      '    - { period: 2002/2003 H1, value: 31 }\n    - { period: 2003/2004 H1, value: 36 }',
    );
    opened = await openBrowser();
    browser = opened.browser;
    preview = await startPreview(project.root, { report });
    const first = await preview.until(({ event }) => event === 'looked');
    expect(first).toMatchObject({ papers: [{ report, current: true }] });
    await preview.until(written(report));
  });
  afterAll(async () => {
    expect(await preview.stop()).toBe(0);
    await opened.close();
    project[Symbol.dispose]();
  });

  async function show(): Promise<Page> {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 600 });
    await page.goto(preview.address);
    return page;
  }

  /** Waits until a condition holds in the page. */
  const until = (page: Page, condition: string): Promise<unknown> =>
    page.waitForFunction(condition, { polling: 'mutation' });
  const says = (words: string): string =>
    `document.getElementById('preview-says').textContent.includes(${JSON.stringify(words)})`;

  /** Changes words of the review, and waits until the page and the files follow. */
  async function save(page: Page, from: string, to: string, current: boolean): Promise<void> {
    const before = preview.said.length;
    const revision = await page.$eval('#preview', (e) => e.getAttribute('data-revision'));
    edit(project.root, review, from, to);
    await preview.until(lookedAt(report, current), before);
    await until(page, `document.getElementById('preview').dataset.revision !== ${JSON.stringify(revision)}`);
  }

  it('shows a changed figure in place, keeps place, focus and what is open, and the PDF follows', async () => {
    const page = await show();
    const paragraph = await paragraphSaying(page, 'The share rose to');
    await page.$eval(`#${paragraph}`, (e) => {
      e.scrollIntoView({ block: 'start' });
      // Known again if it is still the same after the change.
      Object.assign(window, { known: e });
    });
    await page.$eval('main details', (e) => {
      e.open = true;
    });
    await page.$eval(`main .table[tabindex]`, (e) => (e as HTMLElement).focus({ preventScroll: true }));
    const standing = (): Promise<unknown> =>
      page.evaluate(
        (id) => ({
          top: Math.round(document.getElementById(id)?.getBoundingClientRect().top ?? NaN),
          scrolled: window.scrollY > 100,
          focused: document.activeElement?.id,
          open: document.querySelector('main details')?.hasAttribute('open'),
          same: 'known' in window && window.known === document.getElementById(id),
        }),
        paragraph,
      );
    const before = await standing();
    const words = (selector: string): Promise<string[]> =>
      page.$$eval(selector, (all) => all.map((e) => e.textContent));
    expect((await words(`#${paragraph}`)).join('')).toContain('The share rose to 36%');
    const cells = (await words('main td')).filter((cell) => /^3\d%/.test(cell));
    expect(cells.join()).toContain('36%');

    const from = preview.said.length;
    await save(page, 'value: 36', 'value: 38', true);
    await until(
      page,
      `document.getElementById('${paragraph}').textContent.includes('The share rose to 38%')`,
    );
    expect((await words('main td')).filter((cell) => /^3\d%/.test(cell))).toEqual(
      cells.map((cell) => cell.replace('36', '38')),
    );
    expect(await standing()).toEqual(before);
    expect(before).toMatchObject({ scrolled: true, open: true, same: true });
    expect(await page.$eval('#preview-says', (e) => e.textContent)).toMatch(/^Updated at \d\d:\d\d:\d\d: /);

    await preview.until(written(report), from);
    await until(page, `/^PDF of \\d\\d:\\d\\d$/.test(document.querySelector('#preview .links').textContent)`);
    const link = await page.$eval('#preview .links a', (e) => e.href);
    const served = new Uint8Array(await (await fetch(link)).arrayBuffer());
    const file = readFileSync(join(project.root, 'out', report, `${report}.pdf`));
    expect(Buffer.from(served).equals(file)).toBe(true);
    const text = (await readPdf(served)).pages.join('\n').replaceAll(/\s+/g, ' ');
    expect(text).toContain('The share rose to 38%');
    expect(text).not.toContain('36%');
    await page.close();
  });

  it('shows an error at its paragraph over the last good page, and takes it away when it is mended', async () => {
    const page = await show();
    const good = await ownWords(page);
    const paragraph = await paragraphSaying(page, 'The share rose to');
    const file = readFileSync(join(project.root, 'out', report, `${report}.html`), 'utf8');
    await save(
      page,
      '{{indicator_period "initial-assessments"}}',
      '{{indicator_perod "initial-assessments"}}',
      false,
    );
    await until(page, says('Not updated: 1 error'));
    const note = '.preview-note.error';
    expect(await page.$eval(note, (e) => e.nextElementSibling?.id)).toBe(paragraph);
    expect(await page.$eval(note, (e) => e.textContent)).toMatch(
      /indicator_perod.*Did you mean.*durham-2002-03\.yaml:\d+:\d+/s,
    );
    const list = await page.$eval('#preview-problems', (e) => e.textContent);
    expect(list).toMatch(/durham-2002-03\.yaml:\d+:\d+.*Why:.*What to do:/s);
    // The rest of the page is as it was.
    expect(await ownWords(page)).toBe(good);
    // The link in the list leads to the note.
    await page.focus('#preview-problems li a');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('preview-note');
    for (const width of widths) {
      for (const scheme of schemes) {
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        expect(await violations(page), `${String(width)} px, ${scheme}`).toEqual([]);
      }
    }
    expect(readFileSync(join(project.root, 'out', report, `${report}.html`), 'utf8')).toBe(file);

    await save(
      page,
      '{{indicator_perod "initial-assessments"}}',
      '{{indicator_period "initial-assessments"}}',
      true,
    );
    await until(page, says('Updated at'));
    expect(await page.$$('.preview-note.error')).toEqual([]);
    await page.close();
  });

  it('can be read and used without scripts', async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(preview.address);
    const text = await page.$eval('body', (e) => e.innerText);
    expect(text).toMatch(/Updated at .*PDF of .*Performance/s);
    await page.close();
  });

  it('leaves nothing of its own in what is written', () => {
    const file = readFileSync(join(project.root, 'out', report, `${report}.html`), 'utf8');
    expect(file).not.toContain('preview');
    expect(file).not.toContain('/-/');
    expect(file).toContain('Content-Security-Policy');
  });

  it('says so when the program has ended', async () => {
    const other = await startPreview(project.root, { report });
    const page = await browser.newPage();
    await page.goto(other.address);
    const connected = await page.evaluate(() => document.getElementById('preview-says')?.textContent);
    expect(connected).toMatch(/^Updated/);
    await other.stop();
    await until(page, says('The preview has ended'));
    await page.close();
  });

  /** The innermost part of the paper that says something. */
  const paragraphSaying = (page: Page, words: string): Promise<string> =>
    page.$$eval(
      'main [id]',
      (parts, wanted) => parts.findLast((part) => part.textContent.includes(wanted))?.id ?? '',
      words,
    );

  /** What the paper itself says, without the preview's notes. */
  const ownWords = (page: Page): Promise<string> =>
    page.$eval('main', (main) => {
      const copy = document.createElement('div');
      copy.append(...[...main.childNodes].map((node) => node.cloneNode(true)));
      copy.querySelectorAll('.preview-note').forEach((note) => note.remove());
      return copy.textContent.replaceAll(/\s+/g, ' ');
    });

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axeSource);
    const results = (await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(axeRules)} })`,
    )) as AxeResults;
    expect(results.passes.length).toBeGreaterThan(15);
    return results.violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html}`));
  }
});
