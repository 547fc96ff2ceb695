import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { writeLargeMeeting } from '../support/large-meeting.ts';
import { readPdfPages, type Bookmark, type PdfPage } from '../support/pdf-pages.ts';
import { projectFolder, run, testProject, type TestProject } from '../support/project.ts';

/**
 * A known complaint about packs: the number in the contents is not the one on the page, and neither is the one that the
 * reader goes to. Here all of them are read back from a pack of more than 300 pages and compared.
 */

const annualReport = 'Annual report of the Safeguarding Adults Partnership';
const fileAt = 12;

let project: TestProject;
let bytes: Buffer;
let pages: PdfPage[];
let bookmarks: Bookmark[];
/** Bookmarks of the parts, each with the last page of its part. */
let parts: (Bookmark & { last: number })[];

const make = async (root: string): Promise<Buffer> => {
  const ran = await run(root, ['pack', 'large', '--only', 'public']);
  expect(ran.exitCode, ran.err).toBe(0);
  return readFileSync(join(root, 'out/large/large-pack.pdf'));
};

beforeAll(async () => {
  project = testProject([], []);
  writeLargeMeeting(projectFolder, project.root, 40);
  const path = join(project.root, 'data/meetings/large.yaml');
  const meeting = parse(readFileSync(path, 'utf8')) as { items: unknown[] };
  meeting.items.splice(fileAt, 0, {
    file: 'exampleshire-safeguarding-adults-2024-25.pdf',
    title: annualReport,
    from: 'Exampleshire Safeguarding Adults Partnership',
  });
  writeFileSync(path, stringify(meeting));
  bytes = await make(project.root);
  ({ pages, bookmarks } = await readPdfPages(bytes));
  const tops = bookmarks.filter(({ level }) => level === 0);
  parts = tops.map((top, i) => ({ ...top, last: (tops[i + 1]?.page ?? pages.length + 1) - 1 }));
}, 900_000);
afterAll(() => {
  project[Symbol.dispose]();
});

const close = (text: string): string => text.replaceAll(/\s/g, '');
const page = (number: number): PdfPage => {
  const found = pages[number - 1];
  if (!found) throw new Error(`there is no page ${String(number)}`);
  return found;
};
const textOf = ({ page: first, last }: { page: number; last: number }): string =>
  pages
    .slice(first - 1, last)
    .map(({ text }) => text)
    .join('\n');

