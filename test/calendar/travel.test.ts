import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, run, testProject } from '../support/project.ts';

const overlay = join(projectFolder, 'test/overlays/duties');
const report = 'testford-2025-05-12';

/** The files that a paper says it was made from. */
function inputs(root: string, name: string): string[] {
  const manifest = readFileSync(join(root, 'out', name, `${name}.manifest.json`), 'utf8');
  const { inputs } = JSON.parse(manifest) as { inputs: Record<string, string> };
  return Object.keys(inputs);
}

describe('the calendar that a paper counts on', () => {
  it('travels with it, and it builds again from what travelled', async () => {
    // A project without calendars, for which England's comes along.
    using project = testProject([overlay], ['templates']);
    const built = await run(project.root, ['build', report, '--emit', 'html']);
    expect(built, built.err).toMatchObject({ exitCode: 0 });
    expect(inputs(project.root, report)).toContain('data/calendars/england.yaml');
    const paper = join(project.root, 'out', report, `${report}.html`);
    const into = mkdtempSync(join(tmpdir(), 'scrutineer-extract-'));
    try {
      const extracted = await run(project.root, ['extract', paper, '--into', into]);
      expect(extracted.exitCode, extracted.err).toBe(0);
      expect(readdirSync(join(into, 'data/calendars'))).toEqual(['england.yaml']);
      const again = await run(into, ['build', report, '--emit', 'html']);
      expect(again.exitCode, again.err).toBe(0);
      expect(readFileSync(join(into, 'out', report, `${report}.html`), 'utf8')).toBe(
        readFileSync(paper, 'utf8'),
      );
    } finally {
      rmSync(into, { recursive: true });
    }
  });

  it('stays at home where nothing is counted in working days', async () => {
    using project = testProject();
    const built = await run(project.root, ['build', 'durham-2003-12-01', '--emit', 'html']);
    expect(built.exitCode, built.err).toBe(0);
    expect(inputs(project.root, 'durham-2003-12-01').join()).not.toContain('calendars');
  });

  it('is the project’s own where it has one of that name, and its mistakes are told with the paper', async () => {
    using project = testProject([overlay], ['templates']);
    const own = join(project.root, 'data/calendars');
    mkdirSync(own);
    // No holiday but one in December: 70 working days after 17 March 2025 are 14 weeks, to 23 June; the offices closed on 22 April add no day.
    const calendar = (name: string): string =>
      `name: Own\ncovers: { from: 2025, to: 2025 }\nholidays:\n  - { date: 2025-12-25, ${name}: Christmas }\nsources:\n  - { title: Own, for: all }\n`;
    writeFileSync(join(own, 'england.yaml'), calendar('name'));
    const built = await run(project.root, ['build', report, '--emit', 'html']);
    expect(built.exitCode, built.err).toBe(0);
    const html = readFileSync(join(project.root, 'out', report, `${report}.html`), 'utf8');
    expect(html).toContain('Due by 23 June 2025');
    expect(await run(project.root, ['list', 'calendar'])).toMatchObject({ out: 'calendar   england  Own\n' });
    writeFileSync(join(own, 'england.yaml'), calendar('names'));
    const broken = await run(project.root, ['build', report, '--emit', 'html']);
    expect(broken.exitCode).toBe(1);
    expect(broken.err).toContain('data/calendars/england.yaml:4:25: error');
    expect(broken.err).toContain('Did you mean `name`?');
  });
});
