import { join, relative, resolve, sep } from 'node:path';
import type { Printer } from '../print/printer.ts';
import { readAccessibilityRecord } from '../statement/record.ts';
import { statementFiles, statementName } from '../statement/statement.ts';
import { writeOutputs } from '../write.ts';
import { conclude, type CommandContext } from './context.ts';

export interface StatementOptions {
  out: string;
  printer: Printer;
}

/** `scrutineer statement`: the accessibility statement, from the record of what was tested and when. */
export async function statement(context: CommandContext, options: StatementOptions): Promise<number> {
  const { world } = context;
  const record = readAccessibilityRecord(world);
  const diagnostics = [...record.diagnostics];
  let written: string[] = [];
  if (record.value) {
    const made = await statementFiles(world, options.printer, record.value);
    diagnostics.push(...made.diagnostics);
    if (made.value) {
      const base = join(resolve(world.root, options.out), statementName, statementName);
      const files = new Map([
        [`${base}.html`, made.value.html],
        [`${base}.pdf`, made.value.pdf],
      ]);
      const failures = writeOutputs(world, files);
      diagnostics.push(...failures);
      if (failures.length === 0)
        written = [...files.keys()].map((file) => relative(world.root, file).split(sep).join('/'));
    }
  }
  if (!context.json) for (const file of written) world.out(`${file}\n`);
  return conclude(context, { files: written }, diagnostics, new Map());
}
