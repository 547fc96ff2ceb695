import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallProject } from '../incremental/support.ts';
import { filesIn, litter, Programs, setFigure } from './support.ts';

describe('two people who build in one folder at once', () => {
  // Two computers have two caches, and one program.
  const ours = new Programs();
  const theirs = new Programs();
  afterAll(() => {
    ours[Symbol.dispose]();
    theirs[Symbol.dispose]();
  });

  async function together(times: number, kinds: readonly string[]): Promise<void> {
    using project = smallProject();
    const { root } = project;
    const out = join(root, 'out');
    const build = ['--root', root, 'build', ...kinds];
    const clean = new Map<number, Record<string, string>>();
    for (const figure of [38, 39]) {
      setFigure(root, figure);
      expect((await ours.run([...build, '--out', 'clean'])).code).toBe(0);
      clean.set(figure, filesIn(join(root, 'clean')));
    }
    for (let i = 0; i < times; i++) {
      const figure = 38 + (i % 2);
      setFigure(root, figure);
      if (i % 4 === 3) rmSync(out, { recursive: true, force: true });
      const both = await Promise.all([ours.run(build), theirs.run(build)]);
      for (const ended of both) expect(ended.code, ended.err).toBe(0);
      expect(filesIn(out)).toEqual(clean.get(figure));
      expect(litter(out)).toEqual([]);
      if (i % 5 === 0) {
        const again = await theirs.run(build);
        expect(again.err).toContain('2 current');
      }
    }
    expect(existsSync(join(out, '.scrutineer'))).toBe(false);
  }

  it('15 times over: both end with the right files', () => together(15, ['--emit', 'html']), 300_000);
  it('5 times more while both print', () => together(5, []), 300_000);
});
