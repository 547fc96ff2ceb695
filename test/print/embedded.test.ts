import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { embeddedPackage, unpackedAlready } from '../../src/print/embedded.ts';
import { unpack } from '../../src/print/unpack.ts';
import { job, printerFor, programOf, readPdf, run, temporaryFolder, worldWith } from './support.ts';

// A browser that another program unpacked in this computer's temporary folder is not ours to find.
const temporary = mkdtempSync(join(tmpdir(), 'scrutineer-embedded-'));
beforeEach(() => {
  vi.stubEnv('TMPDIR', temporary);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true, force: true });
});

function installed() {
  const found = embeddedPackage();
  if (found === undefined) throw new Error('the embedded browser is not installed');
  return found;
}

test('two processes that unpack at the same time both get a whole browser', async () => {
  const cache = temporaryFolder();
  const program = await programOf(`
    const unpacked = await print.unpack(print.embeddedPackage(), process.env);
    const { spawnSync } = await import('node:child_process');
    const { statSync } = await import('node:fs');
    const { status } = spawnSync(unpacked.program, ['--version'], { env: { LD_LIBRARY_PATH: unpacked.libraries } });
    console.log(status, statSync(unpacked.program).size);
  `);
  const both = await Promise.all([1, 2].map(() => run(program, { XDG_CACHE_HOME: cache })));
  const env = { XDG_CACHE_HOME: cache };
  const unpacked = unpackedAlready(installed(), env);
  expect(unpacked).toBeDefined();
  const size = statSync(unpacked?.program ?? '').size;
  expect(both.map(({ code, out }) => [code, out.trim()])).toEqual([1, 2].map(() => [0, `0 ${size}`]));
  expect(readdirSync(join(cache, 'scrutineer'))).toHaveLength(1);

  // A cleaner of temporary folders, or a full disk, leaves a file short.
  truncateSync(join(unpacked?.libraries ?? '', 'libnss3.so'), 10);
  expect(unpackedAlready(installed(), env)).toBeUndefined();
  const mended = await unpack(installed(), env);
  expect(unpackedAlready(installed(), env)).toEqual(mended);
  expect(readdirSync(join(cache, 'scrutineer'))).toHaveLength(1);
});

test('a cache that cannot be written is passed over for the temporary folder', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const program = await programOf(`
    const unpacked = await print.unpack(print.embeddedPackage(), process.env);
    console.log(unpacked.program);
  `);
  const { code, out } = await run(program, { XDG_CACHE_HOME: join(folder, 'file'), TMPDIR: folder });
  expect(code).toBe(0);
  expect(out.startsWith(join(folder, 'scrutineer-'))).toBe(true);
});

test('a cache folder that others can write to is not trusted', async () => {
  const cache = temporaryFolder();
  mkdirSync(join(cache, 'scrutineer'));
  const { chmodSync } = await import('node:fs');
  chmodSync(join(cache, 'scrutineer'), 0o777);
  expect(unpackedAlready(installed(), { XDG_CACHE_HOME: cache })).toBeUndefined();
});

test('an unpacking that is called off leaves nothing behind', async () => {
  const cache = temporaryFolder();
  const calledOff = new AbortController();
  const unpacking = unpack(installed(), { XDG_CACHE_HOME: cache }, calledOff.signal);
  calledOff.abort();
  await expect(unpacking).rejects.toThrow();
  expect(readdirSync(join(cache, 'scrutineer'))).toEqual([]);
});

test('a machine without a font still prints text, and one with many prints the same', async () => {
  const folder = temporaryFolder();
  const config = join(folder, 'fonts.conf');
  writeFileSync(config, '<?xml version="1.0"?><fontconfig></fontconfig>');
  const fontless = worldWith({ FONTCONFIG_FILE: config, FONTCONFIG_PATH: folder });
  const paper = job('fallback', '<h1>Without a font of its own</h1>', { head: '' });
  const [without, withMany] = [printerFor(fontless), printerFor()].map((printer) => printer.print(paper));
  expect((await readPdf((await without)?.value)).texts[0]).toContain('Without a font of its own');
  expect((await without)?.value).toEqual((await withMany)?.value);
  const fonts = [
    ...Buffer.from((await without)?.value ?? [])
      .toString('latin1')
      .matchAll(/\/BaseFont \/\w+\+(\w+)/g),
  ];
  expect(new Set(fonts.map(([, name]) => name))).toEqual(new Set(['OpenSans']));
});

test('what an earlier browser left in the cache is not touched', () => {
  const cache = temporaryFolder();
  const old = join(cache, 'scrutineer', 'chromium-1.0.0-1', 'chromium');
  mkdirSync(dirname(old), { recursive: true, mode: 0o700 });
  writeFileSync(old, 'old');
  expect(unpackedAlready(installed(), { XDG_CACHE_HOME: cache })).toBeUndefined();
  expect(statSync(old).size).toBe(3);
  rmSync(cache, { recursive: true });
});
