import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf } from './support/pdf.ts';
import { projectFolder, run, testProject } from './support/project.ts';

const styles = ['derby-cabinet', 'durham-scrutiny', 'modern'];
const folder = join(projectFolder, 'data', 'reports');
/** Every report that is for the public: none is made of one that is exempt as a whole. */
const reports = readdirSync(folder)
  .filter((file) => !/^exempt:/m.test(readFileSync(join(folder, file), 'utf8')))
  .map((file) => file.replace('.yaml', ''))
  .sort();

describe('house styles', () => {
  it('all set the same reviews without changes to the data', async () => {
    using project = testProject();
    for (const style of styles) {
      const papers = await run(project.root, ['build', '--style', style, '--emit', 'paper']);
      expect(papers.exitCode, papers.err).toBe(0);
      const made = JSON.parse(papers.out) as { id: string; style: string }[];
      expect(made.map((p) => `${p.id} ${p.style}`)).toEqual(reports.map((r) => `${r} ${style}`));
      expect(papers.out.match(/2\u00a0out\u00a0of\u00a03\u00a0stars/g)?.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('can be added by copying a folder and changing words, and nothing else', async () => {
    using project = testProject();
    const made = await run(project.root, ['new', 'style', 'exampleshire', '--from', 'modern']);
    expect(made, made.err).toMatchObject({ exitCode: 0 });
    const outline = join(project.root, 'templates/exampleshire/outline.yaml');
    writeFileSync(
      outline,
      readFileSync(outline, 'utf8')
        .replace('heading: What happens next', 'heading: The road ahead')
        .replace('numbering: continuous', 'numbering: by-section'),
    );
    const box = 'templates/exampleshire/blocks/box';
    mkdirSync(join(project.root, box), { recursive: true });
    writeFileSync(
      join(project.root, box, 'box.hbs'),
      '<div class="box own">\n{{#each blocks}}\n{{> (lookup . "kind")}}\n{{/each}}\n</div>\n',
    );
    const built = await run(project.root, ['build', 'durham-2003-12-01', '--style', 'exampleshire']);
    expect(built.exitCode, built.err).toBe(0);
    const out = join(project.root, 'out/durham-2003-12-01-exampleshire/durham-2003-12-01-exampleshire');
    const html = readFileSync(`${out}.html`, 'utf8');
    expect(html).toContain('<div class="box own">');
    const pdf = await readPdf(readFileSync(`${out}.pdf`));
    expect(pdf.pages.join('\n')).toContain('The road ahead');
    expect(pdf.pages.join('\n')).toMatch(/^4\.1 Keeping 2 stars/m);
  });

  it('once found in order are checked again as soon as they change', async () => {
    using project = testProject();
    const found = new Set<string>();
    expect((await run(project.root, ['check'], { found })).exitCode).toBe(0);
    expect(found.size).toBeGreaterThan(0);
    const box = join(project.root, 'templates/shared/blocks/box/box.hbs');
    writeFileSync(box, readFileSync(box, 'utf8').replace('each blocks', 'each bloks'));
    const wrong = await run(project.root, ['check'], { found });
    expect(wrong.exitCode).toBe(1);
    expect(wrong.err).toContain('Did you mean `blocks`?');
  });
});
