import type { Command } from 'commander';
import { json, type RunCommand } from './command.ts';

/** What is typed after an agenda is out: its place on the web, and what became of it. Each command's code is loaded when it is asked for. */
export function addMeetingCommands(program: Command, run: RunCommand): void {
  program
    .command('site')
    .description(
      'make the page of a council’s meetings and papers for its web site, and the same as open data',
    )
    .argument('<council>', 'a council by name')
    .option('--out <folder>', 'the folder that papers are in; the site is made in site/ below it', 'out')
    .addOption(json())
    .addHelpText(
      'after',
      `
The page shows what was published by today and is really there. Its folder holds all that it leads to.

Example:
  scrutineer site exampleshire`,
    )
    .action((council: string, options: { out: string; json?: boolean }) =>
      run(options, async () => {
        const { site } = await import('./site.ts');
        return (context) => site(context, council, options);
      }),
    );
}
