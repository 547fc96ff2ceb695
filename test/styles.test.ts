import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesUsed } from '../src/compose/style-files.ts';
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
    const copied = readFileSync(outline, 'utf8');
    const modern = readFileSync(join(project.root, 'templates/modern/outline.yaml'), 'utf8');
    expect(copied).toMatch(
      /^name: Exampleshire\ndescription: A copy of the house style modern, to be changed\..*$/m,
    );
    expect(copied.replaceAll(/^(name|description): .*$/gm, '')).toBe(
      modern.replaceAll(/^(name|description): .*$/gm, ''),
    );
    writeFileSync(
      outline,
      copied
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

  it('copied keep every other byte, and have a name that is read as it is written', async () => {
    using project = testProject();
    const made = async (name: string, text: string): Promise<string> => {
      writeFileSync(join(project.root, 'templates/modern/outline.yaml'), text);
      await run(project.root, ['new', 'style', name, '--from', 'modern']);
      return readFileSync(join(project.root, `templates/${name}/outline.yaml`), 'utf8');
    };
    const said = 'A copy of the house style modern, to be changed. Say here for which papers it is.';
    expect(
      await made(
        'derby-area_2',
        '\ufeffname: "Modern" # so\r\ndescription: >-\r\n  A\r\n  b\r\nsides: 5\r\n',
      ),
    ).toBe(`\ufeffname: Derby area 2 # so\r\ndescription: ${said}\r\nsides: 5\r\n`);
    expect(await made('no', 'description: |\n  a\n\nsections:\n  - name: Modern\nname: M')).toBe(
      `description: ${said}\n\nsections:\n  - name: Modern\nname: "No"`,
    );
    expect(await made('bare', 'name:\nsides: 5\n')).toBe('name:\nsides: 5\n');
    expect(await made('broken', '- [\n')).toBe('- [\n');
  });

  it('tell of files that nothing is made with, in every run, and of no others', async () => {
    using project = testProject();
    await run(project.root, ['new', 'style', 'exampleshire', '--from', 'modern']);
    const put = (path: string, text = ''): void => {
      const file = join(project.root, 'templates/exampleshire', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    };
    const shared = (path: string): string =>
      readFileSync(join(project.root, 'templates/shared', path), 'utf8');
    const known = ['page.hbs', 'page.css.hbs', 'agenda.yaml', 'agenda.css', 'site/site.hbs', 'site/site.css'];
    for (const path of [...known, 'blocks/paragraph/paragraph.hbs']) put(path, shared(path));
    for (const name of [
      'minutes.css',
      'item.css',
      'README.md',
      'LICENSE',
      'crest.svg',
      'fonts/own.woff2',
      '.page.hbs',
    ])
      put(name);
    put('blocks/box/example.json', '{}');
    put('blocks/box/box.hbs', `${shared('blocks/box/box.hbs')}{{> mark}}`);
    put('blocks/mark/mark.hbs', '<hr>');
    const build = [
      'build',
      'durham-2003-12-01',
      '--style',
      'exampleshire',
      '--emit',
      'html',
      '--all',
      '--json',
    ];
    const found = new Set<string>();
    const warned = async (): Promise<string[]> => {
      const { out, exitCode } = await run(project.root, build, { found });
      const { diagnostics } = JSON.parse(out) as {
        diagnostics: { rule: string; severity: string; file: string; hint: string }[];
      };
      expect(exitCode).toBe(0);
      return diagnostics
        .filter(({ rule }) => rule === 'templates/unknown-file')
        .map(
          ({ file, severity, hint }) => `${severity} ${file.replace('templates/exampleshire/', '')}: ${hint}`,
        );
    };
    expect(await warned()).toEqual([]);
    for (const path of ['blocks/paragraf/paragraf.hbs', 'blocks/list/lists.hbs', 'blocks/scale.hbs'])
      put(path);
    for (const path of [
      'pge.hbs',
      'agnda.yaml',
      'base.css',
      'site/meetings.hbs',
      'sit/site.css',
      'blocks/lst.hbs',
      'old/a.css',
    ])
      put(path);
    const told = await warned();
    expect(told).toMatchInlineSnapshot(`
      [
        "warning agnda.yaml: Did you mean \`agenda.yaml\`?",
        "warning base.css: Known here: \`style.css\`, \`agenda.css\`, \`supplement.css\`, \`sheet.css\`, \`item.css\`, \`minutes.css\`, \`decisions.css\`, \`decision-record.css\`, \`matters-arising.css\`.",
        "warning blocks/list/lists.hbs: Did you mean \`list.hbs\`?",
        "warning blocks/lst.hbs: Did you mean \`list\`?",
        "warning blocks/paragraf/paragraf.hbs: Did you mean \`paragraph\`?",
        "warning blocks/scale.hbs: Did you mean \`blocks/scale/scale.hbs\`?",
        "warning old/a.css: Wordings, templates and style sheets stand beside outline.yaml, in blocks/ and in site/.",
        "warning pge.hbs: Did you mean \`page.hbs\`?",
        "warning sit/site.css: Did you mean \`site/site.css\`?",
        "warning site/meetings.hbs: Did you mean \`meeting.hbs\`?",
      ]
    `);
    expect(await warned()).toEqual(told);
  });

  it('and no other documents than those that all styles share have wordings of their own', () => {
    const documents = readdirSync(join(projectFolder, 'templates/shared')).filter((name) =>
      name.endsWith('.yaml'),
    );
    const outlines = namesUsed('').filter((name) => name.endsWith('.yaml') && name !== 'outline.yaml');
    expect([...outlines].sort()).toEqual(documents.sort());
    expect([...namesUsed('site')].sort()).toEqual(
      readdirSync(join(projectFolder, 'templates/shared/site')).sort(),
    );
  });

  it('is made anew when a file comes or goes that nothing is made with', async () => {
    using project = testProject();
    const build = async (): Promise<string> =>
      (await run(project.root, ['build', 'derby-2002', '--emit', 'html'])).err;
    await build();
    expect(await build()).not.toContain('unknown-file');
    const agenda = join(project.root, 'templates/derby-cabinet/agnda.yaml');
    writeFileSync(agenda, '');
    expect(await build()).toContain('templates/unknown-file');
    renameSync(agenda, join(project.root, 'templates/derby-cabinet/notes.txt'));
    await build();
    expect(await build()).not.toContain('warning');
  });
});
