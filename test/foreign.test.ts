import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describePdf, toText } from '../src/finish/describe.ts';
import { run, testProject } from './support/project.ts';

describe('words in another language', () => {
  const said = async (
    call: string,
  ): Promise<{ exitCode: number; err: string; html: string; read: string }> => {
    using project = testProject();
    const file = join(project.root, 'data/reports/derby-2002.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace('The annual assessment letter', `In short, ${call}. The annual assessment letter`),
    );
    const { exitCode, err } = await run(project.root, ['build', 'derby-2002']);
    if (exitCode !== 0) return { exitCode, err, html: '', read: '' };
    const base = join(project.root, 'out/derby-2002/derby-2002');
    return {
      exitCode,
      err,
      html: readFileSync(`${base}.html`, 'utf8'),
      read: toText(await describePdf(readFileSync(`${base}.pdf`))),
    };
  };

  it('carry their language in the HTML and in the PDF’s tags', async () => {
    const { html, read, err } = await said('{{lang "fr" "tout va bien"}}');
    expect(err).toBe('');
    expect(html).toContain('<span lang="fr">tout va bien</span>');
    expect(read).toMatch(/\{Span \(.*fr.*\): tout va bien\}/);
  });

  it('need a code that is one', async () => {
    const { exitCode, err } = await said('{{lang "french" "tout va bien"}}');
    expect(exitCode).toBe(1);
    expect(err).toContain('`french` is not the code of a language.');
  });
});
