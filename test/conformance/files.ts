import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The PDF files meant by these paths: a folder stands for every PDF below it. Sorted within each folder. */
export async function pdfFiles(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(pdfsAt));
  return [...new Set(found.flat())];
}

async function pdfsAt(path: string): Promise<string[]> {
  const there = await stat(path).catch(() => undefined);
  // A path that is not there stays in the list: the report says so, and the gate fails.
  if (!there?.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => name.toLowerCase().endsWith('.pdf'))
    .sort()
    .map((name) => join(path, name));
}
