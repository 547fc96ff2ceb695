import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realFiles, type Files } from '../../src/world.ts';
import { Remembered, smallProject, longAgo } from '../incremental/support.ts';
import { run } from '../support/project.ts';
import { filesIn, setFigure } from './support.ts';

const build = ['build', '--emit', 'html'];
const review = 'data/reviews/durham-2002-03.yaml';

/** Files in which something happens at one reading or other, before it or after it. */
function filesWith(happens: (reads: number) => void): Partial<Files> {
  let reads = 0;
  return {
    ...longAgo,
    read(path) {
      happens(++reads);
      const bytes = realFiles.read(path);
      happens(++reads);
      return bytes;
    },
  };
}

describe('files that are saved while they are read', () => {
  it('never leave a paper that is taken for current and is not', async () => {
    using project = smallProject();
    const { root } = project;
    const edits: readonly ((n: number) => void)[] = [
      (n) => setFigure(root, 30 + n),
      (n) => edit('templates/durham-scrutiny/outline.yaml', /^(title: .*?)( v\d+)?$/m, `$1 v${String(n)}`),
      (n) =>
        edit(
          'templates/shared/base.css',
          /$(?:\/\* \d+ \*\/)?/,
          `/* ${String(n)} */ .n${String(n)} { color: red }`,
        ),
      (n) => edit('data/councils/durham.yaml', /^(name: .*?)( \d+)?$/m, `$1 ${String(n)}`),
    ];
    function edit(file: string, from: RegExp, to: string): void {
      const path = join(root, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    }
    const kept = new Remembered();
    let counted = 0;
    await run(root, [...build, '--all'], { kept, files: filesWith((reads) => (counted = reads)) });
    const edited = fc.record({
      at: fc.integer({ min: 1, max: counted + 4 }),
      which: fc.nat(edits.length - 1),
      n: fc.integer({ min: 1, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(edited, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (changes, all) => {
          const happens = (reads: number): void => {
            for (const { at, which, n } of changes) if (at === reads) edits[which]?.(n);
          };
          const during = await run(root, [...build, ...(all ? ['--all'] : [])], {
            kept,
            files: filesWith(happens),
          });
          expect(during.exitCode, during.err).toBe(0);
          const after = await run(root, build, { kept, files: longAgo });
          expect(after.exitCode, after.err).toBe(0);
          const clean = await run(root, [...build, '--all', '--out', 'clean']);
          expect(clean.exitCode, clean.err).toBe(0);
          expect(filesIn(join(root, 'out'))).toEqual(filesIn(join(root, 'clean')));
        },
      ),
      { numRuns: 12 },
    );
  });

  for (const [what, half] of [
    ['empty for a moment', () => ''],
    ['cut off in the middle', (text: string) => text.slice(0, text.length / 2)],
  ] as const) {
    it(`are given a moment where they are ${what}`, async () => {
      using project = smallProject();
      const path = join(project.root, review);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, half(text));
      const pause = (): Promise<void> => {
        writeFileSync(path, text);
        return Promise.resolve();
      };
      const saved = { now: () => 0, pause };
      const ran = await run(project.root, build, { clock: saved });
      expect(ran.exitCode, ran.err).toBe(0);
      writeFileSync(path, half(text));
      const never = await run(project.root, build);
      expect(never.exitCode).toBe(1);
    });
  }

  it('are read again where they are half saved once papers are on their way', async () => {
    using project = smallProject();
    const path = join(project.root, 'templates/durham-scrutiny/outline.yaml');
    const text = readFileSync(path, 'utf8');
    let halved = false;
    const files: Partial<Files> = {
      read(file) {
        if (file !== path || halved) return realFiles.read(file);
        halved = true;
        writeFileSync(path, text.slice(0, 300));
        const bytes = realFiles.read(file);
        setTimeout(() => writeFileSync(path, text), 0);
        return bytes;
      },
    };
    const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms / 10));
    const ran = await run(project.root, build, { files, clock: { now: () => 0, pause } });
    expect(ran.exitCode, ran.err).toBe(0);
  });

  it('that never stand still are told of, and the paper is stale the next time', async () => {
    using project = smallProject();
    let n = 0;
    const files = filesWith(() => setFigure(project.root, 30 + (n++ % 60)));
    const ran = await run(project.root, ['build', 'durham-2003-12-01', '--emit', 'html'], { files });
    expect(ran.exitCode, ran.err).toBe(0);
    expect(ran.err).toContain('[records/moving]');
    setFigure(project.root, 99);
    const again = await run(project.root, ['build', 'durham-2003-12-01', '--emit', 'html', '--explain']);
    expect(again.out).toContain('durham-2003-12-01: made');
  });
});
