import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, run, testProject } from './support/project.ts';

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

  it('is written in ASCII, as which it is read', () => {
    const dist = join(projectFolder, 'dist');
    const parts = readdirSync(dist).filter((name) => /-[A-Z0-9]{8}\.js$/.test(name));
    expect(parts.map((name) => name.replace(/-.*/, '')).sort()).toEqual([
      'build',
      'finish',
      'front',
      'program',
    ]);
    for (const part of parts) {
      const read = readFileSync(join(dist, part));
      expect(
        read.findIndex((byte) => byte > 127),
        part,
      ).toBe(-1);
    }
  });

  it('takes quotation marks, dashes and other signs for what its source takes them for', async () => {
    using project = testProject();
    const { root } = project;
    const slip = (file: string, from: string, to: string): void => {
      const path = join(root, file);
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
    };
    const review = 'data/reviews/durham-2002-03.yaml';
    slip(
      review,
      'The heavy workloads',
      'Of 16–17 year olds 12 were seen under § 117 at €40. “Workloads are heavy.” The',
    );
    slip(review, '- Better results', '- A plan –to be supplied. Better results');
    const derby = 'data/reviews/derby-2001-02.yaml';
    slip(
      derby,
      'As a whole the assessment is favourable.',
      'It said “services are good.” ‘What’s next?’ it asked … 3−2',
    );
    for (const args of [
      ['check', '--json'],
      ['check', 'durham-2003-12-01'],
      ['build', 'derby-2002', '--emit', 'html'],
    ]) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [program, '--root', root, ...args, ...(args[0] === 'build' ? ['--out', 'bundled'] : [])],
        { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
      );
      const source = await run(root, args);
      expect(status).toBe(source.exitCode);
      if (args[0] === 'build') continue;
      expect(stdout).toBe(source.out);
      expect(stderr).toBe(source.err);
    }
    const [bundled, source] = ['bundled', 'out'].map((out) =>
      readFileSync(join(root, out, 'derby-2002/derby-2002.html'), 'utf8'),
    );
    expect(bundled).toBe(source);
  });
});
