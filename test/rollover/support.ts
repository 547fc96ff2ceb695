import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { marker } from '../../src/records/waiting.ts';
import { run } from '../support/project.ts';

const Started = z.object({
  id: z.string(),
  file: z.string(),
  leftOut: z.array(z.string()),
  waits: z.array(z.object({ line: z.number(), column: z.number(), entry: z.string() })),
});

const Answer = z.object({
  result: z.object({
    written: z.boolean(),
    review: Started,
    report: Started.optional(),
    notes: z.array(z.string()),
  }),
});

/** What `rollover --json` says. */
export async function rollover(root: string, ...args: string[]): Promise<z.infer<typeof Answer>['result']> {
  const ran = await run(root, ['rollover', ...args, '--json']);
  return Answer.parse(JSON.parse(ran.out)).result;
}

/** Where `check` says that something waits, and whatever else it says. */
export async function waiting(
  root: string,
  names: readonly string[],
): Promise<{ waits: string[]; others: string[] }> {
  const ran = await run(root, ['check', ...names, '--json']);
  const Found = z.object({
    diagnostics: z.array(
      z.object({
        rule: z.string(),
        file: z.string(),
        message: z.string(),
        range: z.object({ start: z.object({ line: z.number(), column: z.number() }) }).optional(),
      }),
    ),
  });
  const { diagnostics } = Found.parse(JSON.parse(ran.out));
  const place = (d: (typeof diagnostics)[number]): string =>
    `${d.file}:${String(d.range?.start.line)}:${String(d.range?.start.column)}`;
  return {
    waits: diagnostics.filter((d) => d.rule === 'rollover/to-supply').map(place),
    others: diagnostics.filter((d) => d.rule !== 'rollover/to-supply').map((d) => `${place(d)} ${d.message}`),
  };
}

/** Fills in a form as an officer would: what is written for each place that waits, by its name. */
export function fillIn(
  root: string,
  { file, waits }: z.infer<typeof Started>,
  answers: (entry: string) => string | undefined,
): void {
  const path = join(root, file);
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const { line, column, entry } of waits.toReversed()) {
    const written = lines[line - 1] ?? '';
    const answer = answers(entry);
    if (answer === undefined) throw new Error(`nothing to write for ${entry}`);
    if (!written.startsWith(marker, column - 1)) throw new Error(`nothing waits in line ${String(line)}`);
    lines[line - 1] = written.slice(0, column - 1) + answer + written.slice(column - 1 + marker.length);
  }
  writeFileSync(path, lines.join('\n'));
}
