import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noteAsText, noteOf, type LockNote } from '../../src/sharing/note.ts';
import { realFiles, type World } from '../../src/world.ts';
import { smallProject } from '../incremental/support.ts';
import { run } from '../support/project.ts';
import { litter } from './support.ts';

const paper = 'derby-2002';
const build = ['build', paper, '--emit', 'html'];
const lockIn = (root: string): string => join(root, 'out/.scrutineer', `${paper}.lock`);

/** A lock of somebody else, who is on another computer unless told otherwise. */
function lockedIn(root: string, more: Partial<LockNote> = {}): LockNote {
  const note = noteOf('0123456789abcdef', new Date(2026, 0, 5, 14, 3));
  Object.assign(note, { computer: 'OFFICE-PC', mark: 'another', ...more });
  put(root, noteAsText(note));
  return note;
}

function put(root: string, text: string): void {
  mkdirSync(dirname(lockIn(root)), { recursive: true });
  writeFileSync(lockIn(root), text);
}

/** A clock on which every pause is over at once, and something happens in it. */
function clockWith(happens: (pauses: number) => void): NonNullable<World['clock']> & { now: () => number } {
  let [now, pauses] = [0, 0];
  return {
    now: () => now,
    pause: (ms) => {
      now += ms;
      happens(++pauses);
      return Promise.resolve();
    },
  };
}

/** The number of a process that is over. */
function overAndDone(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  return new Promise((resolve) => child.once('close', () => resolve(child.pid ?? 0)));
}

describe('a lock', () => {
  it('is waited for, and what the other one made is current', async () => {
    using project = smallProject();
    const { root } = project;
    expect((await run(root, [...build, '--out', 'theirs'])).exitCode).toBe(0);
    const note = lockedIn(root);
    const clock = clockWith((pauses) => {
      note.beat = pauses;
      if (pauses < 20) put(root, noteAsText(note));
      else if (pauses === 20) {
        cpSync(join(root, 'theirs'), join(root, 'out'), { recursive: true });
        rmSync(lockIn(root));
      }
    });
    const ran = await run(root, build, { clock });
    expect(ran.err).toContain(
      'Another build of this paper is running (since 14:03 on OFFICE-PC); waiting.\n',
    );
    expect(ran.err).toContain('derby-2002 is current');
    expect(ran.exitCode).toBe(0);
    expect(litter(join(root, 'out'))).toEqual([]);
  });

  it('of a run of this computer that was killed is taken over at once', async () => {
    using project = smallProject();
    const { root } = project;
    const { mark } = noteOf('', new Date());
    // The second has the number of this very process, which never had the lock.
    for (const pid of [await overAndDone(), process.pid]) {
      lockedIn(root, { mark, process: pid });
      rmSync(join(root, 'out', paper), { recursive: true, force: true });
      const clock = clockWith(() => expect.unreachable());
      const ran = await run(root, build, { clock });
      expect(ran).toMatchObject({ exitCode: 0, err: '' });
      expect(litter(join(root, 'out'))).toEqual([]);
    }
  });

  it('of another computer is taken over after a minute without a word, whatever its clock says', async () => {
    for (const year of [1999, 2099]) {
      using project = smallProject();
      const { root } = project;
      lockedIn(root, { since: new Date(year, 1, 1).toISOString() });
      utimesSync(lockIn(root), new Date(), new Date());
      const clock = clockWith(() => undefined);
      const ran = await run(root, build, { clock });
      expect(ran.exitCode, ran.err).toBe(0);
      expect(clock.now()).toBeGreaterThan(60_000);
      expect(clock.now()).toBeLessThan(62_000);
      expect(litter(join(root, 'out'))).toEqual([]);
    }
  });

  it('that nobody wrote anything in is taken over after seconds', async () => {
    using project = smallProject();
    const { root } = project;
    for (const text of ['', '{"hint":"A build of', '{"process":1}', 'null']) {
      put(root, text);
      const clock = clockWith(() => undefined);
      const ran = await run(root, [...build, '--all'], { clock });
      expect(ran, text).toMatchObject({ exitCode: 0, err: '' });
      expect(clock.now()).toBeLessThan(6_000);
    }
  });

  it('that is held for ever is told after five minutes, and nothing is written', async () => {
    using project = smallProject();
    const { root } = project;
    const note = lockedIn(root);
    const clock = clockWith((pauses) => {
      note.beat = pauses;
      put(root, noteAsText(note));
    });
    const ran = await run(root, build, { clock });
    expect(ran.exitCode).toBe(3);
    expect(ran.err).toContain(
      'this computer: derby-2002 was not made: another build of it has been running since 14:03 on OFFICE-PC, and does not come to an end. [output/busy]',
    );
    expect(ran.err).toContain('End that build, or ask whoever runs it; then run the command again.');
    expect(existsSync(join(root, 'out', paper))).toBe(false);
    expect(existsSync(lockIn(root))).toBe(true);
  });

  it('that was lost while this computer slept keeps it from writing over what came after', async () => {
    using project = smallProject();
    const { root } = project;
    const files = {
      locks: {
        ...realFiles.locks,
        claim(path: string, text: string) {
          const made = realFiles.locks.claim(path, text);
          if (made) lockedIn(root);
          return made;
        },
      },
    };
    const ran = await run(root, build, { files });
    expect(ran.exitCode).toBe(3);
    expect(ran.err).toContain('this computer said nothing for over a minute');
    expect(existsSync(join(root, 'out', paper))).toBe(false);
    expect(readFileSync(lockIn(root), 'utf8')).toContain('OFFICE-PC');
  });

  it('is done without where nothing can be written; the writing says why', async () => {
    using project = smallProject();
    const fails = (): never => {
      throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
    };
    const ran = await run(project.root, build, {
      files: { writeTogether: fails, locks: { ...realFiles.locks, claim: fails } },
    });
    expect(ran.exitCode).toBe(3);
    expect(ran.err).toContain('[output/not-written]');
    expect(ran.err).toContain('the disk can only be read');
  });
});
