import { Command, CommanderError } from 'commander';
import { addAgendaCommands } from './cli/agenda-commands.ts';
import type { RunCommand } from './cli/command.ts';
import { exitCodes, wrongUsage } from './cli/context.ts';
import { addEditionCommands } from './cli/edition-commands.ts';
import { tellFailure } from './cli/failure.ts';
import { addHelpCommand } from './cli/help-command.ts';
import { addMachineCommands } from './cli/machine-commands.ts';
import { addMeetingCommands } from './cli/meeting-commands.ts';
import { addPaperCommands } from './cli/paper-commands.ts';
import { lacksProject } from './cli/project.ts';
import { addRecordCommands } from './cli/record-commands.ts';
import { version } from './version.ts';
import { realWorld, type World } from './world.ts';

const exitCodeHelp = `
Exit codes:
  0  fine
  1  problems in the data or templates
  2  wrong usage
  3  this computer cannot do it (no browser, disk full), or Scrutineer itself has failed
  130  stopped with Ctrl-C`;

const seeHelp = 'Type npx scrutineer --help, or npx scrutineer help <command>, to see what there is.';

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
    .showHelpAfterError(seeHelp)
    .addHelpText('after', exitCodeHelp);

  const run: RunCommand = async (options, load, worksOn = 'project') => {
    const root = program.opts<{ root?: string }>().root;
    const context = { world: worldOf(root), json: options.json ?? false };
    exitCode = lacksProject(context, root, worksOn) ?? (await (await load())(context));
  };

  addPaperCommands(program, run);
  addAgendaCommands(program, run);
  addEditionCommands(program, run);
  addMeetingCommands(program, run);
  addRecordCommands(program, run);
  addMachineCommands(program, run);
  addHelpCommand(program);

  const { out, err, env } = worldOf();
  const asJson = args.includes('--json');
  const output = { writeOut: out, writeErr: asJson ? () => undefined : err };
  /** Help was asked for, or what was typed is no command with its options; people have been told by now. */
  const ended = ({ exitCode, message }: CommanderError): number => {
    if (exitCode === 0) return exitCodes.fine;
    return asJson ? wrongUsage({ world: worldOf(), json: true }, ...inTwo(message)) : exitCodes.usage;
  };
  program.configureOutput(output).exitOverride();
  for (const command of program.commands) command.configureOutput(output).exitOverride();
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return ended(error);
    return tellFailure(error, args, { out, err, env });
  }
  return exitCode;
}

/** A mistake in what was typed, and what to type instead. */
function inTwo(message: string): [message: string, hint: string] {
  const [what = '', ...meant] = message.replace(/^error: /, '').split('\n');
  return [what, [...meant.map((line) => line.replace(/^\((.*)\)$/, '$1')), seeHelp].join(' ')];
}
