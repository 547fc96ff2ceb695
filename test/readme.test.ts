import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, run, testProject } from './support/project.ts';

/** What the README promises somebody who follows it. */
describe('the README', () => {
  const text = readFileSync(join(projectFolder, 'README.md'), 'utf8');
  const readme = text.replaceAll(/\s+/g, ' ');
  const change = (root: string, from: string, to: string): void => {
    const file = join(root, 'data/reviews/durham-2002-03.yaml');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  };

  it('tells what one changed figure changes, and nothing else changes', async () => {
    using project = testProject();
    const paper = async (): Promise<string> =>
      (await run(project.root, ['build', 'durham-2003-12-01', '--emit', 'paper'])).out;
    const before = await paper();
    change(project.root, 'value: 38', 'value: 41');
    const after = await paper();
    expect(after).toBe(before.replace('38%', '41%'));
    expect(before.split('38%')).toHaveLength(2);
    const sentence = 'The share rose to 41% in the first six months of 2003/2004.';
    expect(after).toContain(sentence);
    expect(readme).toContain(`“${sentence}”`);
  });

  it('quotes the message of a contradicted rating as it is', async () => {
    using project = testProject();
    change(project.root, 'rating: 2\n', 'rating: 3\n');
    const built = await run(project.root, ['build', 'durham-2003-12-01', '--emit', 'html']);
    expect(built.exitCode).toBe(1);
    const [error = ''] = built.err.split('\n\n').filter((told) => told.includes(' error: '));
    expect(error).toContain('[rating/contradicted]');
    for (const line of error.split('\n').filter((l) => /error:|Why:|What to do:/.test(l))) {
      expect(readme).toContain(line.trim().replaceAll(/\s+/g, ' '));
    }
  });

  it('lists every command', async () => {
    const help = await run(projectFolder, ['--help']);
    const commands = [...help.out.matchAll(/^ {2}([a-z]+) /gm)]
      .map((m) => m[1] ?? '')
      .filter((c) => c !== 'help');
    expect(commands.length).toBeGreaterThan(6);
    for (const command of commands) expect(readme).toContain(`scrutineer ${command}`);
  });

  it('says why of every package', () => {
    const about: unknown = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
    const [, section = ''] = /## What it is built with\n(.*)/s.exec(text) ?? [];
    const [, whys = ''] = /Development only: ([^]*?)\n\n/.exec(section) ?? [];
    const forUse = [...section.matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)].flatMap(([, cell = '']) =>
      cell.split(', '),
    );
    const forDevelopment = whys.split(/[\s,;.]+/);
    const names = (key: 'dependencies' | 'devDependencies'): string[] =>
      Object.keys((about as Record<typeof key, Record<string, string>>)[key]);
    expect(forUse.filter((cell) => cell !== 'package').sort()).toEqual(names('dependencies').sort());
    for (const name of names('devDependencies')) {
      if (!name.startsWith('@types/')) expect(forDevelopment).toContain(name);
    }
  });
});
