import type { Command } from 'commander';

/** `scrutineer help`: of all commands, or of one of those there are. */
export function addHelpCommand(program: Command): void {
  program
    .command('help')
    .description('say what there is, or what a command does and takes')
    .argument('[command]', 'a command by name')
    .action(async (name: string | undefined) => {
      if (name === undefined) return program.help();
      const command = program.commands.find((one) => one.name() === name);
      if (command) return command.help();
      const { nearest } = await import('../diagnostics/suggest.ts');
      const near = nearest(
        name,
        program.commands.map((one) => one.name()),
      );
      program.error(
        `error: unknown command '${name}'${near === undefined ? '' : `\n(Did you mean ${near}?)`}`,
      );
    });
}
