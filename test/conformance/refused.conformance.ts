import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { finished, printWith, refusals } from '../finish/support.ts';
import { worldWith } from '../print/support.ts';
import { run, testProject } from '../support/project.ts';
import type { Flavour } from './flavours.ts';
import { judge } from './judge.ts';
import { findLauncher } from './launcher.ts';
import { renderHtmlReport } from './nu-report.ts';
import { checkHtml } from './nu.ts';
import { renderReport } from './report.ts';
import { isNotAvailable, validate } from './verapdf.ts';

/**
 * Faults where people make them: in a template. Finishing refuses each before there is a paper, in words for an
 * officer; and had it not, the gate would have failed.
 */

const launcher = await findLauncher();
// In CI they are not optional: they run, and fail with the reason.
const optional = !process.env['CI'];
const accessible: readonly Flavour[] = ['ua1'];

interface Fault {
  body: string;
  /** The finishing's own rule. */
  refusedBy: string;
  /** What veraPDF finds in the file that was finished without any claim. Empty where a validator cannot know. */
  breaks: string[];
}

const faults: Record<string, Fault> = {
  'a drawing without alternative': {
    body: '<svg role="img" width="50" height="20"><rect width="50" height="9"/></svg>',
    refusedBy: 'finish/figure-without-alternative',
    breaks: ['7.3-1'],
  },
  'a heading two levels down': {
    body: '<h3>Down</h3><p>Text</p>',
    refusedBy: 'finish/skipped-heading',
    breaks: ['7.4.2-1'],
  },
  // Left out of the tags, it has to be marked as decoration, and a validator believes that.
  'a table that screen readers are told to leave out': {
    body: '<table aria-hidden="true"><tr><th scope="col">Year</th></tr><tr><td>2003</td></tr></table>',
    refusedBy: 'finish/untagged',
    breaks: [],
  },
  // Nobody but the author knows which cell should have been a header.
  'a table without header cells': {
    body: '<table><caption>Stars</caption><tr><td>Year</td><td>Stars</td></tr><tr><td>2003</td><td>2</td></tr></table>',
    refusedBy: 'finish/table-without-headers',
    breaks: [],
  },
};

describe.skipIf(!launcher.available && optional)('what a template gets wrong', () => {
  let folder: string;
  let printer: Printer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'refused-'));
    printer = openPrinter(worldWith());
  });
  afterAll(async () => {
    await printer[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(Object.entries(faults))('%s is refused', async (_, { body, refusedBy, breaks }) => {
    const printed = await printWith(printer, `<h1>Paper</h1>${body}`);
    expect((await refusals(printed)).map((said) => said.replace(/:.*/s, ''))).toEqual([refusedBy]);

    const file = join(folder, 'paper.pdf');
    await writeFile(file, await finished(printed, { claim: false }));
    const answer = await validate([file], accessible);
    if (isNotAvailable(answer)) throw new Error(answer.reason);
    const found = answer.flatMap(({ results }) => results.flatMap(({ failedRules }) => failedRules));
    expect(found.map(({ clause, testNumber }) => `${clause}-${String(testNumber)}`)).toEqual(
      expect.arrayContaining(breaks),
    );
    const verdicts = answer.map((validation) => judge(validation, accessible));
    expect(renderReport(verdicts)).toContain(
      "PDF/UA-1  is required, but the file's metadata does not claim it",
    );
  });

  it('HTML that is not valid fails with line and message, and a paper’s own passes', async () => {
    using project = testProject();
    const built = await run(project.root, ['build', 'derby-2002', '--emit', 'html']);
    expect(built.exitCode, built.err).toBe(0);
    const html = await readFile(join(project.root, 'out', 'derby-2002', 'derby-2002.html'), 'utf8');
    const good = join(folder, 'good.html');
    const bad = join(folder, 'bad.html');
    await writeFile(good, html);
    await writeFile(bad, html.replace('</main>', '<p>One <div>two</div></p>\n<img src="a.png">\n</main>'));
    const answer = await checkHtml([good, bad]);
    if ('available' in answer) throw new Error(answer.reason);
    expect(answer.pages.map(({ errors }) => errors.length)).toEqual([0, 2]);
    const report = renderHtmlReport(answer.pages);
    expect(report).toMatch(/good\.html\n {2}PASS {2}HTML/);
    expect(report).toMatch(/bad\.html\n {2}FAIL {2}HTML {2}2 errors\n {6}line \d+: No “p” element in scope/);
    expect(report).toMatch(/^1 passed, 1 failed \(HTML\)$/m);
  });
});
