import { basename, dirname } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Ready } from '../pipeline.ts';

/**
 * What stands against putting a paper's files in place: exempt words in any of them. Costs nothing where the paper's
 * records hold none.
 * @param files by path
 */
export async function leaksIn(
  { secrets }: Pick<Ready, 'secrets'>,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Diagnostic[]> {
  if (!secrets) return [];
  const { scanFiles } = await import('./scan.ts');
  return scanFiles(
    // What lies above the paper's own folder is the computer's, and is not published.
    [...files].map(([path, bytes]) => [publishedName(path), bytes] as const),
    await secrets(),
  );
}

function publishedName(path: string): string {
  const folder = basename(dirname(path));
  return folder === '' || folder === '.' ? basename(path) : `${folder}/${basename(path)}`;
}
