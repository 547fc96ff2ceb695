import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { issue } from '../editions/support.ts';
import { smallProject } from '../incremental/support.ts';
import { filesIn, litter, Programs, setFigure } from './support.ts';

/**
 * Builds are ended as `kill -9` does it, at calls of the file system rather than at times: so every phase of a build
 * is met on a quick computer as on a slow one.
 */
describe('a build that is killed', () => {
  const programs = new Programs();
  afterAll(() => programs[Symbol.dispose]());

  async function killing(times: number, kinds: readonly string[]): Promise<number> {
    using project = smallProject();
    const { root } = project;
    const out = join(root, 'out');
    const build = ['--root', root, 'build', ...kinds];
    const figures = [38, 39] as const;
    const clean: Record<string, string>[] = [];
    for (const figure of figures) {
      setFigure(root, figure);
      const ended = await programs.run([...build, '--out', `clean-${String(figure)}`]);
      expect(ended.code, ended.err).toBe(0);
      clean.push(filesIn(join(root, `clean-${String(figure)}`)));
    }
    if (kinds.length > 0) await issue(root, 'First');
    const editions = filesIn(join(root, 'editions'));
    // What is already compiled and remembered makes a run shorter; one that makes everything is longer.
    setFigure(root, 38);
    await programs.calls(build);
    setFigure(root, 39);
    const logs = [await programs.calls(build), await programs.calls([...build, '--all'])];
    const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: 2 * times });
    let killed = 0;
    for (const [i, part] of random.entries()) {
      if (killed === times) break;
      setFigure(root, figures[i % 2] ?? 38);
      const all = i % 3 === 2 ? ['--all'] : [];
      const calls = logs[all.length] ?? [];
      // Two of three from the first lock on, one of three anywhere.
      const first = i % 3 === 0 ? 0 : calls.findIndex((call) => call.includes('.lock'));
      const at = 1 + first + Math.floor(part * (calls.length - first));
      const ended = await programs.run([...build, ...all], { KILL_AT: String(at) });
      if (ended.signal === 'SIGKILL') killed++;
      const where = `killed at call ${String(at)} of ${String(calls.length)}: ${calls[at - 1] ?? ''}`;
      const next = await programs.run(build);
      expect(next.code, `${where}\n${next.err}`).toBe(0);
      expect(filesIn(out), where).toEqual(clean[i % 2]);
      expect(litter(out), where).toEqual([]);
      expect(filesIn(join(root, 'editions')), where).toEqual(editions);
    }
    return killed;
  }

  it('at 45 random moments: the next one gives the clean build’s bytes, and what was issued stands', async () => {
    expect(await killing(45, ['--emit', 'html'])).toBe(45);
  }, 300_000);

  it('at 5 more while it prints', async () => {
    expect(await killing(5, [])).toBe(5);
  }, 300_000);
});