describe('on more than 300 pages', () => {
  it('each bears the number that is its label', () => {
    expect(pages.length).toBeGreaterThan(300);
    const numbers = pages.map((_, i) => String(i + 1));
    expect(pages.map(({ label }) => label)).toEqual(numbers);
    const stamps = pages.map(({ text }) => /(?:^| )Page (\d+)$/.exec(text.split('\n').at(-1) ?? '')?.[1]);
    expect(stamps).toEqual(numbers);
    // Once, and on no page another one as well.
    for (const { text } of pages) expect(text.match(/(?<!see )\bPage \d+$/gm)).toHaveLength(1);
  });

  it('each bookmark leads to the page that has its words', () => {
    expect(parts.map(({ title }) => title).filter((title) => /^\d/.test(title))).toHaveLength(41);
    expect(bookmarks.length).toBeGreaterThan(400);
    for (const { title, page: to } of bookmarks) {
      const words = title.replace(/^\d+\. (?=Paper|Annual)/, '');
      const { text } = page(to);
      // Beside an item of the agenda stand its pages.
      const lines = text.replaceAll(/ Pages? \d+(?: to \d+)?$/gm, '');
      // A paper from elsewhere is called what the agenda calls it.
      const calls = words === annualReport ? /annual ?report/i : undefined;
      if (calls) expect(text).toMatch(calls);
      else expect(close(lines), `page ${String(to)}`).toContain(close(words));
    }
    // In their order, and each in its own part.
    expect(bookmarks.map((one) => one.page)).toEqual(bookmarks.map((one) => one.page).sort((a, b) => a - b));
  });

  it('the agenda names the pages that each paper has', () => {
    const [front] = parts;
    if (!front) throw new Error('there is no agenda');
    const named = [...textOf(front).matchAll(/^(\d+) .+ Pages? (\d+)(?: to (\d+))?$/gm)].map(
      ([, item = '', first = '', last = first]) => [item, Number(first), Number(last)],
    );
    const papers = parts.filter(({ title }) => /^\d/.test(title));
    expect(named).toEqual(papers.map((one) => [one.title.split('.')[0], one.page, one.last]));
    expect(papers.at(-1)?.last).toBe(pages.length);
    const links = pages.slice(0, front.last).flatMap((one) => one.links);
    for (const { title, page: first } of papers) {
      const words = close(title.replace(/^\d+\. /, ''));
      const own = links.filter((link) => link.to === first).map((link) => link.words);
      expect(close(own.join(' ')), title).toBe(words);
    }
  });

  it('the sheet of papers from elsewhere names their pages', () => {
    const sheet = parts.find(({ title }) => title === 'A paper bound in as it was received');
    const paper = parts.find(({ title }) => title.endsWith(annualReport));
    if (!sheet || !paper) throw new Error('a part is missing');
    expect(textOf(sheet)).toContain(`${String(paper.page)} to ${String(paper.last)}`);
    // Three usual items stand before those of the record.
    expect(paper.title).toBe(`${String(3 + fileAt + 1)}. ${annualReport}`);
    expect(paper.last - paper.page).toBe(3);
  });

  it('the contents of papers name the pages of their headings, tables and figures', () => {
    let headings = 0;
    let captions = 0;
    for (const part of parts.filter((one) => / Paper /.test(one.title))) {
      const own = pages.slice(part.page - 1, part.last);
      if (!own.some(({ text }) => /^Contents$/m.test(text))) continue;
      const links = own.flatMap((one) =>
        one.links.map((link) => ({ ...link, line: lineOf(one, link.words) })),
      );
      const beneath = bookmarks.slice(
        bookmarks.indexOf(bookmarks.find((b) => b.title === part.title) ?? part) + 1,
      );
      const next = beneath.findIndex(({ level }) => level === 0);
      const sections = (next < 0 ? beneath : beneath.slice(0, next)).filter(({ level }) => level === 1);
      for (const { title, page: to } of sections) {
        if (title === 'Contents') continue;
        const entry = links.find((link) => link.words === title);
        expect(entry, `${part.title}: ${title}`).toMatchObject({ to, line: `${title} ${String(to)}` });
        headings++;
      }
      for (const { words, to, line } of links.filter((link) => /^(?:Table|Figure) \d+: /.test(link.words))) {
        if (line === undefined) continue;
        // A caption of two lines has the number behind the second.
        if (/ \d+$/.test(line) && line !== words) expect(line, part.title).toBe(`${words} ${String(to)}`);
        expect(close(page(to).text), `${part.title}: ${words}`).toContain(close(words));
        captions++;
      }
    }
    expect(headings).toBeGreaterThan(100);
    expect(captions).toBeGreaterThan(100);
  });

  it('references name the page of what they refer to, and lead there', () => {
    let named = 0;
    for (const part of parts.filter((one) => / Paper /.test(one.title))) {
      for (let n = part.page; n <= part.last; n++) {
        const words = page(n).text.replaceAll(/\s+/g, ' ');
        for (const [whole, what = '', number = '', on = ''] of words.matchAll(
          /\b(paragraph|[Tt]able|[Ff]igure) ([\d.]+) \(page (\d+)\)/g,
        )) {
          const to = Number(on);
          expect(to, `${part.title}: ${whole}`).toBeGreaterThanOrEqual(part.page);
          expect(to, `${part.title}: ${whole}`).toBeLessThanOrEqual(part.last);
          const start =
            what === 'paragraph' ? number : `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} ${number}:`;
          const starts = page(to)
            .text.split('\n')
            .some((line) => line === start || line.startsWith(`${start} `));
          expect(starts, `${whole} on page ${String(n)}`).toBe(true);
          const link = page(n).links.find((one) => one.words === `${what} ${number}` && one.to === to);
          expect(link, `${whole} on page ${String(n)}`).toBeDefined();
          named++;
        }
      }
    }
    expect(named).toBeGreaterThan(50);
  });

  it('no link leads out of its paper, but from the agenda', () => {
    const [front] = parts;
    for (const part of parts)
      for (let n = part.page; n <= part.last; n++)
        for (const { to, words } of page(n).links) {
          const inside = to >= part.page && to <= part.last;
          const toPaper = parts.some((one) => one.page === to);
          expect(part === front ? toPaper : inside, `${words}, page ${String(n)}`).toBe(true);
        }
  });

  it('made twice it is the same to the byte', async () => {
    using small = testProject([], []);
    writeLargeMeeting(projectFolder, small.root, 4);
    const first = await make(small.root);
    expect((await make(small.root)).equals(first)).toBe(true);
  });
});

/** The line that words stand in. */
function lineOf({ text }: PdfPage, words: string): string | undefined {
  const lines = text.split('\n');
  // The same words can be a heading on the same page: that has no number behind it.
  const numbered = lines.find(
    (line) => line.startsWith(`${words} `) && /^ \d+$/.test(line.slice(words.length)),
  );
  return numbered ?? lines.find((line) => line === words || line.startsWith(`${words} `));
}
