import type { Diagnostic } from './diagnostic.ts';
import { inOrder } from './diagnostic.ts';

/** What every command prints with `--json`: one object, on standard output, whatever happened. */
export interface JsonReport {
  /** The process's exit code: 0 fine, 1 problems in data or templates, 2 wrong usage, 3 the machine. */
  exitCode: number;
  result: unknown;
  diagnostics: Diagnostic[];
}

export function toJson(exitCode: number, result: unknown, diagnostics: readonly Diagnostic[]): string {
  const report: JsonReport = { exitCode, result, diagnostics: inOrder(diagnostics) };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
