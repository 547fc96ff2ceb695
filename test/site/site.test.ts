import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sizeInWords } from '../../src/site/links.ts';
import { before, filesIn, makeSite, meeting, secret, siteProject } from './support.ts';

describe('the page of a council’s meetings', () => {
  let files: Map<string, Buffer>;
  let html = '';
  let err = '';
  beforeAll(async () => {
    using project = await siteProject();
    const made = await makeSite(project, '2026-01-08');
    files = filesIn(made.folder);
    html = files.get('index.html')?.toString() ?? '';
    ({ err } = made);
  });

  it('leads only to what is there, and everything there is led to', () => {
    const reached = new Set(['index.html']);
    const visit = (page: string): void => {
      const text = files.get(page)?.toString() ?? '';
      const links = [...text.matchAll(/href="([^"#]+)"/g)].map(([, to = '']) => to);
      for (const link of links.filter((to) => !to.startsWith('https:'))) {
        const to = posix.join(posix.dirname(page), decodeURIComponent(link));
        expect([...files.keys()], `${page} leads to ${link}`).toContain(to);
        if (!reached.has(to) && to.endsWith('.html')) {
          reached.add(to);
          visit(to);
        }
        reached.add(to);
      }
    };
    visit('index.html');
    const rest = [...files.keys()].filter((name) => !reached.has(name) && !name.startsWith('oparl/'));
    expect(rest).toEqual([]);
  });

  it('holds nothing that is exempt, a form or restricted', () => {
    for (const [name, bytes] of files) {
      expect(name).not.toMatch(/restricted|exempt-minutes|minutes-form|home-care/);
      expect(bytes.includes(secret), name).toBe(false);
      expect(bytes.includes('exampleshire-home-care'), name).toBe(false);
    }
    expect(html).toContain('A contract for home care');
    expect(html).toContain('This item is not open to the public.');
  });

  it('has the next meeting first, and each link with its form, pages and size', () => {
    const next = html.indexOf('Cabinet: Tuesday 13 January 2026, 10 am');
    expect(next).toBeGreaterThan(0);
    expect(next).toBeLessThan(html.indexOf('Tuesday 9 December 2025'));
    expect(html).toMatch(
      /Agenda with all papers<span class="said"> of Cabinet, 13 January 2026<\/span><\/a> \(PDF, 41 pages, \d+ KB\)/,
    );
    expect(html).toContain('</a> (2 web pages)');
    expect(html).toContain('Record of the decision on item 4');
  });

  it('says in words what is not there', () => {
    expect(html).toContain('The agenda is not published here. Minutes are not yet published.');
    expect(html).toContain('The paper is not published here.');
    expect(err).toContain(`The agenda of \`${before}\` was published on 1 December 2025`);
    expect(err).not.toContain(`\`${meeting}\` was published`);
  });

  it('runs no script, fetches nothing and has one heading of the first level', () => {
    expect(html).not.toMatch(/<script|<link|<img|undefined|\[object/);
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<h1/g)).toHaveLength(1);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, n]) => Number(n));
    levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 1) + 1));
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows nothing of a meeting before its agenda is published, and nothing late before its supplement', async () => {
    using project = await siteProject();
    const early = await makeSite(project, '2026-01-04');
    const page = readFileSync(join(early.folder, 'index.html'), 'utf8');
    expect(page).toContain('The agenda and papers are not yet published.');
    expect(existsSync(join(early.folder, meeting))).toBe(false);
    const between = await makeSite(project, '2026-01-07');
    const then = readFileSync(join(between.folder, 'index.html'), 'utf8');
    expect(then).toContain('41 pages');
    expect(then).not.toContain('The auditor’s letter on the claim for housing benefit subsidy');
    expect(html).toContain('The auditor’s letter on the claim for housing benefit subsidy');
  });

  it('says which files of an earlier site are left over', async () => {
    using project = await siteProject();
    const first = await makeSite(project, '2026-01-08');
    expect(first.err).not.toContain('site/left-over');
    const { err } = await makeSite(project, '2026-01-04');
    expect(err).toContain(
      'In out/site/exampleshire lie files of an earlier site: `exampleshire-cabinet-2026-01-13/',
    );
    expect(err).toMatch(/and \d+ more\. \[site\/left-over\]/);
  });

  it('does not show a draft', async () => {
    using project = await siteProject();
    const report = 'exampleshire-cqc-2026-01-13';
    const manifest = join(project.root, `out/${report}/${report}.manifest.json`);
    const rest = {
      browser: 'x',
      sides: 1,
      content: 'x',
      warnings: 0,
      suggestions: 0,
      inputs: {},
      outputs: {},
    };
    const head = { scrutineer: '1', program: 'p', report, style: 'modern', draft: ['finance'] };
    writeFileSync(manifest, JSON.stringify({ ...head, ...rest }));
    const { folder } = await makeSite(project, '2026-01-08');
    expect([...filesIn(folder).keys()].filter((name) => name.startsWith(report))).toEqual([]);
    expect([...filesIn(folder).keys()].filter((name) => name.includes('-pack.pdf'))).toEqual([]);
  });

  it('prefers what was published and issued to what was built last', async () => {
    using project = await siteProject();
    const kept = join(project.root, 'published', meeting, 'pack', `${meeting}-pack.pdf`);
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, 'as published');
    const { folder } = await makeSite(project, '2026-01-08');
    expect(readFileSync(join(folder, meeting, `${meeting}-pack.pdf`), 'utf8')).toBe('as published');
  });
});

