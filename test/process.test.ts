import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, testProject } from './support/project.ts';

/** What a user runs: the bundle, as a process of its own. */
const program = join(projectFolder, 'dist', 'cli.js');

describe('the program', () => {
  it('makes the same bytes for a few papers and for many, which are finished in a thread of their own', () => {
    using few = testProject();
    using many = testProject();
    for (const name of ['derby-again', 'derby-once-more']) {
      copyFileSync(
        join(many.root, 'data/reports/derby-2002.yaml'),
        join(many.root, `data/reports/${name}.yaml`),
      );
    }
    for (const { root } of [few, many]) {
      execFileSync(process.execPath, [program, '--root', root, 'build'], { stdio: 'pipe' });
    }
    for (const file of ['derby-2002/derby-2002', 'durham-2003-12-01/durham-2003-12-01']) {
      for (const ending of ['pdf', 'html']) {
        const [a, b] = [few, many].map(({ root }) => readFileSync(join(root, 'out', `${file}.${ending}`)));
        expect(a?.equals(b ?? Buffer.of()), `${file}.${ending}`).toBe(true);
      }
    }
  });

  it('shows no colours and no stack where its output is not a terminal, and ends quietly when nobody reads on', () => {
    const wrong = spawnSync(process.execPath, [program, 'build', 'no-such-report'], {
      cwd: projectFolder,
      encoding: 'utf8',
    });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).not.toContain('\u001b[');
    expect(wrong.stderr).not.toMatch(/\n\s+at /);
    const cut = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" schema framework | head -n 1`], {
      cwd: projectFolder,
      encoding: 'utf8',
    });
    expect(cut.stdout).toBe('{\n');
    expect(cut.stderr).toBe('');
  });
});
