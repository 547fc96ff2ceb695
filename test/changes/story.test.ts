/// <reference lib="dom" />
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describePdf, type Description } from '../../src/finish/describe.ts';
import { toYaml } from '../../src/travel/record.ts';
import { openBrowser } from '../support/browser.ts';
import { readPdf } from '../support/pdf.ts';
import { run, testProject, type Ran, type TestProject } from '../support/project.ts';
import { wordsByTags } from '../support/tags.ts';
import { axeRules, schemes, widths } from '../support/web-conditions.ts';
import { recordOf } from './support.ts';

/** An officer’s story: the paper said 36%; the data now say 38%. */

const paper = 'durham-2003-12-01';
const review = 'data/reviews/durham-2002-03.yaml';

describe('36% becomes 38%', () => {
  let project: TestProject;
  let ran: Ran;
  const file = (name: string): string => join(project.root, 'out', paper, name);
  const change = (from: string, to: string): void => {
    const path = join(project.root, review);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };

  beforeAll(async () => {
    project = testProject();
    change('value: 38', 'value: 36');
    const built = await run(project.root, ['build', paper]);
    expect(built.exitCode, built.err).toBe(0);
    // What was issued, as a record that can stand in version control.
    const issued = recordOf(paper, [[review, 'value: 38', 'value: 36']]);
    writeFileSync(join(project.root, 'issued.yaml'), toYaml(issued));
    change('value: 36', 'value: 38');
    ran = await run(project.root, ['changes', paper, '--sheet', '--marked']);
  });
  afterAll(() => project[Symbol.dispose]());

  it('is told in a sentence, with the place', () => {
    expect(ran).toMatchObject({ exitCode: 0, err: '' });
    expect(ran.out).toContain(
      'Initial assessments for children and families finished within seven working days: 36% → 38% (first six months of 2003/2004)\n      shown in paragraph 10.3\n',
    );
    expect(ran.out).toContain('paragraph 10.3: “36%” → “38%”');
    expect(ran.out).not.toContain('\u001b');
  });

  it.each(['html', 'pdf'])('is found out from the %s that was built', async (ending) => {
    const { out } = await run(project.root, ['changes', paper, '--since', file(`${paper}.${ending}`)]);
    expect(out).toContain('36% → 38%');
  });

  it('is found out from a record, and turned round the other way', async () => {
    const { out } = await run(project.root, ['changes', paper, '--since', 'issued.yaml', '--json']);
    const { result, exitCode } = JSON.parse(out) as { result: { changes: object[] }; exitCode: number };
    expect(exitCode).toBe(0);
    expect(result).toMatchObject({
      paper,
      changed: true,
      renumbered: 0,
      changes: [{ kind: 'indicator', before: '36%', after: '38%', where: [{ words: 'paragraph 10.3' }] }],
    });
  });

  it('sets the exit code only where that was asked for', async () => {
    expect((await run(project.root, ['changes', paper, '--exit-code'])).exitCode).toBe(1);
  });

  describe('on the sheet for members', () => {
    let bytes: Buffer;
    let heard: Description;
    beforeAll(async () => {
      bytes = readFileSync(file(`${paper}-changes.pdf`));
      heard = await describePdf(bytes);
    });

    it('stands on one page, under a title that says what it is', async () => {
      const pdf = await readPdf(bytes);
      expect(pdf.pages).toHaveLength(1);
      expect(pdf).toMatchObject({ tagged: true, displaysTitle: true, language: 'en-GB' });
      expect(pdf.title).toMatch(/^What has changed since the earlier version – /);
      expect(pdf.pages[0]).toContain('Annual Review of Performance and Star Rating 2002/2003');
      expect(pdf.pages[0]).toContain('1 December 2003');
      expect(heard.claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
      expect(heard.attachments).toEqual([]);
    });

    it('is read as a table: the change is the head of its row, the place its cell', () => {
      const lines = heard.reading.map((line) => line.trim().replaceAll('\u00a0', ' '));
      expect(lines).toContain('TH (Column): What has changed');
      const row = lines.findIndex((line) => line.startsWith('TH (Row): Initial assessments'));
      expect(lines[row]).toContain('36% is now 38% (first six months of 2003/2004).');
      expect(lines[row + 1]).toBe('TD: Paragraph 10.3');
    });

    it('says the same in HTML', () => {
      const html = readFileSync(file(`${paper}-changes.html`), 'utf8');
      expect(html).toContain('36% is now 38%');
      expect(html).not.toMatch(/<script|undefined|\[object/);
    });
  });

  describe('in the marked copy', () => {
    it('is struck out and put in, with words for those who hear it', async () => {
      const bytes = readFileSync(file(`${paper}-marked.pdf`));
      const { reading, claims } = await describePdf(bytes);
      expect(claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
      const said = reading.find((line) => line.includes('The share rose to'))?.replaceAll('\u00a0', ' ');
      expect(said).toContain(
        'The share rose to {Span: deletion 36% end of deletion}{Span: insertion 38% end of insertion} in the first six months',
      );
      expect((await wordsByTags(bytes)).replaceAll(/\s+/g, '')).toContain('deletion36%endofdeletion');
    });

    it('is `<del>` and `<ins>` in the HTML', () => {
      const html = readFileSync(file(`${paper}-marked.html`), 'utf8');
      expect(html).toContain(
        '<del><span class="said"> deletion </span>36%<span class="said"> end of deletion</span></del><ins><span class="said"> insertion </span>38%<span class="said"> end of insertion</span></ins>',
      );
      expect(html).not.toContain('id="record"');
    });
  });

  it('keeps the rules of accessibility in both pages', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const opened = await openBrowser();
    const { browser } = opened;
    try {
      for (const ending of ['changes', 'marked'])
        for (const width of widths)
          for (const scheme of schemes) {
            const page = await browser.newPage();
            await page.setBypassCSP(true);
            await page.setViewport({ width, height: 900 });
            await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
            await page.goto(pathToFileURL(file(`${paper}-${ending}.html`)).href);
            await page.evaluate(axe);
            const { violations } = (await page.evaluate(
              `axe.run({ runOnly: ${JSON.stringify(axeRules)} })`,
            )) as AxeResults;
            expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
            const tooWide = await page.evaluate(
              'document.documentElement.scrollWidth > document.documentElement.clientWidth',
            );
            expect(tooWide, `${ending} at ${width}`).toBe(false);
            await page.close();
          }
    } finally {
      await opened.close();
    }
  });
});

describe('an edition that was issued', () => {
  it('is what the data are compared with, in its own wording', async () => {
    using project = testProject();
    const edit = (name: string, from: string, to: string): void => {
      const path = join(project.root, name);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    };
    edit(review, 'value: 38', 'value: 36');
    const by = ['--by', 'Democratic Services', '--reason', 'Published with the agenda'];
    const issued = await run(project.root, ['issue', paper, ...by, '--date', '2003-11-21']);
    expect(issued.exitCode, issued.err).toBe(0);
    edit(review, 'value: 36', 'value: 38');
    edit('templates/durham-scrutiny/outline.yaml', 'To inform members', 'To tell members');
    const { out, err, exitCode } = await run(project.root, ['changes', paper, '--sheet', '--marked']);
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
    expect(out).toContain(`What has changed in ${paper} since edition 1\n`);
    expect(out).toContain('36% → 38%');
    expect(out).toContain('The wording of the house style has changed: one more part of the paper');
    const base = join(project.root, 'out', paper, paper);
    const { title } = await describePdf(readFileSync(`${base}-changes.pdf`));
    expect(title).toMatch(/^What has changed since edition 1 – /);
    const { reading } = await describePdf(readFileSync(`${base}-marked.pdf`));
    expect(reading.join('\n')).toContain('{Span: insertion tell end of insertion}');
  });
});

describe('a paper whose data did not change', () => {
  it('says so in one line, and tells a change of wording apart', async () => {
    using project = testProject();
    const built = await run(project.root, ['build', paper, '--emit', 'html']);
    expect(built.exitCode, built.err).toBe(0);
    const same = await run(project.root, ['changes', paper]);
    expect(same.out).toBe(`Nothing has changed in the data of ${paper} since the paper last built.\n`);
    const outline = join(project.root, 'templates/durham-scrutiny/outline.yaml');
    writeFileSync(outline, readFileSync(outline, 'utf8').replace('To inform members', 'To tell members'));
    const reworded = await run(project.root, ['changes', paper, '--exit-code']);
    expect(reworded.exitCode).toBe(0);
    expect(reworded.out).toContain('Nothing has changed in the data');
    expect(reworded.out).toContain(
      'The wording or layout of the house style has changed: templates/durham-scrutiny/outline.yaml.',
    );
  });
});

describe('what cannot be compared', () => {
  it.each([
    [['changes', 'durham-2003'], 'There is no report called `durham-2003`'],
    [['changes', paper], 'was not built before'],
    [['changes', paper, '--since', '3'], 'There is no edition 3'],
    [['changes', paper, '--since', 'nowhere.pdf'], 'There is no file nowhere.pdf.'],
    [['changes', paper, '--since', 'data/reports/derby-2002.yaml'], 'carries no record'],
    [['changes', paper, '--since', 'derby.yaml'], 'is the paper `derby-2002`'],
  ])('%j is a mistake of usage, told in a line', async (args, message) => {
    using project = testProject();
    mkdirSync(join(project.root, 'out'), { recursive: true });
    rmSync(join(project.root, 'out'), { recursive: true });
    writeFileSync(join(project.root, 'derby.yaml'), toYaml(recordOf('derby-2002')));
    const { exitCode, out, err } = await run(project.root, args);
    expect(exitCode).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
