import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeWorkFolder, removeLeftovers } from '../../src/print/work-folder.ts';
import { temporaryFolder } from './support.ts';

test('whoever names a temporary folder has the browser’s files there', () => {
  const folder = makeWorkFolder({ TMPDIR: tmpdir() });
  expect(dirname(folder)).toBe(tmpdir());
  rmSync(folder, { recursive: true });
});

test('what killed processes left behind goes, and what others work in stays', () => {
  const folder = temporaryFolder();
  // No process has a number as large as this.
  const names = [
    'scrutineer-print-99999999-old',
    'scrutineer-print-99999999-young',
    `scrutineer-print-${process.pid}-ours`,
  ];
  for (const name of [...names, 'something-else']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'file'), 'x');
    if (!name.endsWith('young')) utimesSync(join(folder, name), 0, 0);
  }
  removeLeftovers(folder);
  expect(readdirSync(folder).sort()).toEqual(['something-else', ...names.slice(1)].sort());
});