describe('a paper in what was published', () => {
  it('is led to on its page of the pack and of the supplement, and said to be replaced', async () => {
    using project = await siteProject();
    const published = (part: string, first: number, page: number): void => {
      const letter = /^supplement-(.)$/.exec(part)?.[1]?.toUpperCase();
      const folder = join(project.root, 'published', meeting, part);
      mkdirSync(join(folder, part, 'files'), { recursive: true });
      const item = { id: 'exampleshire-rsh-2026-01-13', number: '6', title: 'Homes', content: 'x' };
      const record = {
        ...{ scrutineer: '1', meeting, published: '2026-01-05', files: {} },
        ...(letter === undefined ? {} : { supplement: letter }),
        pages: { first, last: 60 },
        items: [{ ...item, pages: { first: page, last: 60 } }],
      };
      writeFileSync(join(folder, 'published.json'), JSON.stringify(record));
      writeFileSync(join(folder, `${meeting}-${part}.pdf`), 'pdf');
      writeFileSync(join(folder, part, 'index.html'), 'index');
      writeFileSync(join(folder, part, 'item-6.html'), 'six');
      writeFileSync(join(folder, part, 'files', 'of-others.pdf'), 'pdf');
    };
    published('pack', 1, 18);
    published('supplement-a', 41, 43);
    const { folder } = await makeSite(project, '2026-01-08');
    const page = readFileSync(join(folder, 'index.html'), 'utf8').replaceAll('&#x3D;', '=');
    const six = /Item 6:.*/.exec(page)?.[0] ?? '';
    expect(six).toContain(`href="${meeting}/${meeting}-pack.pdf#page=18">Page 18 of the pack<`);
    expect(six).toContain(`href="${meeting}/pack/item-6.html">Item 6 in the pack<`);
    expect(six).toContain(`href="${meeting}/${meeting}-supplement-a.pdf#page=3">Page 43 of supplement A<`);
    expect(six).toContain('Replaced in supplement A. The legal implications now name');
    expect(existsSync(join(folder, meeting, 'supplement-a/files/of-others.pdf'))).toBe(true);
    const early = await makeSite(project, '2026-01-07');
    const then = readFileSync(join(early.folder, 'index.html'), 'utf8');
    expect(/Item 6:.*/.exec(then)?.[0]).not.toContain('upplement');
  });
});

describe('sizes', () => {
  it.each([
    [1, '1 KB'],
    [118_200, '118 KB'],
    [999_499, '999 KB'],
    [999_500, '1.0 MB'],
    [2_440_000, '2.4 MB'],
    [12_600_000, '13 MB'],
  ])('%i bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words));
});
