/** Writes the record of tests that the accessibility statement is made from. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { AccessibilityRecord, recordFile } from '../../src/statement/record.ts';
import { version } from '../../src/version.ts';
import { axeRules, enlargedWidth, views } from '../support/web-conditions.ts';
import { flavourName } from './flavours.ts';
import type { CheckedPages } from './nu.ts';
import type { MadePaper } from './papers.ts';
import { run } from './process.ts';
import { verapdfVersion } from './launcher.ts';
import type { Validation } from './verapdf.ts';

/** How many tests of web pages passed and failed. */
export interface WebTests {
  passed: number;
  failed: number;
}

const outcome = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** Runs the tests of web pages in a browser (test/web.test.ts). */
export async function runWebTests(root: string): Promise<WebTests> {
  const folder = await mkdtemp(join(tmpdir(), 'web-tests-'));
  const file = join(folder, 'outcome.json');
  try {
    const ended = await run(process.execPath, [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      'test/web.test.ts',
      '--root',
      root,
      '--reporter=json',
      `--outputFile=${file}`,
    ]);
    const written = await readFile(file, 'utf8').catch(() => undefined);
    if (written === undefined)
      throw new Error(`The tests of web pages did not run:\n${ended?.stderr ?? 'node vanished'}`);
    const { numPassedTests: passed, numFailedTests: failed } = outcome.parse(JSON.parse(written));
    return { passed, failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What was found, put together. */
export interface Findings {
  date: string;
  papers: readonly MadePaper[];
  pdf: readonly Validation[];
  html: CheckedPages;
  web: WebTests;
}

/** Writes docs/accessibility.json. The date is given, as no part of Scrutineer looks at a clock. */
export async function writeRecord(root: string, { date, papers, pdf, html, web }: Findings): Promise<void> {
  const installed = async (name: string): Promise<string> => {
    const about = await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8');
    return z.object({ version: z.string() }).parse(JSON.parse(about)).version;
  };
  const record: AccessibilityRecord = AccessibilityRecord.parse({
    date,
    scrutineer: version,
    browser: papers[0]?.browser,
    tools: [
      {
        name: 'veraPDF',
        version: await verapdfVersion(root),
        checks: 'PDF files against PDF/UA-1 and PDF/A',
      },
      { name: 'Nu Html Checker', version: html.version, checks: 'Web pages against the HTML standard' },
      {
        name: 'axe-core',
        version: await installed('axe-core'),
        checks: 'Web pages against WCAG 2.2 A and AA',
      },
      {
        name: 'html-validate',
        version: await installed('html-validate'),
        checks: 'Web pages against the HTML standard and rules of accessibility',
      },
    ],
    papers: papers.map((paper) => ({
      ...{ name: paper.name, title: paper.title, style: paper.style, pages: paper.pages, paged: paper.paged },
      standards: pdf
        .find(({ file }) => file === paper.pdf)
        ?.results.map(({ flavour, checks, failedRules }) => ({
          name: flavourName(flavour),
          checks,
          brokenRules: failedRules.length,
        })),
      htmlErrors: html.pages.find(({ file }) => file === paper.html)?.errors.length,
    })),
    web: { rules: [...axeRules], views, enlargedWidth, ...web },
  });
  await writeFile(join(root, recordFile), `${JSON.stringify(record, undefined, 2)}\n`);
}
