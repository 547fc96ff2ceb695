import { Option, type Command } from 'commander';
import { json, type Run, type RunCommand } from './command.ts';

/**
 * The commands about what was issued.
 * @param run runs a command in the project that was named, and keeps its exit code
 */
export function addEditionCommands(program: Command, run: RunCommand): void {
  program
    .command('issue')
    .description('keep a paper for good as its next edition, in editions/')
    .argument('<report>', 'a report by name')
    .requiredOption('--by <role>', 'the role that issues it, not a person’s name')
    .requiredOption('--reason <text>', 'why it is issued')
    .option('--date <day>', 'the day it is issued, as 2003-12-01 (default: today)')
    .option('--style <name>', 'set it in this house style instead of its own')
    .option('--again', 'issue it although nothing has changed since its latest edition')
    .option('--browser <path>', 'print with this browser')
    .addOption(json())
    .addHelpText(
      'after',
      `
Nothing ever writes over an edition. It holds the PDF, the HTML, their manifest, the record that they were made
from, and their house style. Notes that are for the office only are not in it.

Example:
  npx scrutineer issue durham-2003-12-01 --by "Democratic Services" --reason "Published with the agenda"`,
    )
    .action(
      (
        report: string,
        options: {
          by: string;
          reason: string;
          date?: string;
          style?: string;
          again?: boolean;
          browser?: string;
          json?: boolean;
        },
      ) =>
        run(options, async () => {
          const { openPrinter } = await import('../print/printer.ts');
          return async (context) => {
            await using printer = openPrinter(context.world, { browserPath: options.browser });
            const { issue } = await import('./issue.ts');
            return await issue(context, report, { ...options, printer });
          };
        }),
    );
  program
    .command('verify')
    .description('say which edition a file is, or whether everything that was issued is as it was')
    .argument('[file]', 'a PDF or HTML file')
    .option('--all', 'look at every byte of every edition')
    .addOption(json())
    .addHelpText(
      'after',
      `
Exit codes of this command:
  0  the file is an edition, byte for byte; with --all, everything is as it was issued
  1  the file is no edition; with --all, something was changed or is missing
  2  wrong usage, or there is no such file

Example:
  npx scrutineer verify "committee paper.pdf"`,
    )
    .action((file: string | undefined, options: { all?: boolean; json?: boolean }) =>
      run(
        options,
        async () => {
          const { verify } = await import('./verify.ts');
          return (context) => verify(context, file, options);
        },
        // A file stands alone; editions that were taken out of their project can still be looked at.
        options.all === true && file === undefined ? 'editions' : 'anything',
      ),
    );
}

/** `build --edition <n>`, which goes with none of the options that say how a paper is to be made. */
export const editionOption = (): Option =>
  new Option('--edition <n>', 'make an issued edition anew from what was kept with it').conflicts([
    'style',
    'emit',
    'all',
    'explain',
    'jobs',
  ]);

/** What `build --edition <n>` runs. */
export async function loadBuildEdition(
  papers: readonly string[],
  options: { edition: string; out: string; browser?: string | undefined },
): Promise<Run> {
  const { openPrinter } = await import('../print/printer.ts');
  return async (context) => {
    await using printer = openPrinter(context.world, { browserPath: options.browser });
    const { buildEdition } = await import('./build-edition.ts');
    return await buildEdition(context, papers, { ...options, printer });
  };
}
