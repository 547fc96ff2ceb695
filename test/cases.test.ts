import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { realFiles } from '../src/world.ts';
import { readPdf } from './support/pdf.ts';
import { run, testProject } from './support/project.ts';

/**
 * Each folder in `test/cases/` is a case: what is laid over the example project (`input/`), what is run
 * (`case.yaml`), and what must come of it (`expected/`). Adding a case needs no code.
 *
 * `npm test -- --update` (or `-u`) writes what came, to be read before it is committed.
 */

const Case = z.strictObject({
  /** What the case shows, in a sentence. */
  shows: z.string(),
  run: z.array(z.string()),
  /** Commands run first, of which nothing is compared. */
  before: z.array(z.array(z.string())).default([]),
  /** Slips made after those commands. */
  then: z.array(z.strictObject({ file: z.string(), from: z.string(), to: z.string() })).default([]),
  exit: z.number(),
  /** Folders of `test/overlays/` to lay over the example before the case's own input. */
  over: z.array(z.string()).default([]),
  /** Files of the example to take away first. */
  without: z.array(z.string()).default([]),
  /** Files to make that are no good to keep: a name and how many bytes, the bytes in hexadecimal, or the text. */
  make: z
    .record(
      z.string(),
      z.union([
        z.strictObject({ bytes: z.number() }),
        z.strictObject({ hex: z.string() }),
        z.strictObject({ text: z.string() }),
      ]),
    )
    .default({}),
  env: z.record(z.string(), z.string()).default({}),
  /** Slips made in files of the example: the words there, and what stands there instead. */
  slips: z.array(z.strictObject({ file: z.string(), from: z.string(), to: z.string() })).default([]),
  /** What the disk answers when something is written. */
  disk: z.enum(['ENOSPC', 'EACCES', 'EROFS']).optional(),
  /** Outputs, relative to `out/`, that must stand as they were before (`old` is written to them first). */
  intact: z.array(z.string()).default([]),
  /** Outputs to compare: HTML as it is, PDF as text per page. */
  outputs: z.array(z.string()).default([]),
  /** Outputs that must have been made, whatever is in them. */
  made: z.array(z.string()).default([]),
});

/** What is to stand in a file that a case makes. */
function bytesOf(made: z.infer<typeof Case>['make'][string]): Buffer {
  if ('hex' in made) return Buffer.from(made.hex, 'hex');
  return 'text' in made ? Buffer.from(made.text) : Buffer.alloc(made.bytes, 'a');
}

const folder = new URL('cases', import.meta.url).pathname;
const updating =
  process.argv.includes('-u') || process.argv.includes('--update') || process.env['UPDATE_CASES'] === '1';

function compare(path: string, actual: string): void {
  if (updating) {
    mkdirSync(join(path, '..'), { recursive: true });
    if (actual === '') rmSync(path, { force: true });
    else writeFileSync(path, actual);
    return;
  }
  expect(actual, path.slice(folder.length + 1)).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
}

describe('cases', () => {
  for (const name of readdirSync(folder).sort()) {
    const here = join(folder, name);
    if (!existsSync(join(here, 'case.yaml'))) continue;
    const wanted = Case.parse(parse(readFileSync(join(here, 'case.yaml'), 'utf8')));
    it(`${name}: ${wanted.shows}`, async () => {
      const input = join(here, 'input');
      using project = testProject([
        ...wanted.over.map((name) => join(folder, '..', 'overlays', name)),
        ...(existsSync(input) ? [input] : []),
      ]);
      for (const file of wanted.without) rmSync(join(project.root, file), { recursive: true });
      for (const [file, made] of Object.entries(wanted.make)) {
        mkdirSync(join(project.root, file, '..'), { recursive: true });
        writeFileSync(join(project.root, file), bytesOf(made));
      }
      slip(project.root, wanted.slips);
      for (const args of wanted.before) await run(project.root, args, { env: wanted.env });
      slip(project.root, wanted.then);
      const out = join(project.root, 'out');
      for (const file of wanted.intact) {
        mkdirSync(join(out, file, '..'), { recursive: true });
        writeFileSync(join(out, file), 'old');
      }
      const { disk } = wanted;
      const failing = (): never => {
        throw Object.assign(new Error(disk), { code: disk });
      };
      const files = disk ? { writeTogether: failing, createFolder: failing } : realFiles;
      const ran = await run(project.root, wanted.run, { files, env: wanted.env });

      const plain = (text: string): string => text.replaceAll(project.root, '<project>');
      compare(join(here, 'expected', 'diagnostics.txt'), plain(ran.err));
      compare(join(here, 'expected', 'output.txt'), plain(ran.out));
      expect(ran.exitCode, ran.err).toBe(wanted.exit);
      for (const file of wanted.intact) expect(readFileSync(join(out, file), 'utf8'), file).toBe('old');
      for (const file of wanted.made) expect(existsSync(join(out, file)), file).toBe(true);
      expect(leftovers(out)).toEqual([]);
      for (const file of wanted.outputs) {
        const bytes = readFileSync(join(out, file));
        if (!file.endsWith('.pdf')) {
          compare(
            join(here, 'expected', file),
            bytes.toString('utf8').replaceAll(/base64,[A-Za-z0-9+/=]+/g, 'base64,…'),
          );
          continue;
        }
        const { pages } = await readPdf(bytes);
        pages.forEach((text, i) =>
          compare(
            join(here, 'expected', file.replace(/\.pdf$/, ''), `page-${String(i + 1)}.txt`),
            `${text}\n`,
          ),
        );
        expect(
          existsSync(
            join(here, 'expected', file.replace(/\.pdf$/, ''), `page-${String(pages.length + 1)}.txt`),
          ),
        ).toBe(false);
      }
    });
  }
});

function slip(root: string, slips: readonly { file: string; from: string; to: string }[]): void {
  for (const { file, from, to } of slips) {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    expect(text, `${file} of the example`).toContain(from);
    writeFileSync(path, text.replace(from, to));
  }
}

/** Nothing half-written may stay behind. */
function leftovers(out: string): string[] {
  if (!existsSync(out)) return [];
  return readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));
}
