import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { realFiles, realWorld } from '../src/world.ts';
import { projectFolder, run, testProject, type Ran } from './support/project.ts';

/** Runs a command as it would be typed, with `--root` understood as it really is. */
async function type(...args: string[]): Promise<Ran> {
  const said = { out: '', err: '' };
  const exitCode = await main(args, (root) => ({
    ...realWorld(root),
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    colour: false,
  }));
  return { exitCode, ...said };
}

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'scrutineer-nowhere-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder that is no project', () => {
  const onAProject = [
    ['build'],
    ['build', 'x', '--edition', '1'],
    ['status'],
    ['check'],
    ['watch'],
    ['changes', 'x'],
    ['statement'],
    ['agenda', 'x'],
    ['issue', 'x', '--by', 'The Clerk', '--reason', 'Published'],
    ['verify', '--all'],
    ['minutes', 'x'],
    ['site', 'x'],
    ['calendar'],
    ['pack', 'x'],
    ['new', 'council', 'x'],
    ['new', 'style', 'x'],
    ['list'],
    ['import', 'indicators', 'x.csv', '--into', 'x'],
    ['rollover', 'x', '--to', '2003/2004'],
    ['schema'],
  ];

  it.each(onAProject)('is refused by %s, and nothing is written there', async (...args) => {
    const { exitCode, out, err } = await type('--root', folder, ...args);
    expect(err).toBe(
      `This is not a project folder: there is no folder data/ with records in ${folder}. Change to the project’s folder, or name it with --root.\n`,
    );
    expect(out).toBe('');
    expect(exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is no hindrance to what needs none', async () => {
    expect((await type('--root', folder, '--help')).exitCode).toBe(0);
    expect((await type('--root', folder, 'help', 'build')).exitCode).toBe(0);
    expect((await type('--root', folder, '--version')).exitCode).toBe(0);
    expect((await type('--root', folder, 'schema', 'report')).out).toContain('"$schema"');
    expect((await type('--root', folder, 'doctor')).err).toContain('[doctor/no-project]');
    const file = join(folder, 'stranger.html');
    writeFileSync(file, '<p>Good morning');
    expect((await type('--root', folder, 'verify', file)).out).toContain('is nothing that Scrutineer made');
    expect((await type('--root', folder, 'extract', file)).err).toContain('carries no record');
  });

  it('can hold editions, which are looked at without it', async () => {
    mkdirSync(join(folder, 'editions'));
    expect(await type('--root', folder, 'verify', '--all')).toEqual({
      exitCode: 0,
      out: 'Nothing was issued yet.\n',
      err: '',
    });
  });

  it('is a project once there is a folder for records', async () => {
    using project = testProject([], ['seeds']);
    mkdirSync(join(project.root, 'data'));
    expect((await run(project.root, ['new', 'council', 'x'])).exitCode).toBe(0);
    expect(existsSync(join(project.root, 'data/councils/x.yaml'))).toBe(true);
  });
});

describe('--root', () => {
  it.each(['check', 'doctor', 'extract', 'verify'])(
    'is refused by %s where it names no folder',
    async (command) => {
      const file = join(folder, 'README.md');
      writeFileSync(file, '# Here');
      for (const named of [join(folder, 'nowhere'), file, join(file, 'below'), '/dev/full']) {
        const { exitCode, out, err } = await type('--root', named, command, ...needed(command, file));
        expect(err).toBe(`There is no folder ${named}. Name the project’s folder with --root.\n`);
        expect(out).toBe('');
        expect(exitCode).toBe(2);
      }
    },
  );

  function needed(command: string, file: string): string[] {
    return ['extract', 'verify'].includes(command) ? [file] : [];
  }
});

describe('the file system', () => {
  it('has no folder where a file stands in the way or a name is too long', () => {
    const file = join(folder, 'a');
    writeFileSync(file, '');
    for (const path of [join(file, 'b'), join(file, 'b', 'c'), join(folder, 'x'.repeat(300))]) {
      expect(realFiles.isFolder(path)).toBe(false);
      expect(realFiles.list(path)).toEqual([]);
      expect(realFiles.size(path)).toBeUndefined();
    }
  });
});

describe('a command without --out', () => {
  it('says of what it cannot write which option of its own says where', async () => {
    using project = testProject();
    await run(project.root, ['build', 'derby-2002', '--emit', 'html']);
    const paper = join(project.root, 'out/derby-2002/derby-2002.html');
    const into = join(folder, 'file');
    writeFileSync(into, '');
    const { exitCode, err } = await run(project.root, ['extract', paper, '--into', into]);
    expect(exitCode).toBe(3);
    expect(err).toContain('Move that file away, or choose another folder with --into.');
    expect(err).not.toContain('--out');
  });

  it('names none where the place is always the same', async () => {
    for (const [code, what] of [
      ['EACCES', 'Ask for the right to write there.'],
      ['EROFS', 'Make sure that you may write there, and run the command again.'],
    ] as const) {
      const { exitCode, err } = await run(projectFolder, ['schema'], {
        files: {
          writeTogether: () => {
            throw Object.assign(new Error(code), { code });
          },
        },
      });
      expect(exitCode).toBe(3);
      expect(err).toContain(`What to do: ${what}\n`);
    }
  });
});

describe('help', () => {
  it('says each default once, and all exit codes', async () => {
    const watch = (await type('watch', '--help')).out;
    expect(watch.match(/default: one that is free/g)).toHaveLength(1);
    expect(watch).not.toContain('"0"');
    expect((await type('new', '--help')).out.match(/default/g)).toHaveLength(1);
    expect((await type('schema', '--help')).out.replaceAll(/\s+/g, ' ')).toContain('outline or document');
    expect((await type('--help')).out).toContain('130  stopped with Ctrl-C');
  });
});
