import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isOwnFolder } from '../src/cache.ts';

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
