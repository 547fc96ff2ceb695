/**
 * The conformance gate: `npm run test:conformance [-- files or folders]`.
 *
 * Each PDF is held to what its metadata claims and to what `--require` names, each HTML file to the HTML standard.
 * Without files it makes all example papers in all house styles and checks those. Exit code 0: all pass, or a
 * validator cannot be had here (never so when CI is set); 1: a file fails, or there is none; 2: the gate itself could
 * not run.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments, USAGE, type Wanted } from './arguments.ts';
import { filesOf } from './files.ts';
import type { Flavour } from './flavours.ts';
import { judge } from './judge.ts';
import { projectRoot, type NotAvailable } from './launcher.ts';
import { renderHtmlReport } from './nu-report.ts';
import { checkHtml, type CheckedPages } from './nu.ts';
import { makeMeetings } from './meetings.ts';
import { makeChanges, makePapers, makeStatement, NotMade } from './papers.ts';
import { runWebTests, writeRecord } from './record.ts';
import { renderReport } from './report.ts';
import { isNotAvailable, validate, type Validation } from './verapdf.ts';

/** Files that are held to the same standards. */
interface Group {
  files: readonly string[];
  required: readonly Flavour[];
}

async function main(): Promise<number> {
  const wanted = readArguments();
  if (wanted === undefined) {
    console.log(USAGE);
    return 0;
  }
  if (wanted.paths.length === 0) return checkAllPapers(wanted);
  const pdfs = await filesOf(wanted.paths, '.pdf');
  const htmls = await filesOf(wanted.paths, '.html');
  if (pdfs.length + htmls.length === 0) {
    console.error(`There is no PDF or HTML in ${wanted.paths.join(', ')}, so nothing was checked.`);
    return 1;
  }
  const pdf = pdfs.length === 0 ? [] : [await checkPdfs({ files: pdfs, required: wanted.required })];
  const html = htmls.length === 0 ? [] : [await checkPages(htmls)];
  return [...pdf, ...html].every(({ passed }) => passed) ? 0 : 1;
}

/** Makes the papers in a folder of its own. It is kept when something fails, so that one can look. */
async function checkAllPapers({ required, record }: Wanted): Promise<number> {
  const root = projectRoot();
  const folder = await mkdtemp(join(tmpdir(), 'scrutineer-papers-'));
  const papers = await makePapers(root, folder);
  // The statement rests on the last record; when that is made anew, it follows.
  const statement = record === undefined ? await makeStatement(root, folder) : undefined;

  const changes = await makeChanges(root, folder);
  const meetings = await makeMeetings(root, folder);

  const pdf = await checkPdfs({ files: papers.map((paper) => paper.pdf), required });
  // Nothing travels with the statement, a change sheet or a marked copy, so their archive standard is PDF/A-2a.
  const without = required.map((flavour): Flavour => (flavour === '3a' ? '2a' : flavour));
  const others = [...(statement === undefined ? [] : [statement]), ...changes];
  const own = await checkPdfs({ files: others.map((p) => p.pdf), required: without });
  // A pack has the records of its papers with it, an agenda or minutes have nothing.
  const packs = await checkPdfs({ files: meetings.packs, required });
  const desk = await checkPdfs({ files: meetings.others, required: without });
  const html = await checkPages([...[...papers, ...others].map((p) => p.html), ...meetings.html]);

  let passed = [pdf, own, packs, desk, html].every((part) => part.passed);
  if (record !== undefined) {
    if (!pdf.found || !html.found) {
      console.error('Nothing was recorded, as not everything could be checked.');
      return 1;
    }
    console.log('Testing the web pages in a browser …');
    const web = await runWebTests(root);
    await writeRecord(root, { date: record, papers, pdf: pdf.found, html: html.found, web });
    console.log(
      `${web.passed} tests of web pages passed, ${web.failed} failed. docs/accessibility.json is written.`,
    );
    passed &&= web.failed === 0;
  }
  if (passed) await rm(folder, { recursive: true, force: true });
  else console.error(`The files are kept in ${folder}`);
  return passed ? 0 : 1;
}

async function checkPdfs({ files, required }: Group): Promise<{ passed: boolean; found?: Validation[] }> {
  const found = await validate(files, required, { alsoClaimed: true });
  if (isNotAvailable(found)) return { passed: tellNotAvailable('PDF', found) };
  const verdicts = found.map((validation) => judge(validation, required));
  process.stdout.write(`${renderReport(verdicts)}\n`);
  return { passed: verdicts.every(({ outcome }) => outcome !== 'failed'), found };
}

async function checkPages(files: readonly string[]): Promise<{ passed: boolean; found?: CheckedPages }> {
  const found = await checkHtml(files);
  if ('available' in found) return { passed: tellNotAvailable('HTML', found) };
  process.stdout.write(`${renderHtmlReport(found.pages)}\n`);
  return { passed: found.pages.every(({ errors }) => errors.length === 0), found };
}

/** A developer without Java goes on; in CI a gate that did not run is a failure. Gives whether to go on. */
function tellNotAvailable(kind: string, { reason }: NotAvailable): boolean {
  console.error(`${kind} conformance was NOT checked. ${reason}`);
  if (!inCi()) return true;
  console.error('This is CI, where the check is not optional.');
  return false;
}

function inCi(): boolean {
  const ci = process.env['CI'] ?? '';
  return ci !== '' && ci !== '0' && ci !== 'false';
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof TypeError) console.error(USAGE);
  process.exitCode = error instanceof NotMade ? 1 : 2;
}
