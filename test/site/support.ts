import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { run, testProject, type Ran, type TestProject } from '../support/project.ts';

/** Where the site of the example lies on the web, in these tests. */
export const address = 'https://www.exampleshire.example/meetings/';
export const meeting = 'exampleshire-cabinet-2026-01-13';
export const before = 'exampleshire-cabinet-2025-12-09';
export const secret = 'Cypress Quill Holdings at 26 pounds 40';

/** What other commands would have left in `out/`: what the public may have, and what it may not. */
const files: Record<string, number | string> = {
  [`${meeting}/${meeting}-agenda.html`]: '<p>agenda</p>',
  [`${meeting}/${meeting}-agenda.pdf`]: 3,
  [`${meeting}/${meeting}-pack.pdf`]: 41,
  [`${meeting}/pack/index.html`]: '<p>pack</p>',
  [`${meeting}/pack/item-5.html`]: '<p>five</p>',
  [`${meeting}/${meeting}-agenda-restricted.pdf`]: secret,
  [`${meeting}/${meeting}-exempt-minutes.pdf`]: secret,
  [`${meeting}/${meeting}-minutes-form.pdf`]: secret,
  'exampleshire-cqc-2026-01-13/exampleshire-cqc-2026-01-13.html': '<p>report</p>',
  'exampleshire-cqc-2026-01-13/exampleshire-cqc-2026-01-13.pdf': 7,
  'exampleshire-home-care-2026-01-13/exampleshire-home-care-2026-01-13.html': secret,
  'exampleshire-home-care-2026-01-13/exampleshire-home-care-2026-01-13.pdf': secret,
  [`${before}/${before}-decisions.pdf`]: 1,
  [`${before}/${before}-decision-4.pdf`]: 1,
};

/** The example with files in its folder of outputs, and the council's address. */
export async function siteProject({ web = true } = {}): Promise<TestProject> {
  const project = testProject();
  for (const [name, content] of Object.entries(files)) {
    const path = join(project.root, 'out', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : await pdfOf(content));
  }
  if (!web) {
    const file = join(project.root, 'data/councils/exampleshire.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^web: .*\n/m, ''));
  }
  return project;
}

async function pdfOf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let n = 0; n < pages; n++) document.addPage();
  return document.save();
}

export async function makeSite(project: TestProject, today: string): Promise<Ran & { folder: string }> {
  const ran = await run(project.root, ['site', 'exampleshire'], { today });
  return { ...ran, folder: join(project.root, 'out/site/exampleshire') };
}

/** Every file of a folder, by its path in it. */
export function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}
