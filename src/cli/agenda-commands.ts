import { type Command, Option } from 'commander';
import type { AgendaCommandOptions } from './agenda.ts';
import { json, type RunCommand } from './command.ts';

type Typed = Omit<AgendaCommandOptions, 'openPrinter'> & { browser?: string; json?: boolean };

/** What is typed to put papers before a meeting. Each command's code is loaded when it is asked for. */
export function addAgendaCommands(program: Command, run: RunCommand): void {
  program
    .command('agenda')
    .description('make the agenda of a meeting: an HTML file that stands alone and a PDF')
    .argument('<meeting>', 'a meeting by name')
    .option('--restricted', 'make the agenda of Part II, for members and officers only')
    .option('--style <name>', 'set it in this house style instead of the council’s own')
    .option('--out <folder>', 'write to this folder', 'out')
    .option('--restricted-out <folder>', 'write the agenda of Part II to this folder', 'restricted')
    .addOption(
      new Option(
        '--emit <stage>',
        'print one stage instead of writing files, or write one kind of file',
      ).choices(['records', 'paper', 'html', 'pdf']),
    )
    .option('--browser <path>', 'print with this browser')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  npx scrutineer agenda exampleshire-cabinet-2026-01-13')
    .action((meeting: string, options: Typed) =>
      run(options, async () => {
        const { agenda } = await import('./agenda.ts');
        return (context) =>
          agenda(context, meeting, {
            ...options,
            openPrinter: async () => {
              const { openPrinter } = await import('../print/printer.ts');
              return openPrinter(context.world, { browserPath: options.browser });
            },
          });
      }),
    );
}
