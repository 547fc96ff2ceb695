import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, testProject } from '../support/project.ts';

/** Writes something else into a file where these words stand. */
function slip(root: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(root, file), text.replace(from, to));
}

const withoutKept = { kept: undefined, found: new Set<string>() };

describe('check', () => {
  it('looks at a house style that no report is set in yet, at its wording and its layout', async () => {
    using project = testProject();
    const { root } = project;
    await run(root, ['new', 'style', 'exampleshire', '--from', 'modern']);
    const fine = await run(root, ['check'], withoutKept);
    expect(fine.exitCode, fine.err).toBe(0);
    slip(root, 'templates/exampleshire/outline.yaml', '{{possessive ', '{{posessive ');
    writeFileSync(
      join(root, 'templates/exampleshire/page.css.hbs'),
      '@page { content: {{css_string council; }\n',
    );
    const wrong = await run(root, ['check'], withoutKept);
    expect(wrong.exitCode).toBe(1);
    expect(wrong.err).toMatch(
      /templates\/exampleshire\/outline\.yaml:\d+:\d+: error: There is no helper `posessive`/,
    );
    expect(wrong.err).toMatch(
      /templates\/exampleshire\/page\.css\.hbs:1:\d+: error: The `\{\{` is never closed/,
    );
  });

  it('of a report says what keeps its paper from being made, in whichever file; of other records what is in theirs', async () => {
    using project = testProject();
    const { root } = project;
    slip(root, 'templates/derby-cabinet/outline.yaml', '{{possessive ', '{{posessive ');
    const ofReport = await run(root, ['check', 'derby-2002'], withoutKept);
    expect(ofReport.exitCode).toBe(1);
    expect(ofReport.err).toContain('Did you mean `possessive`?');
    const ofAnother = await run(root, ['check', 'exampleshire-cqc-2026-01-13'], withoutKept);
    expect(ofAnother, ofAnother.err).toMatchObject({ exitCode: 0, err: '' });
    const ofCouncil = await run(root, ['check', 'derby'], withoutKept);
    expect(ofCouncil, ofCouncil.err).toMatchObject({ exitCode: 0, err: '' });
  });

  it('of a report says what is wrong with the records it rests on', async () => {
    using project = testProject();
    const { root } = project;
    slip(root, 'data/councils/derby.yaml', 'style: derby-cabinet', 'style: derby-cabinett');
    const { exitCode, err } = await run(root, ['check', 'derby-2002'], withoutKept);
    expect(exitCode).toBe(1);
    expect(err).toContain('Did you mean `derby-cabinet`?');
  });
});
