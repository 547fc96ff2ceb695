import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { leak, unsearched } from './rules.ts';
import { filesIn } from './scan/file.ts';
import { Unsearchable } from './scan/surface.ts';
import { Search } from './search.ts';
import type { Secrets } from './secrets.ts';

/** Leaks that are told of one file; one is enough to stop it, and the rest show what kind of mistake it is. */
const mostTold = 8;

/**
 * Searches files for the public for what is exempt: their text and source, what stands in their names, data, metadata,
 * attachments, bookmarks and descriptions.
 * @param files bytes by the name that the file is published under, with its folder
 * @returns an error for each place in each file; nothing where the files are clean
 */
export async function scanFiles(
  files: Iterable<readonly [string, Uint8Array]>,
  secrets: Secrets,
): Promise<Diagnostic[]> {
  if (secrets.runs.length === 0 && secrets.short.length === 0) return [];
  const found: Diagnostic[] = [];
  const search = new Search(secrets);
  for (const [file, bytes] of files) found.push(...(await scanFile(file, bytes, search)));
  return found;
}

async function scanFile(file: string, bytes: Uint8Array, search: Search): Promise<Diagnostic[]> {
  const leaks = new Map<string, Diagnostic>();
  try {
    for await (const { where, text, readable } of filesIn(file, bytes)) {
      if (leaks.has(where)) continue;
      const secret = search.find(text, readable);
      if (secret === undefined) continue;
      leaks.set(
        where,
        leak.at(
          { file },
          `Exempt words stand ${where}: “${beginningOf(secret)}”.`,
          'Nothing was written. Take the words out of what the public may read, or mark that as exempt too. If no record or house style of yours has them there, this is a mistake in Scrutineer: please report it.',
        ),
      );
      if (leaks.size >= mostTold) break;
    }
  } catch (error) {
    if (!(error instanceof Unsearchable)) throw error;
    leaks.set(
      '',
      unsearched.at(
        { file },
        `The file cannot be searched for exempt words: ${error.message}.`,
        'Leave it out, or have it made anew without a password.',
      ),
    );
  }
  return [...leaks.values()];
}

/** Enough of a secret to find it by, and no more. */
function beginningOf(secret: string): string {
  const words = secret.trim();
  const shown = Math.min(12, Math.max(2, Math.floor(words.length / 3)));
  return words.length <= shown ? words : `${words.slice(0, shown)}…`;
}
