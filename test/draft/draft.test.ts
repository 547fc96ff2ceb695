import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describePdf } from '../../src/finish/describe.ts';
import { run, testProject, type TestProject } from '../support/project.ts';
import { askFor, clear, pagesOf } from './support.ts';

/** A browser puts letters on whole pixels: points. */
const halfPixel = 0.375 + 0.01;

const three = ['finance', 'legal', 'portfolio_holder'];

async function build(project: TestProject, report: string, ...more: string[]): Promise<string> {
  const built = await run(project.root, ['build', report, ...more]);
  expect(built.exitCode, built.err).toBe(0);
  return built.err;
}

function file(project: TestProject, name: string, ending: string): Buffer {
  return readFileSync(join(project.root, 'out', name, `${name}.${ending}`));
}

describe('a draft', () => {
  it.each([
    ['derby-2002', 'derby'],
    ['durham-2003-12-01', 'durham'],
  ])('%s has DRAFT across each page and a number beside each line', async (report, council) => {
    using project = testProject();
    askFor(project.root, council, three);
    await build(project, report);
    const pages = await pagesOf(file(project, report, 'pdf'));
    expect(pages.length).toBeGreaterThan(2);
    for (const { numbers, lines, across } of pages) {
      expect(across).toBe(true);
      expect(numbers.map(({ text }) => text)).toEqual(lines.map((_, i) => String(i + 1)));
      numbers.forEach(({ y }, i) => expect(Math.abs(y - (lines[i] ?? 0))).toBeLessThan(halfPixel));
    }
  });

  it('does not number the words in pictures, and numbers their captions', async () => {
    using project = testProject();
    askFor(project.root, 'durham', three);
    // A few lines more, so that it ends near the foot of its last side.
    const report = join(project.root, 'data/reports/durham-2003-12-01.yaml');
    const contacts = Array.from(
      { length: 10 },
      (_, i) => `  - { telephone: extension ${String(100 + i)} }\n`,
    );
    writeFileSync(
      report,
      readFileSync(report, 'utf8').replace('contacts:\n', `contacts:\n${contacts.join('')}`),
    );
    const said = await build(project, 'durham-2003-12-01', '--style', 'modern');
    const pages = await pagesOf(file(project, 'durham-2003-12-01-modern', 'pdf'));
    let inPictures = 0;
    for (const { numbers, lines } of pages) {
      expect(numbers.map(({ text }) => text)).toEqual(numbers.map((_, i) => String(i + 1)));
      for (const { y } of numbers) expect(lines.some((line) => Math.abs(y - line) < halfPixel)).toBe(true);
      inPictures += lines.length - numbers.length;
    }
    expect(inPictures).toBeGreaterThan(3);
    // What only a draft shows makes no paper too long: this one has the five sides that its style allows.
    expect(pages).toHaveLength(6);
    expect(said).not.toContain('language/too-long');
  });

  it('says that it is one, and none of its marks is read aloud', async () => {
    using project = testProject();
    askFor(project.root, 'derby', three);
    clear(project.root, 'derby-2002', ['legal']);
    expect(await build(project, 'derby-2002')).toContain(
      'derby-2002 is a draft: not yet cleared by finance and the portfolio holder.',
    );
    expect((await run(project.root, ['list', 'report'])).out).toMatch(
      /derby-2002 .* \(draft: not yet cleared by finance and the portfolio holder\)\n/,
    );
    const pdf = await describePdf(file(project, 'derby-2002', 'pdf'));
    expect(pdf.title).toMatch(/^Draft: Social Services Inspectorate/);
    expect(pdf.claims).toEqual(['PDF/UA-1', 'PDF/A-3a']);
    const read = pdf.reading.join('\n');
    expect(read).toContain('Draft of this report: not yet cleared by finance and the portfolio holder.');
    expect(read).toContain('Legal: Head of legal');
    expect(read).toContain('On 1 May 2002');
    expect(read).not.toContain('DRAFT');
    expect(pdf.reading[1]).toContain('Draft of this report');
    const html = file(project, 'derby-2002', 'html').toString();
    expect(html).toMatch(/<title>Draft: /);
    expect(html).toContain('<p class="draft">Draft of this report: not yet cleared by finance');
    expect(html).toContain('<div class="watermark" aria-hidden="true"></div>');
  });

  it('carries the record of the clean paper, and says in it that it is a draft', async () => {
    using project = testProject();
    askFor(project.root, 'derby', three);
    clear(project.root, 'derby-2002', ['legal'], 'Zanzibar-4711');
    await build(project, 'derby-2002');
    const pdf = await describePdf(file(project, 'derby-2002', 'pdf'));
    const record = Buffer.from(pdf.attachments[0]?.bytes ?? []).toString();
    expect(record).toContain('draft: "Draft of this report: not yet cleared');
    expect(record).not.toMatch(/Zanzibar|clearance|deadlines/);
    const html = file(project, 'derby-2002', 'html').toString();
    expect(html.slice(html.indexOf('id="record"'), html.indexOf('</head>'))).not.toMatch(
      /Zanzibar|clearance/,
    );
  });

  it('is the clean paper, byte for byte, once the last clearance is recorded', async () => {
    using plain = testProject();
    await build(plain, 'derby-2002');
    using project = testProject();
    askFor(project.root, 'derby', three);
    clear(project.root, 'derby-2002', three.slice(0, 2));
    await build(project, 'derby-2002');
    expect(file(project, 'derby-2002', 'manifest.json').toString()).toContain('"the portfolio holder"');
    const yaml = join(project.root, 'data/reports/derby-2002.yaml');
    writeFileSync(yaml, `${readFileSync(yaml, 'utf8')}  - { by: portfolio_holder, date: 2002-05-03 }\n`);
    const status = await run(project.root, ['status', 'derby-2002']);
    expect(status.out).toContain('derby-2002: stale');
    expect(status.out).toContain('cleared by the portfolio holder, in data/reports/derby-2002.yaml');
    await build(project, 'derby-2002');
    for (const ending of ['html', 'pdf'])
      expect(file(project, 'derby-2002', ending).equals(file(plain, 'derby-2002', ending)), ending).toBe(
        true,
      );
    const manifest = (of: TestProject): unknown => ({
      ...(JSON.parse(file(of, 'derby-2002', 'manifest.json').toString()) as object),
      inputs: {},
    });
    expect(manifest(project)).toEqual(manifest(plain));
  });

  it('keeps exempt passages back', async () => {
    using project = testProject();
    askFor(project.root, 'derby', ['legal']);
    const yaml = join(project.root, 'data/reports/derby-2002.yaml');
    const exempt =
      '{ text: The price is Zanzibar-4711 pounds a week., exempt: [3], public_interest: A price that is known costs more. }';
    writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('response:', `response:\n  - ${exempt}`));
    await build(project, 'derby-2002');
    const pdf = await describePdf(file(project, 'derby-2002', 'pdf'));
    expect(pdf.reading.join('\n')).toContain('Draft of this report');
    for (const words of [
      pdf.reading.join(' '),
      pdf.unread.join(' '),
      file(project, 'derby-2002', 'html').toString(),
    ])
      expect(words).not.toContain('Zanzibar');
  });

  it('is no change of the paper for members, nor is its clearance', async () => {
    using project = testProject();
    await build(project, 'derby-2002', '--emit', 'html');
    askFor(project.root, 'derby', three);
    const changed = await run(project.root, ['changes', 'derby-2002', '--exit-code']);
    expect(changed.out).toContain('Nothing has changed');
    expect(changed.exitCode).toBe(0);
    const marked = await run(project.root, ['changes', 'derby-2002', '--marked']);
    expect(marked.exitCode, marked.err).toBe(0);
    expect(file(project, 'derby-2002', 'html').toString()).not.toContain('Draft of this report');
    const copy = readFileSync(join(project.root, 'out/derby-2002/derby-2002-marked.html'), 'utf8');
    expect(copy).toContain('Draft of this report: not yet cleared by finance');
  });

  it('is not taken for the edition that was made of it later, nor for a paper', async () => {
    using project = testProject();
    askFor(project.root, 'derby', ['legal']);
    await build(project, 'derby-2002', '--emit', 'html');
    const draft = join(project.root, 'draft.html');
    writeFileSync(draft, file(project, 'derby-2002', 'html'));
    const before = await run(project.root, ['verify', draft]);
    clear(project.root, 'derby-2002', ['legal']);
    await run(project.root, ['issue', 'derby-2002', '--by', 'Democratic Services', '--reason', 'Published']);
    const after = await run(project.root, ['verify', draft]);
    for (const { out, exitCode } of [before, after]) {
      expect(out).toContain('It was not issued, and was not cleared when it was made');
      expect(exitCode).toBe(1);
    }
  });
});
