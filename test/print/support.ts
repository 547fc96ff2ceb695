import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { onTestFinished } from 'vitest';
import { openPrinter, type Printer, type PrinterOptions, type PrintJob } from '../../src/print/printer.ts';
import type { HtmlDocument } from '../../src/render/document.ts';
import { realFiles, type World } from '../../src/world.ts';

export const date = new Date('2003-12-01T10:00:00Z');
const project = join(import.meta.dirname, '..', '..');

/** A world with the variables of this process, changed where a test says so. */
export function worldWith(env: Readonly<Record<string, string | undefined>> = {}): World {
  return {
    root: project,
    templates: join(project, 'templates'),
    files: realFiles,
    found: new Set(),
    today: () => '2003-12-01',
    env: { ...process.env, ...env },
    out: () => undefined,
    err: () => undefined,
    interactive: false,
    colour: false,
  };
}

/** A printer that is closed when the test ends. */
export function printerFor(world: World = worldWith(), options: PrinterOptions = {}): Printer {
  const printer = openPrinter(world, options);
  onTestFinished(() => printer[Symbol.asyncDispose]());
  return printer;
}

/** A temporary folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** An executable script that stands in for a browser. */
export function scriptFor(shell: string): string {
  const path = join(temporaryFolder(), 'browser.sh');
  writeFileSync(path, `#!/bin/sh\n${shell}\n`, { mode: 0o755 });
  return path;
}

const fontFolder = join(project, 'templates', 'shared', 'fonts');
const faces = [400, 700].map((weight) => {
  const font = readFileSync(join(fontFolder, `arimo-latin-${weight}-normal.woff2`)).toString('base64');
  return `@font-face { font-family: Arimo; font-weight: ${weight}; src: url(data:font/woff2;base64,${font}) }`;
});

export const head = `<meta charset="utf-8"><style>${faces.join('')}
@page { size: A4; margin: 25mm; @bottom-right { content: "Page " counter(page); font: bold 10pt Arimo } }
body { font: 12pt/1.4 Arimo }</style>`;

export function paper(body: string, change: Partial<HtmlDocument> = {}): HtmlDocument {
  return { title: 'A paper', language: 'en-GB', head, pageCss: '', body, headings: [], ...change };
}

export function job(id: string, body: string, change: Partial<HtmlDocument> = {}): PrintJob {
  return { id, date, document: paper(body, change) };
}

/** A report with headings and tables, so that everything in a PDF that varies gets its chance to. */
export function report(name: string): string {
  const table = (n: number) =>
    `<table><caption>Table ${n}</caption><thead><tr><th scope="col">Indicator</th><th scope="col">Value</th></tr></thead>
     <tbody><tr><th scope="row">Assessments</th><td>${n}%</td></tr></tbody></table>`;
  const section = (n: number) =>
    `<h2>Section ${n} of ${name}</h2>${'<p>Members are asked to <b>note</b> the award.</p>'.repeat(12)}${table(n)}`;
  return `<main><h1>${name}</h1>${[1, 2, 3].map(section).join('')}</main>`;
}

/** A paper that no browser prints before a test can interfere. */
export const endless = report('Endless').repeat(50);

/** What a reader of the PDF is given. */
export async function readPdf(pdf: Uint8Array | undefined) {
  if (pdf === undefined) throw new Error('There is no PDF.');
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  try {
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, (_, n) => document.getPage(n + 1)),
    );
    const texts = pages.map(async (page) => {
      const { items } = await page.getTextContent();
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    });
    const outline = await document.getOutline();
    return {
      texts: await Promise.all(texts),
      outline: titles(outline),
      info: (await document.getMetadata()).info as Record<string, unknown>,
      marked: (await document.getMarkInfo())?.['Marked'] === true,
      structure: JSON.stringify(await pages[0]?.getStructTree()),
    };
  } finally {
    await loading.destroy();
  }
}

interface Entry {
  title: string;
  items: Entry[];
}

function titles(entries: readonly Entry[] | null): string[] {
  return (entries ?? []).flatMap((entry) => [entry.title, ...titles(entry.items)]);
}

/**
 * A program of its own that uses the printer, bundled the way the command line is. Its source stands
 * in the body of an async function with everything of the print stage in `print`.
 */
export async function programOf(source: string): Promise<string> {
  const cache = join(project, 'node_modules', '.cache', 'scrutineer-test');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'program-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'program.mjs');
  const module = (path: string) => JSON.stringify(join(project, path));
  const contents = `
    import { openPrinter } from ${module('src/print/printer.ts')};
    import { embeddedPackage, unpackedAlready } from ${module('src/print/embedded.ts')};
    import { unpack } from ${module('src/print/unpack.ts')};
    import { realWorld } from ${module('src/world.ts')};
    const print = { openPrinter, embeddedPackage, unpack, unpackedAlready, realWorld };
    ${source}`;
  await build({
    stdin: { contents, resolveDir: project, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
  return outfile;
}

/** Runs such a program to its end. */
export async function run(program: string, env: Record<string, string> = {}, input = '') {
  const child = start(program, env);
  child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out: child.said() };
}

/** Starts such a program. */
export function start(program: string, env: Record<string, string> = {}): ChildProcess & { said(): string } {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  onTestFinished(() => void child.kill('SIGKILL'));
  return Object.assign(child, { said: () => said });
}

/** Waits, however long the machine takes; the test's own time limit is the end of it. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Where nobody collects the dead, they keep their number.
    return !/^\d+ \(.*\) Z/.test(existsSync('/proc/self') ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '');
  } catch {
    return false;
  }
}
