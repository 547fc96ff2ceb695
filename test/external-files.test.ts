import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeExternalFiles } from './support/make-external-files.ts';
import { readPdf } from './support/pdf.ts';
import { projectFolder } from './support/project.ts';

/** `UPDATE_CASES=1 npx vitest run test/external-files.test.ts` writes the files. */

const folder = join(projectFolder, 'data', 'files');
const report = 'exampleshire-safeguarding-adults-2024-25.pdf';
const letter = 'exampleshire-auditors-letter-2026-01-07.pdf';
const minutes = 'exampleshire-cabinet-minutes-2025-12-09.pdf';
const names = [report, minutes, letter];

describe('the example’s PDFs of somebody else’s', () => {
  let made: Map<string, Uint8Array>;
  beforeAll(async () => {
    made = await makeExternalFiles();
    if (process.env['UPDATE_CASES'] !== '1') return;
    mkdirSync(folder, { recursive: true });
    for (const [name, bytes] of made) writeFileSync(join(folder, name), bytes);
  });
  const kept = (name: string): Buffer => readFileSync(join(folder, name));

  it.each(names)('%s is small, and made again it is the same', async (name) => {
    expect([...made.keys()]).toContain(name);
    expect(kept(name).length).toBeLessThan(60_000);
    expect(await readPdf(made.get(name) ?? new Uint8Array())).toEqual(await readPdf(kept(name)));
    expect(await sizes(made.get(name) ?? new Uint8Array())).toEqual(await sizes(kept(name)));
  });

  it.each([report, minutes])('%s says that it is invented', async (name) => {
    expect((await readPdf(kept(name))).pages[0]?.replaceAll('\n', ' ')).toContain('Invented example.');
  });

  it('a good one: tagged, with bookmarks, links and a page on its side', async () => {
    const read = await readPdf(kept(report));
    expect(read).toMatchObject({ tagged: true, displaysTitle: true, language: 'en-GB' });
    expect(read.outline.length).toBeGreaterThan(6);
    expect(read.links).toContain('https://www.legislation.gov.uk/ukpga/2014/23/schedule/2');
    expect(read.links.filter((link) => link.startsWith('#'))).toHaveLength(3);
    expect(await sizes(kept(report))).toEqual(['210 x 297', '210 x 297', '297 x 210', '210 x 297']);
  });

  it('a scan: two pages of pictures, without tags, bookmarks or a word', async () => {
    const read = await readPdf(kept(letter));
    expect(read).toMatchObject({ tagged: false, outline: [], links: [], pages: ['', ''] });
    expect(await sizes(kept(letter))).toEqual(['210 x 297', '210 x 297']);
  });
});

/** The size of each page in whole millimetres. */
async function sizes(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.getPages().map((page) => {
    const { width, height } = page.getSize();
    return `${mm(width)} x ${mm(height)}`;
  });
}

const mm = (points: number): string => String(Math.round((points / 72) * 25.4));
