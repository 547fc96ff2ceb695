import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describePdf, type Description } from '../../src/finish/describe.ts';
import { makeReport, openProject } from '../../src/pipeline.ts';
import { printPaper } from '../../src/print/paper.ts';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { dictionaries, open } from '../finish/support.ts';
import { worldWith } from '../print/support.ts';
import { readPdf } from '../support/pdf.ts';
import { wordsByTags } from '../support/tags.ts';
import { quietWorld, run, testProject, type Ran, type TestProject } from '../support/project.ts';

/** What a screen reader is told of a pack is what it is told of its papers one by one, in the same words and tags. */

const meeting = 'exampleshire-cabinet-2026-01-13';
const reports = ['cqc', 'rsh', 'send'].map((name) => `exampleshire-${name}-2026-01-13`);

let project: TestProject;
let printer: Printer;
let ran: Ran;
let publicPack: Buffer;
let restricted: Buffer;
let said: Description;
let saidRestricted: Description;

beforeAll(async () => {
  project = testProject();
  printer = openPrinter(worldWith());
  ran = await run(project.root, ['pack', meeting]);
  expect(ran.exitCode, ran.err).toBe(0);
  publicPack = readFileSync(join(project.root, 'out', meeting, `${meeting}-pack.pdf`));
  restricted = readFileSync(join(project.root, 'restricted', meeting, `${meeting}-restricted-pack.pdf`));
  said = await describePdf(publicPack);
  saidRestricted = await describePdf(restricted);
});
afterAll(async () => {
  await printer[Symbol.asyncDispose]();
  project[Symbol.dispose]();
});

/** What is read of each part, without the part itself. */
function partsOf({ reading }: Description): string[][] {
  const parts: string[][] = [];
  for (const line of reading.slice(1)) {
    if (line.startsWith('  Part')) parts.push([]);
    else parts.at(-1)?.push(line.slice(4));
  }
  return parts;
}

/** A paper's page numbers are those of the pack there: counted back, they are its own. */
function countedBack(lines: readonly string[], first: number, prefix = ''): string[] {
  const back = (page: string): string => String(Number(page) - first + 1);
  return lines.map((line) =>
    line
      .replaceAll(new RegExp(`\\(page ${prefix}(\\d+)\\)`, 'g'), (_, page: string) => `(page ${back(page)})`)
      .replace(
        new RegExp(`^( *TOCI: .*\\})${prefix}(\\d+)\\}$`),
        (_, start: string, page: string) => `${start}${back(page)}}`,
      ),
  );
}

/** Where links lead, in the names that a paper has for it by itself. */
const unscoped = (lines: readonly string[], part: string): string[] =>
  lines.map((line) => line.replaceAll(`(to #${part}.`, '(to #'));

/** The pages of items, as the agenda names them. */
const firstPage = (lines: readonly string[], title: string): number => {
  const at = lines.findIndex((line) => line.includes(title) && line.trim().startsWith('H3'));
  const pages = lines.slice(at).find((line) => /P: Pages? R?\d/.test(line));
  return Number(/R?(\d+)/.exec(pages ?? '')?.[1]);
};

const titleOf = (lines: readonly string[]): string =>
  /H1: (.*)/.exec(lines.find((line) => line.startsWith('H1')) ?? '')?.[1] ?? '';

