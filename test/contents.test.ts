import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf } from './support/pdf.ts';
import { run, testProject } from './support/project.ts';

describe('a paper longer than its style’s limit of sides', () => {
  it('has contents and a list of tables with the right pages, and references that give them', async () => {
    using project = testProject();
    const outline = join(project.root, 'templates/durham-scrutiny/outline.yaml');
    writeFileSync(outline, readFileSync(outline, 'utf8').replace('sides: 5', 'sides: 2'));
    const built = await run(project.root, ['build', 'durham-2003-12-01']);
    expect(built.exitCode, built.err).toBe(0);
    const { pages } = await readPdf(
      readFileSync(join(project.root, 'out/durham-2003-12-01/durham-2003-12-01.pdf')),
    );
    const first = pages[0] ?? '';
    expect(first).toMatch(/^Contents$/m);
    const listed = (name: string): number => Number(new RegExp(`^${name}.*? (\\d+)$`, 'm').exec(first)?.[1]);
    const standsOn = (name: string): number =>
      pages.findIndex((text, i) =>
        (i > 0 || !text.includes('Contents')
          ? text
          : text.slice(text.indexOf('\n', text.lastIndexOf('Table 4: Implications')))
        )
          .split('\n')
          .some((line) => line.startsWith(name)),
      ) + 1;
    for (const heading of [
      'Next steps',
      'Conclusion',
      'Background papers',
      'Contact',
      'Appendix 1: Implications',
      'Table 3',
      'Table 4',
    ]) {
      expect(listed(heading), heading).toBe(standsOn(heading));
    }
    const area = pages.findIndex((text) => /^10\.1 Victoria/m.test(text)) + 1;
    expect(pages.join('\n')).toContain(`paragraph 10.1 (page ${String(area)})`);
    expect(pages.join('\n')).not.toMatch(/page 0| 0$/m);
  });

  it('is suggested to be shortened, unless the report says why it is long', async () => {
    using project = testProject();
    const outline = join(project.root, 'templates/durham-scrutiny/outline.yaml');
    writeFileSync(outline, readFileSync(outline, 'utf8').replace('sides: 5', 'sides: 2'));
    const built = await run(project.root, ['build', 'durham-2003-12-01']);
    expect(built.err).toMatch(/The paper has \d sides; its house style allows 2\./);
    expect(built.exitCode).toBe(0);
    const report = join(project.root, 'data/reports/durham-2003-12-01.yaml');
    writeFileSync(
      report,
      `${readFileSync(report, 'utf8')}  - { rule: language/too-long, reason: The tables are needed. }\n`,
    );
    const accepted = await run(project.root, ['build', 'durham-2003-12-01']);
    expect(accepted).toMatchObject({ exitCode: 0, err: '' });
  });

  it('and one within the limit has none', async () => {
    using project = testProject();
    await run(project.root, ['build', 'durham-2003-12-01']);
    const { pages } = await readPdf(
      readFileSync(join(project.root, 'out/durham-2003-12-01/durham-2003-12-01.pdf')),
    );
    expect(pages.join('\n')).not.toMatch(/^Contents$|\(page/m);
  });
});
