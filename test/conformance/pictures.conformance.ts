import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPrinter } from '../../src/print/printer.ts';
import { loadLayout } from '../../src/render/layout.ts';
import { worldWith } from '../print/support.ts';
import { edges } from '../support/edge-charts.ts';
import { filesOf } from '../support/paper-files.ts';
import { charts, paperWith } from '../support/pictures.ts';
import { quietWorld } from '../support/project.ts';
import { houseStyles } from '../support/web-conditions.ts';
import { judge } from './judge.ts';
import { findLauncher } from './launcher.ts';
import { checkHtml } from './nu.ts';
import { isNotAvailable, validate } from './verapdf.ts';

/** Pictures of every kind held to the standards; and what becomes of one whose template leaves its words out. */

const launcher = await findLauncher();
if (!launcher.available) console.warn(`Papers with pictures are left out. ${launcher.reason}`);
const optional = !process.env['CI'];
const required = ['ua1', '3a'] as const;

describe.skipIf(!launcher.available && optional)('a paper with pictures', () => {
  it('keeps the standards in every house style, at the edge of what can be drawn too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
    await using printer = openPrinter(worldWith());
    const papers = [
      ...houseStyles.map((style) => paperWith(charts, style)),
      { ...paperWith(Object.values(edges)), id: 'edges', sides: 20 },
      // Over its limit of sides it has a list of its figures.
      { ...paperWith(Object.values(edges)), id: 'long', sides: 2 },
    ];
    const pdfs: string[] = [];
    const pages: string[] = [];
    for (const [i, paper] of papers.entries()) {
      const { html, pdf, said } = await filesOf(paper, printer);
      expect(said).toEqual([]);
      const base = join(folder, String(i));
      await writeFile(`${base}.html`, html);
      await writeFile(`${base}.pdf`, pdf ?? '');
      pages.push(`${base}.html`);
      pdfs.push(`${base}.pdf`);
    }
    const answer = await validate(pdfs, required);
    if (isNotAvailable(answer)) throw new Error(answer.reason);
    const broken = answer.flatMap(({ results }) => results.flatMap(({ failedRules }) => failedRules));
    expect(broken).toEqual([]);
    expect(answer.map((validation) => judge(validation, required).outcome)).toEqual(
      papers.map(() => 'passed'),
    );
    const html = await checkHtml(pages);
    if ('available' in html) throw new Error(html.reason);
    expect(html.pages.flatMap(({ errors }) => errors)).toEqual([]);
    await rm(folder, { recursive: true });
  }, 240_000);

  it.each(['trend', 'positions', 'bars', 'history'])('is refused where %s says nothing', async (kind) => {
    await using printer = openPrinter(worldWith());
    const source = loadLayout(quietWorld, 'modern').layout?.partials.get(kind)?.source ?? '';
    const silent = source.replace(' aria-label="{{alternative}}"', '');
    expect(silent).not.toBe(source);
    const { pdf, said } = await filesOf(paperWith(), printer, { [kind]: silent });
    expect(pdf).toBeUndefined();
    expect(new Set(said.map((one) => one.replace(/:.*/s, '')))).toEqual(
      new Set(['finish/figure-without-alternative']),
    );
  });
});
