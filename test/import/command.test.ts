import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, testProject, type TestProject } from '../support/project.ts';
import { frameworkText } from './support.ts';

/** A project with a review in it, and what an import does to its file. */
function project(review: Buffer | string, csv: string): TestProject & { record: string } {
  const made = testProject([], ['data', 'templates']);
  const record = join(made.root, 'data/reviews/figures.yaml');
  writeFileSync(join(made.root, 'data/frameworks/figures.yaml'), frameworkText);
  writeFileSync(record, review);
  writeFileSync(join(made.root, 'figures.csv'), csv);
  return { ...made, record };
}

const command = ['import', 'indicators', 'figures.csv', '--into', 'figures'];
const folder = new URL('records/', import.meta.url);

describe('scrutineer import indicators', () => {
  it.each(['commented', 'without-section', 'crlf-and-bom', 'flow'])(
    '%s: writes what a person would',
    async (name) => {
      const read = (file: string): Buffer => readFileSync(new URL(`${name}/${file}`, folder));
      using there = project(read('input.yaml'), read('figures.csv').toString());
      const ran = await run(there.root, command);
      expect(ran.err).toBe('');
      expect(ran.exitCode).toBe(0);
      const written = readFileSync(there.record);
      if (process.env['UPDATE_CASES'] === '1')
        writeFileSync(new URL(`${name}/expected.yaml`, folder), written);
      expect(written.toString('latin1')).toBe(read('expected.yaml').toString('latin1'));

      // A second import writes nothing, not even the same bytes.
      const long = new Date('2004-01-01');
      utimesSync(there.record, long, long);
      const again = await run(there.root, command);
      expect(again.exitCode).toBe(0);
      expect(again.out).toContain('Nothing is written: the record says all this already.');
      expect(statSync(there.record).mtime).toEqual(long);
      expect(readFileSync(there.record)).toEqual(written);
    },
  );

  it('writes nothing in a preview, nor while a cell is refused', async () => {
    const input = readFileSync(new URL('commented/input.yaml', folder));
    using there = project(input, 'Indicator,Period,Value\nvisits,2003/04,3\nvisits,2004/05,?\n');
    expect((await run(there.root, [...command, '--preview', '--partly'])).exitCode).toBe(1);
    expect((await run(there.root, command)).exitCode).toBe(1);
    expect(readFileSync(there.record)).toEqual(input);
    const partly = await run(there.root, [...command, '--partly', '--json']);
    expect(partly.exitCode).toBe(1);
    expect(JSON.parse(partly.out)).toMatchObject({
      result: { written: true, counts: { added: 1, refused: 1 } },
    });
    expect(readFileSync(there.record, 'utf8')).toContain('value: 3 }');
  });
});
