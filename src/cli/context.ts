import { inOrder, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { toJson } from '../diagnostics/json.ts';
import { formatDiagnostic, summarise } from '../diagnostics/text.ts';
import type { World } from '../world.ts';

/** What every command is given. */
export interface CommandContext {
  world: World;
  json: boolean;
}

export const exitCodes = { fine: 0, problems: 1, usage: 2, machine: 3, stopped: 130 } as const;

/** 3 where this computer failed, 1 where data or templates did, else 0. */
export function exitCodeFor(diagnostics: readonly Diagnostic[]): number {
  if (diagnostics.some((d) => d.severity === 'machine')) return exitCodes.machine;
  if (diagnostics.some((d) => d.severity === 'error')) return exitCodes.problems;
  return exitCodes.fine;
}

/** A usage mistake, told in one line. */
export function wrongUsage({ world, json }: CommandContext, message: string, hint: string): number {
  if (json) world.out(toJson(exitCodes.usage, { message, hint }, []));
  else world.err(`${message} ${hint}\n`);
  return exitCodes.usage;
}

/**
 * Ends a command: as JSON on standard output, or diagnostics for people on standard error with a last
 * line that counts them.
 */
export function conclude(
  context: CommandContext,
  result: unknown,
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  exitCode = exitCodeFor(diagnostics),
): number {
  const { world } = context;
  if (context.json) {
    world.out(toJson(exitCode, result, diagnostics));
    return exitCode;
  }
  const ordered = inOrder(diagnostics);
  for (const d of ordered) world.err(`${formatDiagnostic(d, (file) => texts.get(file), world.colour)}\n\n`);
  if (ordered.length > 0) world.err(`${summarise(ordered)}\n`);
  return exitCode;
}
