import { Command, CommanderError } from 'commander';
import { addAgendaCommands } from './cli/agenda-commands.ts';
import type { RunCommand } from './cli/command.ts';
import { exitCodes } from './cli/context.ts';
import { addEditionCommands } from './cli/edition-commands.ts';
import { tellFailure } from './cli/failure.ts';
import { addMachineCommands } from './cli/machine-commands.ts';
import { addMeetingCommands } from './cli/meeting-commands.ts';
import { addPaperCommands } from './cli/paper-commands.ts';
import { addRecordCommands } from './cli/record-commands.ts';
import { version } from './version.ts';
import { realWorld, type World } from './world.ts';

const exitCodeHelp = `
Exit codes:
  0  fine
  1  problems in the data or templates
  2  wrong usage
  3  this computer cannot do it (no browser, disk full), or Scrutineer itself has failed`;

/**
 * What a person types. Each command's code is loaded when it is asked for.
 * @param args without the program's own name
 * @returns the process's exit code
 */
export async function main(
  args: readonly string[],
  worldOf: (root?: string) => World = realWorld,
): Promise<number> {
  let exitCode: number = exitCodes.fine;
  const program = new Command('scrutineer')
    .description(
      'Puts a regulator’s judgement of a council before its members: HTML and PDF papers from YAML.',
    )
    .version(version)
    .option('--root <folder>', 'the project folder (default: the nearest one with data/ in it)')
    .showHelpAfterError('Type scrutineer --help, or scrutineer help <command>, to see what there is.')
    .addHelpText('after', exitCodeHelp);

  const run: RunCommand = async (options, load) => {
    const root = program.opts<{ root?: string }>().root;
    exitCode = await (await load())({ world: worldOf(root), json: options.json ?? false });
  };

  addPaperCommands(program, run);
  addAgendaCommands(program, run);
  addEditionCommands(program, run);
  addMeetingCommands(program, run);
  addRecordCommands(program, run);
  addMachineCommands(program, run);

  const { out, err, env } = worldOf();
  const output = { writeOut: out, writeErr: err };
  program.configureOutput(output).exitOverride();
  for (const command of program.commands) command.configureOutput(output).exitOverride();
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    return tellFailure(error, args, { out, err, env });
  }
  return exitCode;
}
