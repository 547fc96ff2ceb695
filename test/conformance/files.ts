import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files of one kind meant by these paths: a folder stands for every such file below it. Sorted within each folder.
 *
 * @param ending what their names end in: `.pdf`
 */
export async function filesOf(paths: readonly string[], ending: string): Promise<string[]> {
  const found = await Promise.all(paths.map((path) => filesAt(path, ending)));
  return [...new Set(found.flat())];
}

async function filesAt(path: string, ending: string): Promise<string[]> {
  const isOfKind = (name: string): boolean => name.toLowerCase().endsWith(ending);
  const there = await stat(path).catch(() => undefined);
  // A path that is not there stays in the list: the report says so, and the gate fails.
  if (!there?.isDirectory()) return isOfKind(path) ? [path] : [];
  const names = await readdir(path, { recursive: true });
  return names
    .filter(isOfKind)
    .sort()
    .map((name) => join(path, name));
}
