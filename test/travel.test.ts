import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { nounNames, nouns } from '../src/records/nouns.ts';
import { toYaml, withOfficeEntries } from '../src/travel/record.ts';
import { run, testProject } from './support/project.ts';
import { placesIn } from './support/schemas.ts';

const secret = 'Zanzibar-4711';

describe('the record travels with the paper', () => {
  it.each([
    ['derby-2002', 'derby-cabinet', 'pdf'],
    ['durham-2003-12-01', 'durham-scrutiny', 'pdf'],
    ['durham-2003-12-01', 'modern', 'html'],
  ])('%s in %s: extracted from its %s, it builds again byte for byte', async (report, style, kind) => {
    using project = testProject();
    const name = ['derby-2002derby-cabinet', 'durham-2003-12-01durham-scrutiny'].includes(report + style)
      ? report
      : `${report}-${style}`;
    const built = await run(project.root, ['build', report, '--style', style]);
    expect(built.exitCode, built.err).toBe(0);
    const base = join(project.root, 'out', name, name);
    const into = mkdtempSync(join(tmpdir(), 'scrutineer-extract-'));
    try {
      const extracted = await run(project.root, ['extract', `${base}.${kind}`, '--into', into]);
      expect(extracted.exitCode, extracted.err).toBe(0);
      const again = await run(into, ['build', report, '--style', style, '--out', join(into, 'again')]);
      expect(again.exitCode, again.err).toBe(0);
      for (const ending of ['pdf', 'html']) {
        const found = readFileSync(join(into, 'again', name, `${name}.${ending}`));
        expect(found.equals(readFileSync(`${base}.${ending}`)), ending).toBe(true);
      }
    } finally {
      rmSync(into, { recursive: true });
    }
  });

  it('is looked through for what does not travel where a noun has such entries', () => {
    const having = nounNames.filter((noun) =>
      [...placesIn(nouns[noun].schema, noun)].some(
        ([, schema]) => z.globalRegistry.get(schema)?.['travels'] === false,
      ),
    );
    expect(having).toEqual([...withOfficeEntries]);
  });

  it('is written as it was in an earlier run, where a record is the same', () => {
    const files = new Map<string, Buffer>();
    const kept = {
      get: (name: string) => files.get(name),
      put: (name: string, bytes: Uint8Array) => files.set(name, Buffer.from(bytes)),
    };
    const record = (title: string) => ({
      ...{ report: 'a', style: 'modern' },
      records: { 'review/r': { title: 'One: two' }, 'report/a': { title } },
    });
    for (const title of ['First', 'Second', 'First'])
      expect(toYaml(record(title), kept)).toBe(toYaml(record(title)));
    expect(files.size).toBe(3);
    for (const [name, bytes] of files)
      files.set(name, Buffer.from(bytes.toString().replace('First', 'Kept')));
    expect(toYaml(record('First'), kept)).toBe(toYaml(record('Kept')));
  });

  it('without internal notes, clearance or anything said in remarks', async () => {
    using project = testProject();
    const file = join(project.root, 'data/reports/derby-2002.yaml');
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}
# ${secret} in a remark
internal_notes:
  - ${secret} in a note
clearance:
  - { by: legal, role: ${secret}, date: 2002-05-01, comment: ${secret} }
`,
    );
    const built = await run(project.root, ['build', 'derby-2002']);
    expect(built.exitCode, built.err).toBe(0);
    const base = join(project.root, 'out/derby-2002/derby-2002');
    const into = mkdtempSync(join(tmpdir(), 'scrutineer-extract-'));
    try {
      await run(project.root, ['extract', `${base}.pdf`, '--into', into]);
      const report = readFileSync(join(into, 'data/reports/derby-2002.yaml'), 'utf8');
      expect(report).toContain('purpose: decision');
      expect(report).not.toContain(secret);
    } finally {
      rmSync(into, { recursive: true });
    }
    for (const ending of ['pdf', 'html', 'manifest.json']) {
      expect(readFileSync(`${base}.${ending}`, 'latin1'), ending).not.toContain(secret);
    }
  });

  it('is not found in a file that carries none, and never written over a record', async () => {
    using project = testProject();
    const none = await run(project.root, ['extract', join(project.root, 'data/councils/derby.yaml')]);
    expect(none).toMatchObject({ exitCode: 2 });
    expect(none.err).toContain('carries no record');
    await run(project.root, ['build', 'derby-2002', '--emit', 'html']);
    const over = await run(project.root, [
      'extract',
      join(project.root, 'out/derby-2002/derby-2002.html'),
      '--into',
      project.root,
    ]);
    expect(over).toMatchObject({ exitCode: 2 });
    expect(over.err).toContain('exists already');
  });
});
