import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemaOf, schemaNames } from '../src/schema.ts';
import { projectFolder, run, testProject } from './support/project.ts';

describe('starter files', () => {
  it('describe a council that can be built as they stand', async () => {
    using project = testProject([], ['templates', 'seeds']);
    const names = {
      council: 'anytown',
      framework: 'example-ratings',
      review: 'anytown-2003-04',
      report: 'anytown-2004-12-14',
      meeting: 'anytown-2004-12-14',
      calendar: 'exampleland',
    };
    for (const [noun, name] of Object.entries(names)) {
      const made = await run(project.root, ['new', noun, name]);
      expect(made, made.err).toMatchObject({ exitCode: 0 });
    }
    using example = testProject([], ['data']);
    const framework = readFileSync(join(example.root, 'data/frameworks/ssi-star-ratings.yaml'), 'utf8');
    writeFileSync(join(project.root, 'data/frameworks/ssi-star-ratings.yaml'), framework);
    const checked = await run(project.root, ['check']);
    expect(checked).toEqual({ exitCode: 0, out: '7 records checked: no problems.\n', err: '' });
    const paper = await run(project.root, ['build', 'anytown-2004-12-14', '--emit', 'paper']);
    expect(paper.out).toContain('2\u00a0out\u00a0of\u00a03\u00a0stars');
    expect(paper.out).toContain('41%');
  });

  it('add a second council to the examples, as the README tells it', async () => {
    using project = testProject();
    const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
    const typed = [
      ...readme.matchAll(
        /npx scrutineer (new (?:council|review|report|meeting) anytown\S*|check|build anytown\S*)/g,
      ),
    ].map(([, command = '']) => command.replace('`', ''));
    expect(typed.filter((command) => command.startsWith('new '))).toHaveLength(4);
    for (const command of [...new Set(typed)]) {
      const done = await run(project.root, [
        ...command.split(' '),
        ...(command.startsWith('build') ? ['--emit', 'html'] : []),
      ]);
      expect(done, `${command}: ${done.err}`).toMatchObject({ exitCode: 0 });
      expect(done.err, command).not.toContain('draft');
    }
  });

  it('are never written over a record', async () => {
    using project = testProject();
    const again = await run(project.root, ['new', 'review', 'durham-2002-03']);
    expect(again.exitCode).toBe(2);
    expect(again.err).toContain('data/reviews/durham-2002-03.yaml exists already.');
  });

  it.each([...schemaNames])('%s: the JSON Schema in seeds/schema is the one the code makes', (name) => {
    expect(readFileSync(join(projectFolder, 'seeds/schema', `${name}.json`), 'utf8')).toBe(
      jsonSchemaOf(name),
    );
  });

  it('carry the modeline that points an editor to the schema, and new files carry theirs', async () => {
    using project = testProject([], ['seeds', 'templates']);
    await run(project.root, ['new', 'report', 'a-report']);
    const made = readFileSync(join(project.root, 'data/reports/a-report.yaml'), 'utf8');
    expect(made.split('\n')[0]).toBe('# yaml-language-server: $schema=../../seeds/schema/report.json');
  });
});