describe('the public pack', () => {
  it.each(reports)('says of %s what it says by itself', async (report) => {
    const built = await run(project.root, ['build', report]);
    expect(built.exitCode, built.err).toBe(0);
    const alone = await describePdf(readFileSync(join(project.root, 'out', report, `${report}.pdf`)));
    const own = alone.reading.slice(1).map((line) => line.slice(2));
    const parts = partsOf(said);
    const part = parts.find((lines) => titleOf(lines) === titleOf(own)) ?? [];
    const first = firstPage(parts[0] ?? [], titleOf(own));
    expect(first).toBeGreaterThan(4);
    expect(countedBack(unscoped(part, report), first)).toEqual(own);
    expect(own.filter((line) => /TH \((?:Column|Row)/.test(line)).length).toBeGreaterThan(10);
    expect(own.filter((line) => line.includes('Figure (alternative “')).length).toBeGreaterThan(1);
    const bookmarks = alone.outline.map((line) => line.trim());
    const inPack = said.outline.map((line) => line.trim());
    const start = inPack.findIndex((line) => line.endsWith(`. ${titleOf(own)}`));
    const held = bookmarks[0] === titleOf(own) ? bookmarks.slice(1) : bookmarks;
    expect(inPack.slice(start + 1, start + 1 + held.length)).toEqual(held);
  });

  it('has its parts in the order of the agenda, each with its bookmark', () => {
    const tops = said.outline.filter((line) => !line.startsWith(' '));
    expect(tops.map((title) => title.split('. ')[0])).toEqual([
      'Agenda',
      'Papers bound in as they were received',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
    ]);
    expect(partsOf(said)).toHaveLength(tops.length);
    expect(said).toMatchObject({
      title: 'Public pack: Cabinet, 13 January 2026 – Exampleshire County Council',
      author: 'Exampleshire County Council',
      language: 'en-GB',
    });
  });

  it('reads no stamp, no number of a page and nothing that repeats', async () => {
    for (let page = 1; page <= said.pages; page++)
      expect(
        said.unread.filter(
          (line) => line.startsWith(`page ${String(page)},`) && line.endsWith(`Page ${String(page)}`),
        ),
      ).toHaveLength(1);
    const [, ...papers] = partsOf(said);
    expect(papers.flat().filter((line) => /\bPage \d/.test(line))).toEqual([]);
    // The same by another reader.
    const heard = await wordsByTags(publicPack);
    expect(heard).not.toMatch(/13 January 2026 Page|·/);
    expect(heard).toContain('Foreword by the independent chair');
  });

  it('has header cells that no other paper has, and cells name only those that are there', async () => {
    const { headers, named } = await headersOf(publicPack);
    expect(headers.length).toBeGreaterThan(20);
    expect(new Set(headers).size).toBe(headers.length);
    expect(headers).toEqual(expect.arrayContaining(named));
  });

  it('claims nothing as it holds papers from elsewhere, and says so', async () => {
    expect(said.claims).toEqual([]);
    expect((await readPdf(publicPack)).title).toBe(said.title);
    const told = ran.err.match(/The pack claims no standard, because it holds (\S+)\./g);
    expect(told).toEqual(
      ['minutes-2025-12-09', 'safeguarding-adults-2024-25'].map(
        (file) =>
          expect.stringMatching(new RegExp(`holds data/files/exampleshire-\\S*${file}\\.pdf\\.$`)) as string,
      ),
    );
    expect(ran.out).toMatch(/^public: .*claims no standard/m);
  });

  it('carries the record of each report, without what is exempt', () => {
    expect(said.attachments.map(({ name }) => name)).toEqual(reports.map((report) => `${report}.yaml`));
    for (const { bytes } of said.attachments)
      expect(Buffer.from(bytes).toString()).not.toMatch(/67,500|63,000/);
  });
});

describe('a pack of our own papers alone', () => {
  it('claims PDF/UA-1 and PDF/A-3', async () => {
    using other = testProject([
      ...['duties', 'meetings'].map((name) => new URL(`../overlays/${name}`, import.meta.url).pathname),
    ]);
    const made = await run(other.root, ['pack', 'deskford-2026-05-12', '--only', 'public']);
    expect(made.exitCode, made.err).toBe(0);
    const pdf = readFileSync(join(other.root, 'out/deskford-2026-05-12/deskford-2026-05-12-pack.pdf'));
    expect((await describePdf(pdf)).claims).toEqual(['PDF/UA-1', 'PDF/A-3a']);
    expect(made.out).toContain('PDF/UA-1 and PDF/A');
  });
});

describe('the restricted pack', () => {
  it('claims PDF/UA-1 and PDF/A-2, as all its papers are ours', () => {
    expect(saidRestricted.claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
    expect(saidRestricted.attachments).toEqual([]);
    expect(saidRestricted.title).toBe(
      'Restricted pack: Cabinet, 13 January 2026 – Exampleshire County Council',
    );
  });

  it('says of a report that is exempt what its restricted version says', async () => {
    const report = 'exampleshire-home-care-2026-01-13';
    const made = await makeReport(openProject({ ...quietWorld, root: project.root }), report, undefined, {
      part: 'restricted',
    });
    const { ready } = made;
    if (!ready) throw new Error('the report cannot be made');
    const { paper, html: document, render } = ready;
    const printed = await printPaper(printer, { paper, document, render, attachments: () => [] });
    const alone = await describePdf(printed.value ?? new Uint8Array());
    const own = alone.reading.slice(1).map((line) => line.slice(2));
    const [front = [], , whole = []] = partsOf(saidRestricted);
    const first = firstPage(front, 'A contract for home care');
    expect(first).toBeGreaterThan(1);
    expect(countedBack(unscoped(whole, 'exempt-1'), first, 'R')).toEqual(own);
  });

  it('says in words in each of its papers that it is not for publication', () => {
    const parts = partsOf(saidRestricted);
    expect(parts).toHaveLength(3);
    for (const lines of parts)
      expect(lines.slice(0, 8).join('\n')).toMatch(/Not for publication|must not be copied or passed on/);
    const [, part = []] = parts;
    expect(part.filter((line) => line.includes('[Exempt: paragraph 3'))).toHaveLength(2);
    expect(part.filter((line) => line.includes('[End of exempt information]'))).toHaveLength(2);
    // Only what is exempt, under the number that it has in the public version.
    expect(part.filter((line) => line.startsWith('Sect'))).toHaveLength(2);
    const open = partsOf(said).find((lines) => titleOf(part) === `${titleOf(lines)}: exempt part`) ?? [];
    // A passage has its number where its marker has it, a table its caption.
    const numberOf = (line: string): string | undefined =>
      /^ +(P: \d+|Caption: Table \d+: .*)/.exec(line)?.[1];
    const numbers = part.flatMap((line) => numberOf(line) ?? []);
    expect(numbers.length).toBeGreaterThan(1);
    expect(open.flatMap((line) => numberOf(line) ?? [])).toEqual(expect.arrayContaining(numbers));
  });

  it('bears its watermark and its numbers as decoration, which is not read', () => {
    const marks = streamsOf(restricted)
      .join('\n')
      .match(/\/Artifact <<\/Type \/Pagination \/Subtype \/Watermark>> BDC/g);
    expect(marks).toHaveLength(saidRestricted.pages);
    for (let page = 1; page <= saidRestricted.pages; page++) {
      const unread = saidRestricted.unread
        .filter((line) => line.startsWith(`page ${String(page)},`))
        .join(' ');
      expect(unread).toContain('RESTRICTED');
      expect(unread).toContain(`Page R${String(page)}`);
    }
    expect(saidRestricted.reading.join('\n')).not.toContain('RESTRICTED');
  });
});

async function headersOf(pdf: Uint8Array): Promise<{ headers: string[]; named: string[] }> {
  const opened = await open(pdf);
  const headers = dictionaries(opened, 'S', 'TH').flatMap(
    (header) => header.lookupMaybe(PDFName.of('ID'), PDFString)?.decodeText() ?? [],
  );
  const named = dictionaries(opened, 'S', 'TD').flatMap((cell) => {
    const attributes = cell.lookup(PDFName.of('A'));
    const all = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
    return all.flatMap((one) => {
      const found = one && opened.context.lookup(one);
      const list = found instanceof PDFDict ? found.lookup(PDFName.of('Headers')) : undefined;
      if (!(list instanceof PDFArray)) return [];
      return list.asArray().flatMap((id) => (id instanceof PDFString ? id.decodeText() : []));
    });
  });
  return { headers, named };
}

function streamsOf(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      found.push(inflateSync(bytes.subarray(at + 7)).toString('latin1'));
    } catch {
      // Not packed.
    }
  }
  return found;
}
