import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Folders that tests leave to one another lie in one that goes with the last of them. */
export default function setup({ provide }: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'scrutineer-tests-')));
  provide('spareFolders', folder);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
