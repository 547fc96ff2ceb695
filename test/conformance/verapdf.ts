/**
 * Holds PDF files to PDF/UA and PDF/A with veraPDF, the validator the industry goes by.
 *
 * A development tool: it needs Java and, once, Maven. Without them the answer is a clear {@link NotAvailable}.
 */

import * as z from 'zod';
import { FLAVOURS, type Flavour } from './flavours.ts';
import { findLauncher, type NotAvailable } from './launcher.ts';
import { run } from './process.ts';

export type { NotAvailable } from './launcher.ts';

const flavour = z.enum(FLAVOURS);

const problem = z.object({
  /** `missing`, `encrypted` and `broken` speak of the file; `internal` of the validator. */
  kind: z.enum(['missing', 'encrypted', 'broken', 'internal']),
  message: z.string(),
});

const failedRule = z.object({
  specification: z.string(),
  clause: z.string(),
  testNumber: z.number().int(),
  /** The kind of object, in veraPDF's model, that the rule speaks of. */
  object: z.string(),
  description: z.string(),
  failedChecks: z.number().int(),
  /** The first ten failures; `failedChecks` counts all. `context` is the path to the object. */
  failures: z.array(z.object({ message: z.string(), context: z.string() })),
});

const flavourResult = z.object({
  flavour,
  compliant: z.boolean(),
  /** How many single checks were made. */
  checks: z.number().int(),
  failedRules: z.array(failedRule),
  /** Set when the check did not come to its end. */
  problem: problem.nullable(),
});

const validation = z.object({
  file: z.string(),
  /** What the file's own metadata says it conforms to. */
  claims: z.array(flavour),
  results: z.array(flavourResult),
  /** Set when the file could not be read at all; `results` is empty then. */
  problem: problem.nullable(),
});

const report = z.object({ files: z.array(validation) });

export type FailedRule = z.infer<typeof failedRule>;
export type FlavourResult = z.infer<typeof flavourResult>;
export type Problem = z.infer<typeof problem>;
export type Validation = z.infer<typeof validation>;

/**
 * Validates all files in one Java process and answers in the order given.
 *
 * @param flavours what every file is held to
 * @param options `alsoClaimed`: hold each file to what its own metadata claims, too
 */
export async function validate(
  files: readonly string[],
  flavours: readonly Flavour[],
  options: { alsoClaimed?: boolean } = {},
): Promise<Validation[] | NotAvailable> {
  const launcher = await findLauncher();
  if (!launcher.available) return launcher;
  if (files.length === 0) return [];

  const args = [
    ...launcher.args,
    ...flavours.flatMap((name) => ['--flavour', name]),
    ...(options.alsoClaimed ? ['--claimed'] : []),
    '--files-from-stdin',
  ];
  // Java reads file names in the locale's encoding: without this, Ŵ in a name is lost under a plain C locale.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const ended = await run(launcher.java, args, { input: `${files.join('\n')}\n`, env });
  if (ended?.code !== 0) {
    throw new Error(
      `The validator stopped with an error of its own:\n${ended?.stderr.trim() ?? 'java vanished'}`,
    );
  }
  return report.parse(JSON.parse(ended.stdout)).files;
}

/** Tells the two answers of {@link validate} apart. */
export function isNotAvailable(answer: Validation[] | NotAvailable): answer is NotAvailable {
  return !Array.isArray(answer);
}
