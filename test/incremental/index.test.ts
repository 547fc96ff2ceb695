import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Index } from '../../src/editions/index.ts';
import { realFiles, type World } from '../../src/world.ts';
import { quietWorld } from '../support/project.ts';
import { Remembered } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'scrutineer-index-'));
const file = join(folder, 'figures.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

/** @param age how many milliseconds ago files were written, as this world has it */
function worldWith(kept: Remembered, age: number, reads: string[] = []): World {
  return {
    ...quietWorld,
    root: folder,
    kept,
    files: {
      ...realFiles,
      read: (path) => {
        reads.push(path);
        return realFiles.read(path);
      },
      stamp: (path) => {
        const stamp = realFiles.stamp(path);
        return stamp && { ...stamp, changed: Date.now() - age };
      },
    },
  };
}

function hashOnce(world: World): string | undefined {
  const index = new Index(world, folder);
  const hash = index.hashOf(file);
  index.save();
  return hash;
}

describe('what is remembered of files', () => {
  it('is relied on where a file was written long before the last look', () => {
    const kept = new Remembered();
    writeFileSync(file, 'value: 38');
    const hash = hashOnce(worldWith(kept, 60_000));
    const reads: string[] = [];
    expect(hashOnce(worldWith(kept, 60_000, reads))).toBe(hash);
    expect(reads).toEqual([]);
  });

  it('is not relied on where it was written just before: another writing could bear the same time', () => {
    const kept = new Remembered();
    writeFileSync(file, 'value: 38');
    hashOnce(worldWith(kept, 500));
    const reads: string[] = [];
    hashOnce(worldWith(kept, 60_000, reads));
    expect(reads).toEqual([file]);
  });

  it('notices a file of the same length that was given its old time back', () => {
    const kept = new Remembered();
    writeFileSync(file, 'value: 38');
    utimesSync(file, 1000, 1000);
    const { mtimeMs } = statSync(file);
    const before = hashOnce(worldWith(kept, 60_000));
    writeFileSync(file, 'value: 41');
    utimesSync(file, 1000, 1000);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
    expect(hashOnce(worldWith(kept, 60_000))).not.toBe(before);
  });

  it('says nothing of a file that is gone', () => {
    const kept = new Remembered();
    writeFileSync(file, 'value: 38');
    hashOnce(worldWith(kept, 60_000));
    rmSync(file);
    expect(hashOnce(worldWith(kept, 60_000))).toBeUndefined();
  });

  it('may be damaged or lost', () => {
    const kept = new Remembered();
    writeFileSync(file, 'value: 38');
    const hash = hashOnce(worldWith(kept, 60_000));
    for (const damage of ['', '{', 'null', '[]', '{"files":null}', '{"files":{"a":1},"notes":[]}']) {
      const damaged = new Remembered();
      damaged.get = () => Buffer.from(damage);
      expect(hashOnce(worldWith(damaged, 60_000)), damage).toBe(hash);
    }
  });
});
