import { Option } from 'commander';
import type { CommandContext } from './context.ts';
import type { WorksOn } from './project.ts';

/** A command, once its code is loaded: given what it works on, it ends with the process's exit code. */
export type Run = (context: CommandContext) => Promise<number>;

/**
 * Loads a command's code and runs it in the project that was named; keeps its exit code.
 * @param worksOn what must be there; a project where left out
 */
export type RunCommand = (
  options: { json?: boolean },
  load: () => Promise<Run>,
  worksOn?: WorksOn,
) => Promise<void>;

/** The option that every command has. */
export function json(): Option {
  return new Option('--json', 'print one JSON object instead of text for people');
}
