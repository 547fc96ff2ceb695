import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cacheFolders, isOwnFolder, makeOwnFolder } from '../src/cache.ts';
import { keptIn } from '../src/kept.ts';

it('a folder below a file is nobody’s, and no error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-cache-'));
  try {
    writeFileSync(join(folder, 'file'), '');
    expect(isOwnFolder(join(folder, 'file', 'scrutineer'))).toBe(false);
    expect(isOwnFolder(folder)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('a folder that others can write to is nobody’s, but on Windows, where every folder says so', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-cache-'));
  const windows = {};
  try {
    chmodSync(folder, 0o777);
    expect(isOwnFolder(folder)).toBe(false);
    expect(() => makeOwnFolder(folder)).toThrow('belongs to somebody else');
    expect(isOwnFolder(folder, windows)).toBe(true);
    expect(() => makeOwnFolder(folder, windows)).not.toThrow();
    expect(isOwnFolder(join(folder, 'none'), windows)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('the cache lies where the system has it', () => {
  const home = { HOME: '/home/officer' };
  expect(cacheFolders(home, '/tmp', 'linux')[0]).toBe('/home/officer/.cache/scrutineer');
  expect(cacheFolders(home, '/tmp', 'darwin')[0]).toBe('/home/officer/.cache/scrutineer');
  expect(cacheFolders({ ...home, XDG_CACHE_HOME: '/cache' }, '/tmp', 'linux')[0]).toBe('/cache/scrutineer');
  const local = { LOCALAPPDATA: 'C:\\Users\\officer\\AppData\\Local', HOME: 'C:\\Users\\officer' };
  const given = 'C:\\Temp';
  expect(cacheFolders(local, given, 'win32')[0]).toBe('C:\\Users\\officer\\AppData\\Local\\scrutineer');
  expect(cacheFolders({ HOME: local.HOME }, given, 'win32')[0]).toBe(
    'C:\\Users\\officer\\.cache\\scrutineer',
  );
  expect(cacheFolders({ ...local, XDG_CACHE_HOME: 'D:\\cache' }, given, 'win32')[0]).toBe(
    'D:\\cache\\scrutineer',
  );
  expect(cacheFolders({}, given, 'win32')).toEqual([expect.stringMatching(/^C:\\Temp\\scrutineer-/)]);
  expect(cacheFolders({ ...local, ...home }, '/tmp', 'linux')[0]).toBe('/home/officer/.cache/scrutineer');
});

it.each([
  ['a file that is gone by then', (path: string) => symlinkSync(join(path, 'nowhere'), path)],
  ['what cannot be dropped', (path: string) => mkdirSync(path)],
])('what was kept is kept once, whatever comes of forgetting: %s', (_, put) => {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-cache-'));
  try {
    const [best, next] = [join(folder, 'best'), join(folder, 'next')];
    makeOwnFolder(best);
    makeOwnFolder(join(best, 'kept'));
    put(join(best, 'kept', 'old'));
    const kept = keptIn([best, next], 'kept', 1);
    for (const name of ['a', 'b', 'c']) kept.put(name, Buffer.from(name));
    expect(kept.get('c')?.toString()).toBe('c');
    expect(existsSync(next)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
