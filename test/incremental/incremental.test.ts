import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '../support/project.ts';
import { anyEdit, type Edit } from './edits.ts';
import { filesOf, longAgo, Remembered, smallProject, statusesOf } from './support.ts';

/** Sequences tried; more with EDITS=100 in the environment. */
const sequences = Number(process.env['EDITS'] ?? 8);

describe('building only what is stale', () => {
  it(
    'gives the bytes of a clean build after any edits, and status says before it which papers it will make',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
          hold,
        ),
        { numRuns: sequences },
      );
    },
    sequences * 60_000,
  );

  it('gives the bytes of a clean build where PDFs are printed', async () => {
    const edits = fc.sample(anyEdit, { numRuns: 6, seed: 7 });
    using project = smallProject();
    const kept = new Remembered();
    const { root } = project;
    await run(root, ['build'], { kept, files: longAgo });
    for (const edit of edits) {
      edit.make(root, kept.forget);
      await run(root, ['build'], { kept, files: longAgo });
      expectSame(root, await clean(root, []), edit.says);
    }
  }, 240_000);
});

async function hold(steps: readonly (readonly Edit[])[]): Promise<void> {
  using project = smallProject();
  const { root } = project;
  const kept = new Remembered();
  await run(root, ['build', '--emit', 'html'], { kept, files: longAgo });
  for (const edits of steps) {
    for (const edit of edits) edit.make(root, kept.forget);
    const fresh = await clean(root, ['--emit', 'html']);
    const expected = expectedStates(root, fresh);
    const statuses = await statusesOf(root, kept);
    const said = edits.map(({ says }) => says).join(', then ');
    expect(Object.fromEntries(statuses.map(({ paper, state }) => [paper, state])), said).toEqual(expected);
    const built = await run(root, ['build', '--emit', 'html', '--json'], { kept, files: longAgo });
    const made = (JSON.parse(built.out) as { result: { report: string; state: string }[] }).result;
    for (const { report, state } of made) {
      expect(state === 'made', `${report} after ${said}`).toBe(
        ['stale', 'never'].includes(expected[report] ?? ''),
      );
    }
    expectSame(root, fresh, said);
    const again = await run(root, ['build', '--emit', 'html', '--json'], { kept, files: longAgo });
    expect(again.out, said).not.toContain('"state": "made"');
  }
}

interface Clean {
  /** Files of each paper that could be made. */
  papers: Map<string, Record<string, string>>;
}

/** What making everything anew gives, with nothing remembered. */
async function clean(root: string, args: readonly string[]): Promise<Clean> {
  const out = join(root, 'clean');
  rmSync(out, { recursive: true, force: true });
  await run(root, ['build', '--out', 'clean', ...args]);
  const reports = readdirSync(join(root, 'data/reports')).map((name) => name.replace('.yaml', ''));
  return {
    papers: new Map(
      reports
        .map((name) => [name, filesOf(out, name)] as const)
        .filter(([, files]) => Object.keys(files).length > 0),
    ),
  };
}

function expectSame(root: string, { papers }: Clean, said: string): void {
  for (const [name, files] of papers) {
    const stands = filesOf(join(root, 'out'), name);
    for (const file of Object.keys(files))
      expect(stands[file] === files[file], `${file} after ${said}`).toBe(true);
  }
}

function expectedStates(root: string, { papers }: Clean): Record<string, string> {
  const reports = readdirSync(join(root, 'data/reports')).map((name) => name.replace('.yaml', ''));
  const states: Record<string, string> = {};
  for (const name of reports) {
    const made = papers.get(name);
    const stands = filesOf(join(root, 'out'), name);
    const manifest = manifestIn(root, name);
    if (!made) states[name] = 'stopped';
    else if (Object.keys(stands).length === 0) states[name] = 'never';
    else if (manifest && stands[`${name}.html`] === made[`${name}.html`]) states[name] = 'current';
    else states[name] = 'stale';
  }
  for (const name of readdirSync(join(root, 'out')))
    if (!reports.includes(name) && manifestIn(root, name)) states[name] = 'left over';
  return states;
}

function manifestIn(root: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(root, `out/${name}/${name}.manifest.json`), 'utf8'));
  } catch {
    return undefined;
  }
}
