/**
 * Holds web pages to the HTML standard with the Nu Html Checker (vnu), the one behind validator.w3.org. One call of
 * Java reads all files. Without Java the answer is a clear {@link NotAvailable}.
 */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { findJava, projectRoot, type NotAvailable } from './launcher.ts';
import { run } from './process.ts';

const message = z.object({
  /** `info` is a warning where it has the subtype; everything else is an error of the page or of the checker. */
  type: z.enum(['info', 'error', 'non-document-error']),
  subType: z.string().optional(),
  url: z.string().optional(),
  lastLine: z.number().int().optional(),
  message: z.string(),
  extract: z.string().optional(),
});

const answer = z.object({ version: z.string(), messages: z.array(message) });

export interface NuMessage {
  /** Absent where the whole file is meant. */
  line: number | undefined;
  message: string;
  /** The HTML around the place, on one line. */
  extract: string;
}

/** What the checker has to say of one page. */
export interface CheckedPage {
  file: string;
  errors: NuMessage[];
  warnings: NuMessage[];
}

export interface CheckedPages {
  version: string;
  pages: CheckedPage[];
}

/** Checks all files in one Java process and answers in the order given. */
export async function checkHtml(
  files: readonly string[],
  root = projectRoot(),
): Promise<CheckedPages | NotAvailable> {
  const java = await findJava();
  if (typeof java !== 'string') return java;
  const jar = join(root, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');
  if (!existsSync(jar))
    return { available: false, reason: 'The Nu Html Checker was not found. Install it with: npm ci' };
  const ended = await run(java, [
    '-jar',
    jar,
    '--stdout',
    '--exit-zero-always',
    '--format',
    'json',
    ...files,
  ]);
  if (ended?.code !== 0) {
    throw new Error(
      `The Nu Html Checker stopped with an error of its own:\n${ended?.stderr.trim() ?? 'java vanished'}`,
    );
  }
  const { version, messages } = answer.parse(JSON.parse(ended.stdout));
  const pages = files.map((file): CheckedPage => ({ file, errors: [], warnings: [] }));
  const byAddress = new Map(pages.map((page) => [pathToFileURL(resolve(page.file)).pathname, page]));
  for (const told of messages) {
    const page = byAddress.get(told.url === undefined ? '' : new URL(told.url).pathname);
    // An error of the checker itself belongs to no file; it must not be lost.
    if (!page) throw new Error(`The Nu Html Checker says: ${told.message}`);
    const extract = (told.extract ?? '').replace(/\s+/g, ' ').trim();
    const list = told.type === 'info' ? page.warnings : page.errors;
    list.push({ line: told.lastLine, message: told.message, extract });
  }
  return { version: version.replace(/ .*/, ''), pages };
}
