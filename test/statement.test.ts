import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { describePdf, type Description } from '../src/finish/describe.ts';
import { AccessibilityRecord, recordFile } from '../src/statement/record.ts';
import { version } from '../src/version.ts';
import { readPdf, type ReadPdf } from './support/pdf.ts';
import { projectFolder, run, testProject, type Ran, type TestProject } from './support/project.ts';
import { axeRules, enlargedWidth, houseStyles, views } from './support/web-conditions.ts';

const kept: AccessibilityRecord = {
  date: '2004-02-29',
  scrutineer: version,
  browser: 'Chrome/1.2.3',
  tools: [{ name: 'veraPDF', version: '9.8.7', checks: 'PDF files' }],
  papers: [
    {
      ...{ name: 'a', title: 'A paper & its title', style: 'Modern', pages: 3, paged: false, htmlErrors: 0 },
      standards: [
        { name: 'PDF/UA-1', checks: 12345, brokenRules: 0 },
        { name: 'PDF/A-3a', checks: 23456, brokenRules: 0 },
      ],
    },
  ],
  web: { rules: ['wcag22aa'], views, enlargedWidth, passed: 30, failed: 0 },
};

/** A project with this text as its record of tests. */
function projectWith(text: string | undefined): TestProject {
  const project = testProject();
  if (text !== undefined) {
    const file = join(project.root, recordFile);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return project;
}

/** Makes the statement of a record and gives it back as text: of the HTML and of the PDF. */
async function stated(record: AccessibilityRecord): Promise<{ ran: Ran; html: string; pdf: Buffer }> {
  using project = projectWith(JSON.stringify(record));
  const ran = await run(project.root, ['statement', '--out', 'site']);
  const read = (ending: string): Buffer =>
    readFileSync(join(project.root, 'site/accessibility-statement', `accessibility-statement.${ending}`));
  return { ran, html: read('html').toString('utf8'), pdf: read('pdf') };
}

const words = (html: string): string =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

describe('the accessibility statement', () => {
  let made: Awaited<ReturnType<typeof stated>>;
  let pdf: ReadPdf;
  let heard: Description;
  beforeAll(async () => {
    made = await stated(kept);
    pdf = await readPdf(made.pdf);
    heard = await describePdf(made.pdf);
  });

  it('is written as HTML and PDF', () => {
    expect(made.ran).toMatchObject({ exitCode: 0, err: '' });
    expect(made.ran.out.split('\n')).toEqual([
      'site/accessibility-statement/accessibility-statement.html',
      'site/accessibility-statement/accessibility-statement.pdf',
      '',
    ]);
  });

  it('is itself a tagged PDF in British English that claims PDF/UA-1 and PDF/A-2a, with nothing attached', () => {
    expect(pdf).toMatchObject({ tagged: true, displaysTitle: true, language: 'en-GB' });
    expect(pdf.title).toBe('Accessibility statement – Council papers, 29 February 2004');
    expect(heard.claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
    expect(heard.attachments).toEqual([]);
    expect(made.html).not.toMatch(/<script|<link|<img|undefined|\[object/);
  });

  it('says in both what was tested, when, with what, and what came of it', () => {
    const inPdf = heard.reading.join('\n').replaceAll('\u00a0', ' ');
    for (const text of [words(made.html), inPdf]) {
      for (const said of [
        'found no fault',
        '29 February 2004',
        '12,345',
        '23,456',
        'A paper & its title',
        'Chrome/1.2.3',
        '9.8.7',
        'All 30 tests passed.',
        'dark colours',
        '1,280 pixels',
        '320 pixels',
      ])
        expect(text).toContain(said);
    }
  });

  it('has what the regulations ask for, and names no contact of its own', () => {
    expect(heard.outline.map((line) => line.trim())).toEqual([
      'Accessibility statement',
      'In short',
      'What this statement covers',
      'How accessible the papers are',
      'What may not be accessible',
      'If you cannot read a paper',
      'Enforcement',
      'How the papers were tested',
      'How this statement was prepared',
    ]);
    const text = words(made.html);
    expect(text).toContain('Accessibility Regulations 2018');
    expect(text).toContain('Equality and Human Rights Commission enforces');
    expect(text).toContain('Tell the council that published it.');
    expect(text).not.toMatch(/@|\b0\d{3,4} \d{3}/);
    expect(pdf.links.filter((to) => !to.startsWith('#'))).toEqual([
      'https://www.equalityadvisoryservice.com/',
    ]);
  });

  it('claims no more than the tests: people were not asked, and not everything can be tested', () => {
    const text = words(made.html);
    expect(text).toContain('has no test by people');
    expect(text).toContain('does not say that every paper is fully accessible');
    expect(text).not.toMatch(/fully compliant|fully conform/);
  });

  it('gives the same bytes again', async () => {
    const again = await stated(kept);
    expect(again.pdf.equals(made.pdf)).toBe(true);
    expect(again.html).toBe(made.html);
  });
});

describe('an accessibility statement after tests that failed', () => {
  it('says which papers have faults, and promises nothing', async () => {
    const [paper] = kept.papers;
    if (!paper) throw new Error('no paper');
    const { html } = await stated({
      ...kept,
      papers: [paper, { ...paper, title: 'The faulty one', htmlErrors: 2 }],
      web: { ...kept.web, passed: 28, failed: 2 },
    });
    const text = words(html);
    expect(text).toContain(
      'The tests found faults in one of the two example papers and faults in two tests of web pages.',
    );
    expect(text).toContain('The papers are therefore not fully accessible.');
    expect(text).toContain('The faulty one (house style Modern)');
    expect(text).not.toContain('you should be able to');
    expect(text).not.toContain('found no fault');
  });

  it('says so where web pages were not tested at all', async () => {
    const { html } = await stated({ ...kept, web: { ...kept.web, passed: 0, failed: 0 } });
    expect(words(html)).toContain('These tests were not made.');
    expect(words(html)).not.toContain('found no fault');
  });
});

describe('the record of tests', () => {
  it.each([
    ['no record', undefined, 'statement/no-record', 'There is no docs/accessibility.json'],
    ['no JSON', '{ "date": ', 'statement/record-unreadable', 'cannot be read'],
    [
      'another form',
      JSON.stringify({ ...kept, date: '2004-02-30' }),
      'statement/record-unreadable',
      'at `date`',
    ],
  ])('where there is %s it is said, and nothing is written', async (_, text, rule, message) => {
    using project = projectWith(text);
    const { exitCode, out, err } = await run(project.root, ['statement']);
    expect(exitCode).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(rule);
    expect(err).toContain(message);
    expect(err).toContain('npm run test:conformance -- --record');
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('of another version is used with a warning', async () => {
    const { ran } = await stated({ ...kept, scrutineer: '0.0.9' });
    expect(ran.exitCode).toBe(0);
    expect(ran.err).toContain('statement/other-version');
    expect(ran.err).toContain('0.0.9');
  });

  it('in docs/ is of this version, of all styles, and of the conditions that are tested now', () => {
    const written = JSON.parse(readFileSync(join(projectFolder, recordFile), 'utf8')) as unknown;
    const record = AccessibilityRecord.parse(written);
    expect(record.scrutineer).toBe(version);
    expect(record.papers).toHaveLength(2 * houseStyles.length + 1);
    expect(record.papers.filter(({ paged }) => paged)).toHaveLength(1);
    for (const { standards } of record.papers)
      expect(standards.map(({ name }) => name)).toEqual(['PDF/UA-1', 'PDF/A-3a']);
    expect(record.web).toMatchObject({ rules: [...axeRules], views, enlargedWidth });
  });
});
